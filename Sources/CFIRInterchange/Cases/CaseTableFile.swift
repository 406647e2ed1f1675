import CFIRKit
import Foundation

/// A table of cases: the first column names the case, the others hold numbers.
public enum CaseTableFile {
  /// Whether a path is a file and no `study.yaml`, and so a table of cases.
  public static func isTable(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
      return false
    }
    return !["yaml", "yml"].contains((path as NSString).pathExtension.lowercased())
  }

  /// Reads a table.
  ///
  /// A decimal comma is taken; `NA`, `.`, `-` and an empty cell are no number. What else is no number is noted with its column, and
  /// matters only where the column is used.
  ///
  /// - Throws: A finding where the file cannot be read or has no cases.
  public static func read(_ path: String, noting findings: inout Findings) throws(Finding) -> CaseColumns {
    var table = TableReader(try RecordReader(path: path, name: path))
    let header = table.header
    guard header.count >= 2 else {
      throw .error(
        at: Origin(file: path, line: 1), "a table of cases needs a column of names and columns of numbers",
        fix: "put the cases in the first column and separate columns by commas, semicolons or tabs")
    }
    var cases: [String] = []
    var places: [String: Origin] = [:]
    var columns = header.dropFirst().map { CaseColumns.Column($0, values: []) }
    while try table.next(noting: &findings) {
      let label = table.text(0)
      if let first = places[label] {
        findings.add(
          .warning(
            at: table.origin(0), "the case '\(label)' stands here again, first at \(first)",
            fix: "give each its own name"))
      } else {
        places[label] = table.origin(0)
      }
      cases.append(label)
      for place in columns.indices {
        let text = table.text(place + 1)
        let number = Self.number(text)
        if number == nil && !Self.missing.contains(text.lowercased()) {
          columns[place].findings.append(
            .error(
              at: table.origin(place + 1), "'\(text)' in column '\(columns[place].name)' is not a number",
              fix: "write a number, or NA where there is none"))
        }
        columns[place].values.append(number)
      }
    }
    guard !cases.isEmpty else {
      throw .error(at: Origin(file: path, line: 1), "the table has no cases", fix: "add a row for each case")
    }
    for (place, column) in columns.enumerated()
    where columns[..<place].contains(where: { $0.name == column.name }) {
      columns[place].findings.insert(
        .error(
          at: table.headerOrigins[place + 1], "the column '\(column.name)' stands twice",
          fix: "rename one of them"),
        at: 0)
      for other in columns.indices where columns[other].name == column.name && other != place {
        columns[other].findings = columns[place].findings
      }
    }
    let title = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    return CaseColumns(title: title, cases: cases, columns: columns)
  }

  private static let missing: Set<String> = ["", "na", ".", "-", "?", "nan", "missing"]

  private static func number(_ text: String) -> Double? {
    let plain = text.replacing("\u{2212}", with: "-")
    guard let number = Double(plain) ?? Double(plain.replacing(",", with: ".")), number.isFinite else {
      return nil
    }
    return number
  }
}
