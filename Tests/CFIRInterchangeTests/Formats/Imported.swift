import CFIRKit
import Foundation

@testable import CFIRInterchange

/// What a file's import gives: its rows, and what was left.
struct Imported {
  let format: String
  let rows: [ExcerptRow]
  let account: ImportAccount

  /// Imports a text as a file of this name.
  init(_ text: String, name: String = "export.csv") throws { try self.init(Array(text.utf8), name: name) }

  /// Imports bytes as a file of this name.
  init(_ bytes: [UInt8], name: String = "export.csv") throws {
    let folder = try StudyFolder([:])
    try folder.write(Data(bytes), to: name)
    try self.init(path: folder.path + "/" + name, name: name)
  }

  init(path: String, name: String) throws {
    let sample = try FileSample(path: path, name: name)
    guard let known = ExcerptFormats.format(of: sample) else {
      throw Finding.error(at: Origin(file: name), "no format knows this file", fix: "")
    }
    format = known.name
    let stream = try known.open(sample)
    var rows: [ExcerptRow] = []
    while let row = try stream.next() { rows.append(row) }
    (self.rows, account) = (rows, stream.account)
  }

  /// What was left, by the keys of the reasons.
  var left: [String: Int] {
    Dictionary(uniqueKeysWithValues: account.left.map { ($0.reason.key, $0.count) })
  }

  /// What the notes say.
  var notes: [String] { account.notes.map(\.message) }
}

extension ExcerptRow {
  /// The columns that a test looks at, joined by `|`.
  func joined(_ columns: ExcerptColumn...) -> String { columns.map { self[$0] }.joined(separator: "|") }
}
