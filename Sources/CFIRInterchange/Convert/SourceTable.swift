import CFIRKit
import Foundation

/// A source of a study as `sources.csv` has it.
struct StudySource {
  var name: String
  var group = ""
  /// Its words, as a path from the study's folder; empty where they are not there.
  var text = ""
  var memo = ""
  var variables: [Attribute] = []
}

/// `sources.csv`: the documents of a study, where their words are, and what is known of them.
enum SourceTable {
  static let name = "sources.csv"

  static func text(_ sources: [StudySource]) -> String {
    var variables: [String] = []
    for variable in sources.flatMap(\.variables) where !variables.contains(variable.name) {
      variables.append(variable.name)
    }
    var writer = CSVWriter()
    writer.row(["source", "group", "text", "memo"] + variables.map(\.withFormulaGuard))
    for source in sources {
      let values = variables.map { name in source.variables.first { $0.name == name }?.value ?? "" }
      writer.row(([source.name, source.group, source.text, source.memo] + values).map(\.withFormulaGuard))
    }
    return writer.text
  }

  /// - Throws: A finding where the table cannot be read at all.
  static func read(_ records: consuming RecordReader, noting findings: inout Findings) throws(Finding)
    -> [StudySource]
  {
    var table = TableReader(records)
    guard let name = table.column("source", "document") else {
      throw .error(
        at: Origin(file: table.file, line: 1), "there is no column 'source'",
        fix: "its columns are source, group, text, memo, and any variables")
    }
    let (group, text, memo) = (table.column("group"), table.column("text"), table.column("memo"))
    let header = table.header
    let known = [name, group, text, memo]
    var sources: [StudySource] = []
    while try table.next(noting: &findings) {
      guard !table.text(name).isEmpty else {
        findings.add(.error(at: table.origin(name), "this row names no source", fix: "fill the cell"))
        continue
      }
      sources.append(
        StudySource(
          name: table.text(name), group: table.text(group), text: table.text(text), memo: table.text(memo),
          variables: header.indices.filter { !known.contains($0) && !table.text($0).isEmpty }.map {
            Attribute(name: header[$0], value: table.text($0))
          }))
    }
    return sources
  }

  /// A file name for a source's words: nothing of its name can lead out of the folder or trouble a file system.
  ///
  /// - Parameters:
  ///   - source: The source's name.
  ///   - taken: Names that are given already, in lower case; the new one is added.
  /// - Returns: The name, with the ending `.txt`.
  static func fileName(for source: String, taken: inout Set<String>) -> String {
    let stem = source.lowercased().hasSuffix(".txt") ? String(source.dropLast(4)) : source
    let safe = stem.map { character -> Character in
      character.isLetter || character.isNumber || " -_.()".contains(character) ? character : "_"
    }
    // Sixty letters of the longest encoding are within what file systems allow.
    let cut = String(safe).trimmingWhitespace().drop { $0 == "." }.prefix(60)
    let name = cut.trimmingWhitespace().ifEmpty("source")
    var candidate = name + ".txt"
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      candidate = "\(name)-\(number).txt"
      number += 1
    }
    return candidate
  }
}
