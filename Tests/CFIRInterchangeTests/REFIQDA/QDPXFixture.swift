import CFIRKit
import Foundation

@testable import CFIRInterchange

/// A project as other programs write it, made for one test.
struct QDPXFixture {
  /// What stands inside `Project`, in the order that a program puts it.
  var xml = ""
  /// Attributes of `Project`.
  var attributes = #"xmlns="urn:QDA-XML:project:1.0" name="Pilot" origin="Invented 1.0""#
  var projectFile = "project.qde"
  /// The other files in the archive by their paths.
  var files: [(String, [UInt8])] = []

  /// A project with one source, whose text is in the archive.
  static func source(_ text: [UInt8], _ content: String, before: String = Self.codebook) -> QDPXFixture {
    QDPXFixture(
      xml: before
        + #"<Sources><TextSource guid="\#(id(1))" name="Talk" plainTextPath="internal://talk.txt">\#(content)</TextSource></Sources>"#,
      files: [("sources/talk.txt", text)])
  }

  /// Two users and the codes Context > Culture and Barrier.
  static let codebook = """
    <Users><User guid="\(id(90))" name="Ada"/><User guid="\(id(91))" name="Bo"/></Users>
    <CodeBook><Codes><Code guid="\(id(80))" name="Context" isCodable="false">
    <Code guid="\(id(81))" name="Culture" isCodable="true"/></Code>
    <Code guid="\(id(82))" name="Barrier" isCodable="true"/></Codes></CodeBook>
    """

  /// An identifier by its number.
  static func id(_ number: Int) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
  }

  /// A selection with a code on it.
  static func selection(
    _ start: Int, _ end: Int, name: String = "", code: Int = 81, user: Int = 90, inside: String = ""
  ) -> String {
    """
    <PlainTextSelection guid="\(id(start * 1000 + end * 10 + code))" name="\(XMLText.escaped(name, isAttribute: true))" \
    startPosition="\(start)" endPosition="\(end)" creatingUser="\(id(user))" creationDateTime="2024-03-14T10:15:00Z">\
    \(inside)<Coding guid="\(id(7000 + start))"><CodeRef targetGUID="\(id(code))"/></Coding></PlainTextSelection>
    """
  }

  var bytes: [UInt8] {
    var zip = ZipFixture()
    for (name, bytes) in files { zip.add(name, bytes) }
    zip.add(projectFile, #"<?xml version="1.0" encoding="utf-8"?><Project \#(attributes)>\#(xml)</Project>"#)
    return zip.bytes
  }

  /// Reads the project to its end.
  func read() throws -> QDPXContents {
    let file = try TemporaryFile(bytes)
    return try QDPXContents(file.path)
  }
}

/// Everything that a project file holds.
struct QDPXContents: Equatable {
  var outline: ProjectOutline
  var documents: [ProjectDocument] = []
  var account: ImportAccount

  init(_ path: String) throws {
    let project = try REFIProject().openProject(FileSample(path: path, name: "pilot.qdpx"))
    outline = project.outline
    while let document = try project.nextDocument() { documents.append(document) }
    account = project.account
  }

  /// What was left: how many for each reason.
  var left: [String: Int] { Dictionary(account.left.map { ($0.reason.key, $0.count) }) { $0 + $1 } }

  /// The words of each passage, and its codes and coders.
  var codings: [String] {
    documents.flatMap { document in
      let characters = Array(document.text.unicodeScalars)
      return document.passages.flatMap { passage in
        passage.codings.map { coding in
          let words = String(String.UnicodeScalarView(characters[passage.span]))
          return "\(words) | \(coding.code.joined(separator: " > ")) | \(coding.coder)"
        }
      }
    }
  }

  /// Without the lines where passages stand, which differ from file to file.
  var placeless: QDPXContents {
    var contents = self
    for document in documents.indices {
      for passage in documents[document].passages.indices {
        contents.documents[document].passages[passage].origin = Origin(file: "")
      }
    }
    contents.account = ImportAccount(file: "", format: "")
    return contents
  }
}
