import CFIRKit
import Foundation
import Testing

@testable import CFIRInterchange

/// What can be made of what, and what is said where it cannot.
struct ConversionTests {
  private static let excerpts = """
    source,code,text,coder,memo
    Interview 1,Culture,We learn.,Anna,
    Interview 1,Barrier,We learn.,Anna,
    Interview 1,Culture > Barrier,=It costs us hours.,Björn,unsure
    Interview 2,Parking,Where do I park?,Anna,

    """
  private static let files = [
    "excerpts.csv": excerpts,
    "codebook.csv": "id,definition\nculture,\"How we do things, here\"\n",
    "tags.csv": "tag,description\nInner Setting/Culture,Shared values\nParking,\nBarrier,\n",
    "ratings.csv": "construct,North,South\nCulture,+2,0 (mixed)\nPlanning,M,\n",
    "qualtrics.csv": """
    StartDate,ResponseId,Q1,Q2
    Start Date,Response ID,Are you ready?,Why?
    "{""ImportId"":""startDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_TEXT""}"
    2025-03-01 10:00:00,R_1,4,"Yes, we are"

    """,
    "note.txt": "Only words.\n",
  ]

  private let folder: StudyFolder

  init() throws { folder = try StudyFolder(Self.files) }

  private func convert(
    _ input: String, _ output: String, as target: ConversionTarget? = nil, kind: String? = nil
  ) throws -> Conversion {
    try Conversion(
      ConversionInput(folder.path + "/" + input, kind: kind), to: folder.path + "/" + output, as: target)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
  }

  @Test func `writes excerpts in the canonical columns, free text guarded`() throws {
    let conversion = try convert("excerpts.csv", "out.csv")
    #expect(conversion.account.codings == 4)
    let lines = try text("out.csv").split(separator: "\n")
    #expect(
      lines[0]
        == "id,organization,group,participant,source,code,text,start,end,rating,weight,coder,memo,date,cleared"
    )
    #expect(lines[3] == ",,,,Interview 1,Culture > Barrier,'=It costs us hours.,,,,,Björn,unsure,,")
  }

  @Test func `a workbook reads back as the table that it was made of`() throws {
    _ = try convert("excerpts.csv", "out.xlsx")
    _ = try convert("out.xlsx", "back.csv")
    _ = try convert("excerpts.csv", "out.csv")
    #expect(try text("back.csv") == text("out.csv"))
    _ = try convert("ratings.csv", "ratings.xlsx")
    let study = try #require(folder.read("ratings.xlsx").study)
    #expect(study.allRatings.map(\.value.token) == ["+2", "0 (mixed)", "missing"])
  }

  @Test func `a project of excerpts alone says that the sources' words are not there`() throws {
    let conversion = try convert("excerpts.csv", "out.qdpx")
    #expect(conversion.account.left.map(\.reason.key) == ["source-without-words"])
    #expect(conversion.account.left.first?.examples == ["Interview 1", "Interview 2"])
    let back = try convert("out.qdpx", "back.csv")
    #expect(back.account.codings == 4 && back.account.left.isEmpty)
    #expect(try text("back.csv").contains(",Interview 1,Culture > Barrier,'=It costs us hours.,11,30,"))
  }

  @Test func `a codebook becomes codes under their domains, and these find their constructs again`() throws {
    _ = try convert("codebook.csv", "out.qdc")
    let xml = try text("out.qdc")
    #expect(xml.contains("How we do things, here"))
    _ = try convert("out.qdc", "back.csv")
    let rows = try text("back.csv")
    #expect(rows.contains("\nculture,,,,,,,,\"How we do things, here\",core values"))
    var findings = Findings()
    var codebook = Codebook(.cfir2022)
    codebook.adapt(try CodebookTable.read(text: rows, file: "back.csv", noting: &findings), noting: &findings)
    #expect(findings.all.isEmpty, "\(findings)")
    #expect(codebook.construct("culture")?.definition == "How we do things, here")
  }

  @Test func `tags become a codebook; what stands below no construct is said`() throws {
    let conversion = try convert("tags.csv", "out.csv")
    #expect(try text("out.csv").contains("\nculture,,,,,,,,Shared values,"))
    #expect(conversion.findings.all.contains { $0.message.contains("'Parking'") })
  }

  @Test func `Taguette's codebook has a path and a description for each code that passages can bear`() throws
  {
    _ = try convert("codebook.csv", "out.csv", as: .taguette)
    let lines = try text("out.csv").split(separator: "\n", maxSplits: 1)
    #expect(lines[0] == "tag,description")
    let rows = try text("out.csv")
    #expect(rows.contains("\nInner Setting/Culture,"))
    #expect(!rows.contains("\nInner Setting,"))
  }

  @Test func `responses have a row for each respondent`() throws {
    _ = try convert("qualtrics.csv", "out.csv")
    let lines = try text("out.csv").split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("respondent,") && lines[0].hasSuffix(",Q1,Q2"))
    #expect(lines[1].hasPrefix("R_1,") && lines[1].hasSuffix(",4,\"Yes, we are\""))
  }

  @Test(
    arguments: [
      ("ratings.csv", "out.qdpx", nil, nil, "cannot be written as 'qdpx'", true),
      (
        "codebook.csv", "out.csv", .excerpts, nil,
        "this was taken for 'codebook', which cannot be written as 'excerpts'", false
      ),
      ("excerpts.csv", "out.docx", nil, nil, "it is not clear what to write here", false),
      ("note.txt", "out.csv", nil, nil, "neither those of coded excerpts nor of ratings", false),
      ("ratings.csv", "out.csv", nil, "taguette", "this is not what 'taguette' stands for", false),
      ("missing.csv", "out.csv", nil, nil, "there is no such file or folder", false),
    ] as [(String, String, ConversionTarget?, String?, String, Bool)])
  func `says what cannot be done, and writes nothing`(
    input: String, output: String, target: ConversionTarget?, kind: String?, message: String, isStudy: Bool
  ) throws {
    do {
      _ = try convert(input, output, as: target, kind: kind)
      #expect(isStudy, "nothing was said")
    } catch let finding as Finding {
      #expect(finding.message.contains(message), "\(finding)")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(isStudy || Set(names) == Set(Self.files.keys))
  }
}
