import Foundation
import Testing

@testable import CFIRInterchange

struct NVivoTests {
  private static let english = """
    \u{FEFF}Files\\\\North\\\\N1 - § 2 references coded [ 6.78% Coverage]

    Reference 1 - 5.80% Coverage

    It was hard.

    Reference 3 - is what they called it, 100 % of them.

    Reference 2 - 0.98% Coverage

    We learn.

    Files\\\\South\\\\Day two\\\\S1 - § 2 references coded [ 1.00% Coverage]

    Reference 1 - 0.50% Coverage

    Page 1 : (136,153) - (502,293)

    Reference 2 - 0.50% Coverage

    Enough.
    """

  private static let german = english.replacing("Files\\", with: "Dateien\\")
    .replacing("references coded", with: "Referenzen kodiert").replacing("Coverage", with: "Abdeckung")
    .replacing("Reference 1", with: "Referenz 1").replacing("Reference 2", with: "Referenz 2")
    .replacing(/(\d)\.(\d\d)%/) { "\($0.1),\($0.2) %" }

  @Test(arguments: [english, german])
  func `reads references of each document, whatever the language and the decimal sign`(text: String) throws {
    let imported = try Imported(text, name: "Culture.txt")
    #expect(imported.format == "NVivo code report")
    #expect(
      imported.rows.map { $0.joined(.group, .source, .code, .text) } == [
        "North|N1|Culture|It was hard.\n\nReference 3 - is what they called it, 100 % of them.",
        "North|N1|Culture|We learn.", "South/Day two|S1|Culture|Enough.",
      ])
    #expect(imported.left == ["picture": 1])
    #expect(imported.rows[1].origin.description == "Culture.txt:9")
    #expect(imported.notes == ["the code is taken from the file's name: 'Culture'"])
  }

  @Test(arguments: [
    ("Name: Culture\n\n", "Culture"), ("Nodes\\\\CFIR\\\\Culture\n\n", "CFIR > Culture"),
    ("Culture\r\n\r\n", "Culture"),
  ])
  func `takes the code from the heading where there is one`(heading: String, code: String) throws {
    let imported = try Imported(heading + Self.english.dropFirst(), name: "export.txt")
    #expect(Set(imported.rows.map(\.code)) == [code])
    #expect(imported.notes == [])
  }

  @Test func `says where fewer references follow than are announced`() throws {
    let cut = Self.english.replacing("§ 2 references coded [ 6", with: "§ 3 references coded [ 6")
    #expect(
      try Imported(cut, name: "Culture.txt").notes.last == "'N1' announces 3 references, and 2 follow")
  }

  @Test func `reads reports in UTF-16 and Windows-1252`() throws {
    let units = Self.english.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try Imported(units, name: "Culture.txt").rows.count == 3)
    let western = try #require(Self.english.dropFirst().description.data(using: .windowsCP1252))
    #expect(try Imported(Array(western), name: "Culture.txt").rows.count == 3)
  }
}
