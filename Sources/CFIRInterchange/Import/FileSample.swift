import CFIRKit
import Foundation

/// What a file shows of itself before it is read, by which its kind is recognised.
struct FileSample: Sendable {
  /// What the first bytes say that a file is.
  enum Signature: Sendable {
    /// A zip archive: a workbook or a project.
    case zip
    /// An SQLite database.
    case sqlite
    /// An old Office file or an encrypted workbook.
    case compound
    /// An XML document, by the local name of its root element.
    case xml(root: String)
    /// An HTML page.
    case html
    /// Text, perhaps a table.
    case text
  }

  /// How many bytes are looked at.
  static let size = 64 << 10

  /// Where the file is.
  let path: String
  /// How findings name it.
  let name: String
  /// What it is by its first bytes.
  let signature: Signature
  /// Its first bytes as text, where it is text in UTF-8.
  let head: String
  /// The first row of a table, trimmed; empty where it is none.
  let header: [String]
  /// The paths in a zip archive, as it has them.
  let entries: [String]

  /// Looks at a file.
  ///
  /// - Throws: A finding where it cannot be opened, is empty, or is a folder.
  init(path: String, name: String) throws(Finding) {
    self.path = path
    self.name = name
    let container = try ContainerKind.of(path: path, name: name)
    let bytes = container == .other ? Self.firstBytes(path) : []
    head = String(decoding: bytes, as: UTF8.self)
    signature = Self.signature(container, head)
    entries = container == .zip ? try ZipArchive(path: path, name: name).entries.map(\.name) : []
    switch signature {
    case .text:
      // Also where there is nothing to read: the reader says what is wrong.
      header = try RecordReader(path: path, name: name).header
    case .zip:
      // A zip archive that is no workbook has no rows.
      header = (try? TabularFile.open(path: path, name: name).header) ?? []
    default: header = []
    }
  }

  private static func firstBytes(_ path: String) -> [UInt8] {
    guard let handle = FileHandle(forReadingAtPath: path) else { return [] }
    defer { try? handle.close() }
    return (try? handle.read(upToCount: size)).flatMap { $0.map(Array.init) } ?? []
  }

  private static func signature(_ container: ContainerKind, _ head: String) -> Signature {
    switch container {
    case .zip: return .zip
    case .compound: return .compound
    case .database: return .sqlite
    case .empty, .other: break
    }
    let text = head.prefix(4096).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    guard text.first == "<" else { return .text }
    if text.lowercased().hasPrefix("<!doctype html") || text.lowercased().hasPrefix("<html") { return .html }
    return rootElement(text).map(Signature.xml) ?? .text
  }

  /// The local name of the first element behind declarations and comments.
  private static func rootElement(_ text: Substring) -> String? {
    var rest = text
    while let open = rest.firstIndex(of: "<") {
      rest = rest[open...].dropFirst()
      if rest.hasPrefix("!--") {
        guard let close = rest.firstRange(of: "-->") else { return nil }
        rest = rest[close.upperBound...]
      } else if let first = rest.first, first.isLetter || first == "_" {
        let name = rest.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
        return name.split(separator: ":").last.map(String.init)
      }
    }
    return nil
  }
}
