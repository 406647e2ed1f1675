import CFIRKit
import Foundation
import Testing

@testable import CFIRInterchange

/// One project, exported in several ways.
struct SameProjectTests {
  private let project = InventedProject()

  /// Document, code and words, without white space and without the way that a path is written.
  private func codings(_ rows: [ExcerptRow]) -> [String] {
    rows.map { row in
      let words = row.text.unicodeScalars.filter { !$0.properties.isWhitespace }.map { String($0) }.joined()
      return [row.source, Codebook.steps(row.code).joined(separator: ">"), words].joined(separator: "|")
    }.sorted()
  }

  private func sqlite() throws -> Imported {
    let folder = try StudyFolder([:])
    try project.writeTaguetteProject(to: folder.path + "/project.sqlite3")
    return try Imported(path: folder.path + "/project.sqlite3", name: "project.sqlite3")
  }

  @Test func `gives the same codings from every export but for what the accounts name`() throws {
    let table = try Imported(project.taguetteCSV)
    let expected = project.codings.map { coding in
      let words = coding.highlight.words.filter { !$0.isWhitespace }
      return [coding.document.name, Codebook.steps(coding.code).joined(separator: ">"), words]
        .joined(separator: "|")
    }.sorted()
    #expect(codings(table.rows) == expected)
    #expect(table.left == [:])
    let workbook = try Imported(project.taguetteWorkbook, name: "highlights.xlsx")
    #expect(codings(workbook.rows) == expected)
    #expect(workbook.left == [:])
    let database = try sqlite()
    #expect(codings(database.rows) == expected)
    #expect(database.left == ["untagged-highlight": 1])
    let report = try Imported(project.qualCoderCSV)
    #expect(codings(report.rows) == expected)
    #expect(report.left == [:])
    #expect(
      [table, workbook, database, report].map(\.format) == [
        "Taguette highlights", "Taguette highlights", "Taguette project", "QualCoder coding report",
      ])
  }

  @Test func `positions of a project select exactly the words, by code points`() throws {
    let folder = try StudyFolder([:])
    try project.writeTaguetteProject(to: folder.path + "/project.sqlite3")
    let sample = try FileSample(path: folder.path + "/project.sqlite3", name: "p")
    let source = try TaguetteProject().openProject(sample)
    var selected: [String] = []
    while let document = try source.nextDocument() {
      let characters = Array(document.text.unicodeScalars)
      for passage in document.passages {
        selected.append(characters[passage.span].map { String($0) }.joined())
      }
    }
    let expected = project.documents.flatMap(\.highlights).filter { !$0.tags.isEmpty }.map(\.words)
    #expect(selected.sorted() == expected.sorted())
    let rows = try sqlite().rows.filter { $0.text == "Nobody asked us." }
    #expect(Set(rows.map(\.start)).count == 2)
  }
}
