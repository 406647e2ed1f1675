import CFIRKit
import Testing

@testable import CFIRInterchange

struct QDPXReadingTests {
  private let text = Array("We have a culture of trust.\nNo money.".utf8)
  private func id(_ number: Int) -> String { QDPXFixture.id(number) }

  @Test(arguments: [
    ("sources/talk.txt", "internal://talk.txt"), ("Sources/TALK.TXT", "internal://talk.txt"),
    ("sources/talk.txt", "INTERNAL://talk.txt"), ("sources/talk.txt", "talk.txt"),
    ("sources/my talk.txt", "internal://my%20talk.txt"), ("sources/talk.txt", "internal://../../talk.txt"),
  ])
  func `texts are found as programs name them`(file: String, path: String) throws {
    var fixture = QDPXFixture(xml: QDPXFixture.codebook, files: [(file, text)])
    fixture.xml += """
      <Sources><TextSource guid="\(id(1))" name="Talk" plainTextPath="\(path)">\(QDPXFixture.selection(10, 17))</TextSource></Sources>
      """
    #expect(try fixture.read().codings == ["culture | Context > Culture | Ada"])
  }

  @Test func `words may stand in the project file, and elements in any order`() throws {
    let source = """
      <Sources><TextSource name="Talk">\(QDPXFixture.selection(0, 2))<PlainTextContent>No money.</PlainTextContent></TextSource></Sources>
      """
    let contents = try QDPXFixture(xml: source + QDPXFixture.codebook, projectFile: "My Pilot.QDE").read()
    #expect(contents.codings == ["No | Context > Culture | Ada"])
    #expect(contents.outline.codes.map(\.path) == [["Context"], ["Context", "Culture"], ["Barrier"]])
    #expect(contents.outline.codes.map(\.isCodable) == [false, true, true])
    #expect(contents.outline.coders == ["Ada", "Bo"])
  }

  @Test func `selections of the same words are one passage with several codes`() throws {
    let selections =
      QDPXFixture.selection(10, 17, code: 81) + QDPXFixture.selection(10, 17, code: 82, user: 91)
      + QDPXFixture.selection(10, 17, code: 82, user: 91)
    let contents = try QDPXFixture.source(text, selections).read()
    #expect(contents.documents[0].passages.count == 1)
    #expect(contents.codings == ["culture | Context > Culture | Ada", "culture | Barrier | Bo"])
    #expect(
      contents.documents[0].passages[0].codings.map(\.date) == [
        "2024-03-14T10:15:00Z", "2024-03-14T10:15:00Z",
      ])
    #expect(contents.left == ["repeated-coding": 1])
    #expect(contents.account.codings == 2)
  }

  @Test func `memos, descriptions and links are remarks on what they hang on`() throws {
    let inside = #"<Description>Said with a smile.</Description><NoteRef targetGUID="\#(id(60))"/>"#
    var fixture = QDPXFixture.source(
      text, "<Description>Recorded at noon.</Description>" + QDPXFixture.selection(10, 17, inside: inside))
    fixture.xml += """
      <Notes><Note guid="\(id(60))" name="Why?"><PlainTextContent>She had just been promoted.</PlainTextContent></Note>
      <Note guid="\(id(61))" name="Journal" plainTextPath="internal://j.txt"/>
      <Note guid="\(id(62))" name="Linked…"><PlainTextContent>Linked to the talk.</PlainTextContent></Note></Notes>
      <Links><Link guid="\(id(63))" originGUID="\(id(62))" targetGUID="\(id(1))"/></Links>
      <Description>About the pilot.</Description>
      """
    fixture.files.append(("sources/j.txt", Array("Journal of a week".utf8)))
    let contents = try fixture.read()
    #expect(
      contents.documents[0].passages[0].memos == ["Said with a smile.", "Why?: She had just been promoted."])
    #expect(contents.documents[0].memos == ["Recorded at noon.", "Linked to the talk."])
    #expect(contents.outline.memos == ["About the pilot.", "Journal of a week"])
    #expect(contents.left.isEmpty)
  }

  @Test func `an annotation of QualCoder is a remark on the passage that its note names`() throws {
    var fixture = QDPXFixture.source(text, #"<NoteRef targetGUID="\#(id(60))"/>"#)
    fixture.attributes = #"xmlns="urn:QDA-XML:project:1.0" name="Pilot" origin="QualCoder 4.0""#
    fixture.xml += """
      <Notes><Note guid="\(id(60))"><PlainTextContent>Says who?</PlainTextContent>
      <PlainTextSelection guid="\(id(61))" startPosition="10" endPosition="17"/></Note></Notes>
      """
    let contents = try fixture.read()
    #expect(contents.documents[0].memos.isEmpty)
    #expect(contents.documents[0].passages.map(\.span) == [10..<17])
    #expect(contents.documents[0].passages.map(\.memos) == [["Says who?"]])
    #expect(contents.left == ["annotation": 1])
  }

  @Test func `what is remarked on a recording stays with the project`() throws {
    let region = #"<AudioSelection guid="\#(id(2))" begin="1" end="2"/>"#
    let xml = """
      <Sources><AudioSource guid="\(id(1))" name="Tape">\(region)<NoteRef targetGUID="\(id(61))"/></AudioSource></Sources>
      <Notes><Note guid="\(id(60))"><PlainTextContent>A sigh.</PlainTextContent></Note>
      <Note guid="\(id(61))"><PlainTextContent>Noisy.</PlainTextContent></Note></Notes>
      <Links><Link originGUID="\(id(60))" targetGUID="\(id(2))"/></Links>
      """
    let contents = try QDPXFixture(xml: xml).read()
    #expect(contents.outline.memos == ["A sigh.", "Noisy."])
    #expect(contents.left == ["media-source": 1, "uncoded-region": 1])
  }

  @Test func `a title that somebody gave to a passage is said to be left`() throws {
    let selections =
      QDPXFixture.selection(10, 17, name: "my favourite") + QDPXFixture.selection(0, 7, name: "We have")
    let contents = try QDPXFixture.source(text, selections).read()
    #expect(contents.account.codings == 2)
    #expect(contents.left == ["passage-title": 1])
  }

  @Test func `people come from named cases, variables from both kinds of case, groups from sets`() throws {
    let before =
      QDPXFixture.codebook + """
        <Variables><Variable guid="\(id(50))" name="Role" typeOfVariable="Text"/>
        <Variable guid="\(id(51))" name="Year" typeOfVariable="Integer"/><Variable guid="\(id(52))" name="Age" typeOfVariable="Integer"/></Variables>
        <Cases><Case guid="\(id(40))" name="P1"><VariableValue><VariableRef targetGUID="\(id(50))"/><TextValue>nurse</TextValue></VariableValue>
        <SourceRef targetGUID="{\(id(1))}"/></Case>
        <Case guid="\(id(41))"><VariableValue><VariableRef targetGUID="\(id(51))"/><IntegerValue>2024</IntegerValue></VariableValue>
        <VariableValue><VariableRef targetGUID="\(id(52))"/></VariableValue><SourceRef targetGUID="\(id(1))"/></Case>
        <Case guid="\(id(42))" name="P2"/></Cases>
        """
    var fixture = QDPXFixture.source(text, QDPXFixture.selection(10, 17), before: before)
    fixture.xml +=
      #"<Sets><Set guid="\#(id(30))" name="North"><MemberSource targetGUID="\#(id(1))"/></Set></Sets>"#
    let contents = try fixture.read()
    #expect(contents.outline.cases.map(\.name) == ["P1", "P2"])
    #expect(contents.outline.cases[0].sources == ["Talk"])
    #expect(contents.outline.cases[0].variables == [Attribute(name: "Role", value: "nurse")])
    #expect(contents.documents[0].variables == [Attribute(name: "Year", value: "2024")])
    #expect(contents.documents[0].group == "North")
    #expect(contents.left == ["unlinked-case": 1, "unused-variable": 1])
  }

  @Test func `a document in several groups takes what they say as variables`() throws {
    var fixture = QDPXFixture.source(text, QDPXFixture.selection(10, 17))
    let names = ["gender: female", "North", "Round 2"]
    fixture.xml +=
      "<Sets>" + names.map { #"<Set name="\#($0)"><MemberSource targetGUID="\#(id(1))"/></Set>"# }.joined()
      + "</Sets>"
    let contents = try fixture.read()
    #expect(contents.documents[0].group == "North")
    #expect(contents.documents[0].variables == [Attribute(name: "gender", value: "female")])
    #expect(contents.left == ["further-group": 1])
  }

  @Test func `a code that stands for a case says who speaks, and is no code`() throws {
    let before = """
      <CodeBook><Codes><Code guid="\(id(81))" name="Culture"/><Code guid="\(id(40))" name="P1"/></Codes></CodeBook>
      <Cases><Case guid="\(id(40))" name="P1"/><Case guid="\(id(43))" name="P3"><SelectionRef targetGUID="\(id(28000 + 370 + 81))"/></Case></Cases>
      """
    let selections =
      QDPXFixture.selection(0, 27, code: 40) + QDPXFixture.selection(10, 17) + QDPXFixture.selection(28, 37)
    let contents = try QDPXFixture.source(text, selections, before: before).read()
    #expect(contents.outline.codes.map(\.path) == [["Culture"]])
    #expect(contents.documents[0].passages.map(\.participant) == ["P1", "P3"])
    #expect(contents.account.codings == 2)
  }

  @Test func `every thing that cannot be taken is counted by its reason`() throws {
    let coding = #"<Coding guid="\#(id(5))"><CodeRef targetGUID="\#(id(81))"/></Coding>"#
    let selections = """
      <PlainTextSelection guid="\(id(2))" startPosition="5" endPosition="5">\(coding)</PlainTextSelection>
      <PlainTextSelection guid="\(id(3))" startPosition="30" endPosition="99">\(coding)</PlainTextSelection>
      <PlainTextSelection guid="\(id(4))" startPosition="9" endPosition="3">\(coding)</PlainTextSelection>
      <PlainTextSelection guid="\(id(6))" startPosition="-1" endPosition="three">\(coding)</PlainTextSelection>
      <PlainTextSelection guid="\(id(7))" startPosition="0" endPosition="2"><Description>nice</Description></PlainTextSelection>
      <PlainTextSelection guid="\(id(8))" startPosition="3" endPosition="7"/>
      <PlainTextSelection guid="\(id(9))" startPosition="3" endPosition="7"><NoteRef targetGUID="\(id(99))"/>\(coding)</PlainTextSelection>
      <PlainTextSelection guid="\(id(10))" startPosition="0" endPosition="7"><Coding/></PlainTextSelection>
      """
    var fixture = QDPXFixture.source(text, selections)
    fixture.xml = fixture.xml.replacing(
      "</Sources>",
      with: """
        <TextSource name="a" plainTextPath="internal://lost.txt">\(selections)</TextSource>
        <TextSource name="b" plainTextPath="relative:///b.txt"/><TextSource name="c" plainTextPath="absolute:///c.txt"/>
        <TextSource name="d" richTextPath="internal://d.docx"/>
        <PictureSource name="e" path="internal://e.png"><PictureSelection firstX="1" firstY="1" secondX="2" secondY="2">\(coding)</PictureSelection></PictureSource>
        <AudioSource name="f"><Transcript><TranscriptSelection>\(coding)</TranscriptSelection></Transcript>
        <AudioSelection begin="1" end="2">\(coding)</AudioSelection>\(coding)</AudioSource></Sources>
        """)
    fixture.files.append(("sources/d.docx", [1]))
    let contents = try fixture.read()
    #expect(
      contents.left == [
        "empty-passage": 1, "out-of-range": 3, "annotation": 1, "dangling-memo": 1, "coding-without-code": 1,
        "missing-text": 1, "coding-without-text": 6, "outside-text": 2, "rich-text": 1, "media-source": 2,
        "region-coding": 3, "transcript-coding": 1,
      ])
    #expect(contents.codings == ["have | Context > Culture | "])
    #expect(contents.documents.map(\.name) == ["Talk", "a", "b", "c", "d"])
  }

  @Test func `what refers to nothing is kept under a name that says so`() throws {
    let contents = try QDPXFixture.source(text, QDPXFixture.selection(10, 17, code: 83, user: 93)).read()
    #expect(contents.codings == ["culture | (unknown code \(id(83))) | (unknown user \(id(93)))"])
    #expect(contents.outline.codes.last?.guid == id(83))
    #expect(contents.account.notes.first?.message.contains("a code that the project does not have") == true)
  }

  @Test func `codes on a whole document are passages of all its words`() throws {
    let coding = #"<Coding guid="\#(id(5))"><CodeRef targetGUID="\#(id(82))"/></Coding>"#
    let contents = try QDPXFixture.source(text, coding).read()
    #expect(contents.codings == ["We have a culture of trust.\nNo money. | Barrier | "])
    #expect(
      contents.account.notes.map(\.message) == [
        "'Talk' is coded as a whole; that counts as a passage of all its words"
      ])
  }

  @Test func `a PDF is read by the text that it comes with`() throws {
    let coding = #"<Coding guid="\#(id(5))"><CodeRef targetGUID="\#(id(81))"/></Coding>"#
    let fixture = QDPXFixture(
      xml: QDPXFixture.codebook + """
        <Sources><PDFSource guid="\(id(1))" name="Plan.pdf"><PDFSelection guid="\(id(2))" page="0">\(coding)</PDFSelection>
        <PDFSelection guid="\(id(3))" page="1">\(coding)</PDFSelection>
        <Representation guid="\(id(4))" plainTextPath="internal://talk.txt"><PlainTextSelection guid="\(id(2))" startPosition="10" endPosition="17"/>
        </Representation></PDFSource></Sources>
        <Sets><Set name="North"><MemberSource targetGUID="\(id(1))"/></Set></Sets>
        """, files: [("sources/talk.txt", text)])
    let contents = try fixture.read()
    #expect(contents.documents.map(\.name) == ["Plan.pdf"])
    #expect(contents.documents[0].group == "North")
    #expect(contents.codings == ["culture | Context > Culture | "])
    #expect(contents.left == ["region-coding": 1])
  }

  @Test func `documents of one name get names of their own`() throws {
    let source = #"<TextSource name="Talk"><PlainTextContent>x</PlainTextContent></TextSource>"#
    let contents = try QDPXFixture(xml: "<Sources>\(source)\(source)</Sources>").read()
    #expect(contents.documents.map(\.name) == ["Talk", "Talk (2)"])
  }

  @Test func `another version of the format is read and said`() throws {
    var fixture = QDPXFixture.source(text, QDPXFixture.selection(10, 17))
    fixture.attributes = #"xmlns="urn:QDA-XML:project:0:10" name="Pilot""#
    let contents = try fixture.read()
    #expect(contents.codings == ["culture | Context > Culture | Ada"])
    #expect(contents.account.notes.first?.message.contains("'urn:QDA-XML:project:0:10'") == true)
  }

  @Test func `a text in Windows-1252 is read and said`() throws {
    let contents = try QDPXFixture.source([0x47, 0x72, 0xFC, 0xDF, 0x65], QDPXFixture.selection(0, 5)).read()
    #expect(contents.codings == ["Grüße | Context > Culture | Ada"])
    #expect(contents.account.notes.first?.message.contains("not UTF-8") == true)
  }

  @Test(arguments: [
    (["a.qde", "b.qde"], "2 project files: a.qde, b.qde"), (["a/x.qde", "b/x.qde"], "2 project files"),
    (["notes.txt"], "no project file"),
  ])
  func `an archive without one project file is refused`(names: [String], message: String) throws {
    var zip = ZipFixture()
    for name in names { zip.add(name, "<Project/>") }
    let file = try TemporaryFile(zip.bytes)
    let error = #expect(throws: Finding.self) { try QDPXContents(file.path) }
    #expect(error?.message.contains(message) == true)
  }

  @Test func `a broken project file is refused with its place`() throws {
    var fixture = QDPXFixture(xml: "<Sources><TextSource></Sources>")
    let error = #expect(throws: Finding.self) { try fixture.read() }
    #expect(error?.origin.file == "pilot.qdpx:project.qde")
    #expect(error?.message.contains("not well-formed") == true)
    fixture.attributes += "><!DOCTYPE a"
    #expect(throws: Finding.self) { try fixture.read() }
  }

  @Test func `a project file without its archive still gives its codes`() throws {
    let xml =
      "<?xml version='1.0'?><Project xmlns='urn:QDA-XML:project:1.0'>\(QDPXFixture.codebook)</Project>"
    let file = try TemporaryFile(Array(xml.utf8))
    let sample = try FileSample(path: file.path, name: "project.qde")
    #expect(REFIProject().recognizes(sample))
    #expect(try QDPXContents(file.path).outline.codes.count == 3)
  }
}
