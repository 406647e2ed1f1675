import Foundation
import Testing

@testable import CFIRInterchange

/// Programs that write one row for a passage: ATLAS.ti and Dedoose.
struct JoinedCodesTests {
  private func codes(_ cells: [String]) throws -> [[String]] {
    let rows = cells.map { "N1;\"\($0)\";x" }
    let imported = try Imported(
      (["Document;Codes;Quotation Content"] + rows).joined(separator: "\n"))
    return Dictionary(grouping: imported.rows) { $0.origin.line ?? 0 }.sorted { $0.key < $1.key }
      .map { $0.value.map(\.code) }
  }

  @Test func `tells codes apart by lines; what else stands in them is theirs`() throws {
    #expect(
      try codes(["CFIR: Culture\nBarrier; strong", "Money, time", "Barrier; strong"]) == [
        ["CFIR: Culture", "Barrier; strong"], ["Money, time"], ["Barrier; strong"],
      ])
  }

  @Test func `else by semicolons`() throws {
    #expect(
      try codes(["Culture; Money, time", "Money, time"]) == [["Culture", "Money, time"], ["Money, time"]])
  }

  @Test func `else by commas, where each piece is a code elsewhere`() throws {
    #expect(
      try codes(["Culture, Barrier", "Culture", "Barrier", "Money, time"]) == [
        ["Culture", "Barrier"], ["Culture"], ["Barrier"], ["Money, time"],
      ])
  }

  private let quotations = """
    "ID";"Quotation Name";"Document";"Document Groups";"Quotation Content";"Comment";"Codes";"Reference";"Created by";"Created"
    "1:2";"Die Pfl…";"N1";"country: DE";"Die Pflege fragte.";"look";"CFIR: Culture
    Barrier";"3 - 4";"Anna";"3/14/2024 10:15"
    "03:10:00";"No";"N1";"country: DE
    wave: 2";"No.";"";"Culture";"p. 3";"Ben";""
    "1:4";"";"N1";"";"Nobody coded this.";"";"";"5 - 5";"Ben";""
    "1:5";"";"N1";"";"";"";"Culture";"6 - 6";"Ben";""
    """

  @Test func `reads quotations: number, group, paragraphs, comment, coder`() throws {
    let imported = try Imported(quotations)
    #expect(
      imported.rows.map { $0.joined(.id, .group, .code, .start, .end, .memo, .coder, .date) } == [
        "N1#1:2|country: DE|CFIR: Culture|3|4|look|Anna|3/14/2024 10:15",
        "N1#1:2|country: DE|Barrier|3|4|look|Anna|3/14/2024 10:15", "||Culture|p. 3|||Ben|",
      ])
    #expect(
      imported.left == ["time-for-number": 1, "several-groups": 1, "uncoded": 1, "without-text": 1])
  }

  @Test(arguments: ["3:10:00", "03:10", "3:10 AM", "0.1319444", "0,1319444", "1899-12-30 03:10"])
  func `knows a quotation's number that a spreadsheet has made a time of`(number: String) throws {
    let imported = try Imported(
      "ID;Document;Codes;Quotation Content\n\(number);N1;Culture;x\n3:10;N1;Culture;y\n")
    #expect(imported.left == ["time-for-number": 1])
    #expect(imported.rows.map(\.id) == ["", "N1#3:10"])
  }

  @Test func `reads quotations in the forms that spreadsheets make of them`() throws {
    let plain = try Imported(quotations)
    let western = try #require(quotations.data(using: .windowsCP1252))
    let forms: [[UInt8]] = [
      Array(("\u{FEFF}" + quotations).utf8), Array(western),
      Array(quotations.replacing(";\"", with: "\t\"").replacing("\n\"", with: "\r\n\"").utf8),
    ]
    for form in forms {
      let imported = try Imported(form)
      #expect(
        imported.rows.map { $0.joined(.id, .code, .text) } == plain.rows.map { $0.joined(.id, .code, .text) })
    }
    #expect(try Imported(Array(western)).account.encoding == "Windows-1252")
  }

  @Test func `reads Dedoose's columns for each code, with weights and descriptors`() throws {
    let imported = try Imported(
      """
      Media Title,Excerpt Range,Excerpt Creator,Excerpt Date,Excerpt Copy,Resource Creator,Resource Date,Codes Applied Combined,Code: CFIR\\Culture Applied,Code: CFIR\\Culture Range,Code: CFIR\\Culture Weight,Code: Is Applied Applied,Code: Is Applied Range,Code: Is Applied Weight,Site,Age
      N1.docx,10-19,anna,3/14/2024,We learn.,ben,3/1/2024,"Culture, Is Applied",True,0-10,5,TRUE,,,North,40
      N1.docx,Page 3: 120-260,anna,3/14/2024,We do.,ben,3/1/2024,Is Applied,False,,,1,,,North,40
      N1.docx,30-33,anna,3/14/2024,No.,ben,3/1/2024,,False,,,False,,,North,40
      """)
    #expect(
      imported.rows.map { $0.joined(.organization, .code, .weight, .start, .end, .coder) } == [
        "North|CFIR > Culture|5|10|19|anna", "North|Is Applied||10|19|anna",
        "North|Is Applied||Page 3: 120-260||anna",
      ])
    #expect(imported.left == ["variable-without-home": 1, "uncoded": 1])
  }

  @Test func `uses Dedoose's list of codes only where there are no columns for them`() throws {
    let imported = try Imported(
      "Media Title,Excerpt Copy,Codes Applied Combined\nN1,a,\"Culture, Barrier\"\nN1,b,Culture\nN1,c,Barrier\n"
    )
    #expect(imported.rows.map(\.code) == ["Culture", "Barrier", "Culture", "Barrier"])
    #expect(imported.notes.first?.hasPrefix("'Culture, Barrier' is taken for several codes") == true)
  }
}
