import CFIRKit
import Foundation
import Testing

@testable import CFIRInterchange

/// A project made a study and given back: codes, excerpts, coders and remarks stay.
struct StudyRoundTripTests {
  private static let text = "It was hard 😀 at first.\nWe had no desk, „niemand fragte“.\nCafe\u{301} helped."

  /// Two coders, an overlap, a remark without a code, a code whose name holds ` > `, a person and a memo of every kind.
  private static var project: MemoryProject {
    var outline = ProjectOutline()
    outline.title = "Desks"
    outline.codes = [
      .init(path: ["CFIR"], isCodable: false),
      .init(path: ["CFIR", "Culture"], description: "Shared values", color: "#32CD64"),
      .init(path: ["Barrier"], memos: ["What stands in the way"]),
      .init(path: ["A > B"], description: "One name, not two"),
    ]
    outline.coders = ["Anna", "Björn"]
    outline.cases = [
      .init(
        name: "P1", sources: ["Interview 1"],
        variables: [.init(name: "organization", value: "North"), .init(name: "role", value: "=nurse")])
    ]
    outline.memos = ["Written in March"]
    func passage(
      _ span: Range<Int>, _ codings: [ProjectDocument.Coding], memos: [String] = []
    ) -> ProjectDocument.Passage {
      .init(span: span, codings: codings, memos: memos, origin: Origin(file: "memory"))
    }
    var document = ProjectDocument(name: "Interview 1", group: "North", text: text)
    document.variables = [.init(name: "language", value: "de")]
    document.memos = ["By telephone"]
    document.passages = [
      passage(
        0..<23,
        [
          .init(code: ["CFIR", "Culture"], coder: "Anna", date: "2024-03-14T10:15:00Z", memos: ["unsure"]),
          .init(code: ["Barrier"], coder: "Björn", date: "2024-03-14T10:16:00Z"),
        ]),
      passage(12..<39, [.init(code: ["A > B"], coder: "Anna", date: "2024-03-14T10:17:00Z")]),
      passage(24..<38, [], memos: ["ask again"]),
      passage(58..<63, [.init(code: ["Barrier"], coder: "Anna", date: "2024-03-14T10:18:00Z")]),
    ]
    return MemoryProject(outline, [document])
  }

  /// All files of a folder by their paths.
  private func files(_ folder: URL) throws -> [String: String] {
    var files: [String: String] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: folder.path) ?? .init() {
      files[path] = try? String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }
    return files
  }

  private func convert(_ input: String, to output: URL, as target: ConversionTarget? = nil) throws {
    _ = try Conversion(ConversionInput(input), to: output.path, as: target)
  }

  @Test func `a study that was made of a project is the same after being a project again`() throws {
    let scratch = try StudyFolder([:])
    let folder = URL(filePath: scratch.path)
    let paths = ["1.qdpx", "study 1", "2.qdpx", "study 2"].map { folder.appending(path: $0) }
    _ = try QDPXWriter.write(Self.project, to: paths[0].path)
    try convert(paths[0].path, to: paths[1], as: .study)
    try convert(paths[1].path, to: paths[2])
    try convert(paths[2].path, to: paths[3], as: .study)
    let (first, second) = (try files(paths[1]), try files(paths[3]))
    for path in Set(first.keys).union(second.keys) { #expect(first[path] == second[path], "\(path)") }
    #expect(
      first.keys.sorted() == [
        "code-system.csv", "excerpts/excerpts.csv", "memos.txt", "participants.csv", "sources.csv",
        "sources/Interview 1.txt", "study.yaml",
      ])
    #expect(first["sources/Interview 1.txt"] == Self.text)
    #expect(first["memos.txt"] == "Written in March\n")
    #expect(first["participants.csv"]?.contains("P1,North,'=nurse,Interview 1") == true)
  }

  @Test func `positions select the words in every project`() throws {
    let scratch = try StudyFolder([:])
    let folder = URL(filePath: scratch.path)
    let paths = ["1.qdpx", "study", "2.qdpx"].map { folder.appending(path: $0) }
    _ = try QDPXWriter.write(Self.project, to: paths[0].path)
    try convert(paths[0].path, to: paths[1], as: .study)
    try convert(paths[1].path, to: paths[2])
    let sample = try FileSample(path: paths[2].path, name: "2.qdpx")
    let rows = try REFIProject().open(sample)
    var words: [String: [String]] = [:]
    while let row = try rows.next() { words[row.code, default: []].append(row.text) }
    #expect(
      words == [
        "CFIR > Culture": ["It was hard 😀 at first."], "A > B": ["😀 at first.\nWe had no desk,"],
        "Barrier": ["It was hard 😀 at first.", "Cafe\u{301}"],
      ])
  }

  @Test func `a study reads its words and counts them like the project`() throws {
    let scratch = try StudyFolder([:])
    let folder = URL(filePath: scratch.path)
    let paths = ["1.qdpx", "study"].map { folder.appending(path: $0) }
    _ = try QDPXWriter.write(Self.project, to: paths[0].path)
    try convert(paths[0].path, to: paths[1], as: .study)
    for path in paths {
      let reading = StudyReader.read(path.path, options: StudyOptions(words: .all))
      let study = try #require(reading.study, "\(reading.findings)")
      // Barrier stands on the same passage, and on another one.
      #expect(study.tally.evidence()["culture"]?["North"]?.negative == 1)
      #expect(study.tally.unmapped == ["A > B": 1])
      #expect(study.tally.informants.map { $0.participant?.rawValue } == ["P1"])
    }
  }
}
