import CFIRKit
import Testing

@testable import CFIRInterchange

struct QDCTests {
  private static let cfir = Codebook(Framework(.cfir2022))

  private func read(_ xml: String, mark: Bool = false) throws -> (book: REFICodebook, findings: Findings) {
    let file = try TemporaryFile((mark ? [0xEF, 0xBB, 0xBF] : []) + Array(xml.utf8))
    #expect(REFICodebook.recognizes(try FileSample(path: file.path, name: "team.qdc")))
    var findings = Findings()
    let book = try REFICodebook.read(path: file.path, name: "team.qdc", noting: &findings)
    return (book, findings)
  }

  private func codebook(_ codes: String, namespace: String = "urn:QDA-XML:codebook:1.0") -> String {
    #"<?xml version="1.0" encoding="utf-8"?><CodeBook xmlns="\#(namespace)" origin="Invented"><Codes>\#(codes)</Codes></CodeBook>"#
  }

  @Test(arguments: [
    ("urn:QDA-XML:codebook:1.0", 0), ("urn:QDA-XML:codebook:1:0", 1), ("urn:QDA-XML:codebook:0:4", 1),
    ("urn:QDA-XML:project:1.0", 1),
  ])
  func `every version in use is read, with and without a byte order mark`(namespace: String, notes: Int)
    throws
  {
    let xml = codebook(
      """
      <Code guid="{5215cc69-b628-4e02-afb9-9beeaee55808}" name="Nodes" isCodable="false">
      <Code guid="1" name="Culture" isCodable="true" color="rgba(10, 245, 100, 0.5)"><Description> What we
      value </Description></Code><Code guid="2" name="Money"/></Code>
      """, namespace: namespace)
    let (book, findings) = try read(xml, mark: notes == 0)
    #expect(book.codes.map(\.path) == [["Nodes"], ["Nodes", "Culture"], ["Nodes", "Money"]])
    #expect(book.codes.map(\.isCodable) == [false, true, true])
    #expect(book.codes[1].description == "What we\nvalue")
    #expect(book.codes[1].color == "rgba(10, 245, 100, 0.5)")
    #expect(book.codes[0].guid == "5215CC69-B628-4E02-AFB9-9BEEAEE55808")
    #expect(book.program == "Invented")
    #expect(findings.all.count == notes && findings.all.allSatisfy { $0.severity == .note })
  }

  @Test func `empty lists are no error, and groups of codes are said to be left`() throws {
    let empty = try read("<CodeBook xmlns='urn:QDA-XML:codebook:1.0'><Codes/><Sets/></CodeBook>")
    #expect(empty.book.codes.isEmpty)
    #expect(empty.findings.all.map(\.message) == ["the codebook has no codes"])
    let sets = "<Sets><Set guid='3' name='hot'><MemberCode guid='1'/></Set></Sets></CodeBook>"
    let (book, findings) = try read(
      codebook("<Code guid='1' name='Culture'/><Code guid='1' name='Money'/><Code guid='2' name='Culture'/>")
        .replacing("</CodeBook>", with: sets))
    #expect(book.codes.map(\.path) == [["Culture"], ["Money"]])
    #expect(
      findings.all.map(\.message) == [
        "the code 'Money' has the identifier of an earlier one, at team.qdc:1:107",
        "the code 'Culture' stands there twice and is taken as one, at team.qdc:1:107",
        "1 group of codes ('hot') is left out",
      ])
  }

  @Test func `what is no codebook is refused`() throws {
    let file = try TemporaryFile(Array("<Project/>".utf8))
    var findings = Findings()
    let error = #expect(throws: Finding.self) {
      try REFICodebook.read(path: file.path, name: "team.qdc", noting: &findings)
    }
    #expect(error?.message == "this is no REFI-QDA codebook: its outermost element is 'Project'")
  }

  @Test func `codes adapt a framework: constructs get definitions, the rest become the team's own`() throws {
    let (book, before) = try read(
      codebook(
        """
        <Code guid="1" name="CFIR" isCodable="false"><Code guid="2" name="Inner Setting" isCodable="false">
        <Code guid="3" name="culture"><Description>What we value.&#10;Include: rituals&#10;Exclude: morale</Description>
        <Code guid="4" name="Humour"><Description>Jokes</Description><Code guid="5" name="Irony"/></Code></Code></Code></Code>
        <Code guid="6" name="Barrier"/><Code guid="7" name="Weather"/>
        """))
    #expect(before.all.isEmpty)
    var findings = Findings()
    let rows = book.rows(adapting: Self.cfir, noting: &findings)
    #expect(rows.map(\.id) == ["culture", "humour", "irony"])
    #expect(rows.map(\.parent) == ["", "culture", "humour"])
    #expect(rows.map(\.kind) == [nil, .code, .code])
    #expect(
      rows[0].definition == "What we value." && rows[0].include == "rituals" && rows[0].exclude == "morale")
    #expect(findings.all.map(\.message) == ["1 code under no construct ('Weather') is left out"])
    var adapted = Self.cfir
    adapted.adapt(rows, noting: &findings)
    #expect(!findings.hasErrors)
    #expect(adapted.construct("culture")?.name == "Culture")
    #expect(adapted.construct("irony")?.domain == "inner-setting")
  }

  @Test func `a path in one name is taken apart, as Taguette writes it`() throws {
    let (book, _) = try read(
      codebook(
        "<Code guid='1' name='CFIR/Inner Setting/Culture'/><Code guid='2' name='CFIR/Inner Setting/Culture/Humour'/>"
      ))
    var findings = Findings()
    let rows = book.rows(adapting: Self.cfir, noting: &findings)
    #expect(rows.map(\.id) == ["culture", "humour"])
    #expect(rows.map(\.name) == ["", "Humour"])
    #expect(rows[1].parent == "culture")
    #expect(findings.all.isEmpty)
  }

  @Test(arguments: Framework.Edition.allCases)
  func `a framework that is written and read adapts nothing`(edition: Framework.Edition) throws {
    let codebook = Codebook(Framework(edition))
    let (book, before) = try read(QDCWriter.text(of: codebook.projectCodes, origin: "CFIRKit"))
    #expect(before.all.isEmpty)
    #expect(book.codes.count == codebook.constructs.count)
    var findings = Findings()
    var adapted = codebook
    adapted.adapt(book.rows(adapting: codebook, noting: &findings), noting: &findings)
    #expect(findings.all.isEmpty)
    #expect(adapted.constructs == codebook.constructs)
  }

  @Test func `codes are nested, missing parents made, and only colours of the schema written`() throws {
    let codes = [
      ProjectOutline.Code(path: ["A & B", "C"], description: "1 < 2", color: "rgb(10,245,100)"),
      ProjectOutline.Code(path: ["D"], color: "red"),
      ProjectOutline.Code(path: ["A & B", "C"], description: "again"),
    ]
    let text = QDCWriter.text(of: codes, origin: "CFIRKit")
    #expect(
      text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="CFIRKit">
        <Codes>
        <Code guid="\(REFIGuid(.code, ["A & B"]).text)" name="A &amp; B" isCodable="false">
        <Code guid="\(REFIGuid(.code, ["A & B", "C"]).text)" name="C" isCodable="true" color="#0AF564">
        <Description>1 &lt; 2</Description>
        </Code>
        </Code>
        <Code guid="\(REFIGuid(.code, ["D"]).text)" name="D" isCodable="true"/>
        </Codes>
        </CodeBook>

        """)
    #expect(QDCWriter.text(of: [], origin: "").contains(#"name="(no codes)" isCodable="false"/>"#))
  }
}
