@testable import CFIRKit
import Foundation
import Testing

/// What travels inside the program is what stands in `Codebooks`.
struct EmbeddedCodebookTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "Codebooks")

  private func text(_ name: String) throws -> String {
    try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
  }

  @Test(arguments: Framework.Edition.allCases)
  func `a framework is its CSV file, row by row`(edition: Framework.Edition) throws {
    var findings = Findings()
    let path = Self.folder.appending(path: "\(edition.rawValue).csv").path
    let rows = try CodebookTable.read(TableReader(RecordReader(path: path)), noting: &findings)
    #expect(findings.all.isEmpty)
    #expect(!rows.isEmpty)
    #expect(rows.map(\.asConstruct) == Framework(edition).constructs)
  }

  @Test(arguments: ShippedCodebook.allCases)
  func `a shipped codebook is its CSV file`(codebook: ShippedCodebook) throws {
    #expect(codebook.text == (try text("\(codebook.rawValue).csv")).trimmingCharacters(in: .newlines))
  }

  @Test(arguments: ["cfir-2022", "cfir-2009", "crosswalk-2009-2022", "peer-support"])
  func `the embedded text is up to date`(name: String) throws {
    let lines = try text("\(name).csv").trimmingCharacters(in: .newlines).components(separatedBy: "\n")
    let embedded = lines.map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
    let isCurrent = try text("EmbeddedCodebooks.swift").contains("\"\"\"\n" + embedded + "\n    \"\"\"#")
    #expect(isCurrent, "run `make codebooks`")
  }
}
