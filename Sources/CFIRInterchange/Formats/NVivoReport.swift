import CFIRKit
import Foundation

/// NVivo's report of what is coded with one code, as text: documents, and in each its references.
///
/// The code is in no line below the heading: it is the heading, where there is one, else the file's name. The folders of a document are its
/// group. Coders and dates are not in the report.
struct NVivoReport: ExcerptFormat {
  let name = "NVivo code report"

  func recognizes(_ sample: FileSample) -> Bool {
    guard case .text = sample.signature, !ExcerptColumns.recognizes(sample.header),
      var lines = try? LineReader(path: sample.path, name: sample.name)
    else { return false }
    // A heading of a few lines may come first.
    for _ in 0..<20 {
      guard let line = try? lines.next() else { return false }
      if case .document = NVivoLine(line) { return true }
    }
    return false
  }

  func open(_ sample: FileSample) throws(Finding) -> any ExcerptStream {
    NVivoReferences(
      try LineReader(path: sample.path, name: sample.name),
      code: URL(fileURLWithPath: sample.path).deletingPathExtension().lastPathComponent, format: name)
  }
}

/// The references of an NVivo code report, one after the other.
private final class NVivoReferences: ExcerptStream {
  /// The document that is being read.
  private struct Document {
    var name, group: String
    var origin: Origin
    var declared: Int
    var found = 0
  }

  private var lines: LineReader
  private var code: String
  private var isHeading = false
  private var document: Document?
  private var reference: ExcerptRow?
  private var words: [String] = []
  private var hasRegions = false
  private(set) var account: ImportAccount

  init(_ lines: consuming LineReader, code: String, format: String) {
    account = ImportAccount(file: lines.file, format: format)
    self.lines = lines
    self.code = code
  }

  func next() throws(Finding) -> ExcerptRow? {
    while let line = try lines.next() {
      if let row = take(line) { return row }
    }
    let last = finishReference()
    finishDocument()
    account.take(lines.encoding)
    return last
  }

  /// - Returns: The reference that the line ends, if any.
  private func take(_ line: String) -> ExcerptRow? {
    switch NVivoLine(line) {
    case .document(let folders, let name, let references):
      let row = finishReference()
      if document == nil && !isHeading { noteCode() }
      finishDocument()
      document = Document(
        name: name, group: folders.joined(separator: "/"),
        origin: Origin(file: account.file, line: lines.number), declared: references)
      return row
    case .reference(let number) where number == (document?.found ?? -1) + 1:
      let row = finishReference()
      begin()
      return row
    case .region:
      if reference != nil { hasRegions = true } else { fallthrough }
    case .text, .reference:
      if document == nil { takeHeading(line) } else if reference != nil { words.append(line) }
    }
    return nil
  }

  private func begin() {
    guard var present = document else { return }
    present.found += 1
    document = present
    var row = ExcerptRow(origin: Origin(file: account.file, line: lines.number))
    (row.source, row.group, row.code) = (present.name, present.group, code)
    reference = row
    (words, hasRegions) = ([], false)
  }

  private func finishReference() -> ExcerptRow? {
    defer { reference = nil }
    guard var row = reference else { return nil }
    row.text = words.joined(separator: "\n").trimmingWhitespace()
    guard row.text.isEmpty else {
      account.codings += 1
      return row
    }
    account.leave(hasRegions ? .picture : .wordless, at: row.origin, named: row.source)
    return nil
  }

  private func finishDocument() {
    guard let document, document.found != document.declared else { return }
    account.note(
      .warning(
        at: document.origin,
        "'\(document.name)' announces \(NumberStyle.count(document.declared, "reference")), and \(document.found) follow",
        fix: "export the report again if references are missing"))
  }

  /// The first line above the documents names the code: `Name: Culture`, or its path.
  private func takeHeading(_ line: String) {
    let heading = line.trimmingWhitespace()
    guard !isHeading, !heading.isEmpty else { return }
    isHeading = true
    let name = heading.firstMatch(of: /^(?:Name|Code|Node)\s*:\s*(.+)$/).map { String($0.1) } ?? heading
    let steps = name.split(separator: "\\").map { $0.trimmingWhitespace() }
    let isPath = name.contains("\\\\")
    code = (isPath ? Array(steps.dropFirst()) : [name]).joined(separator: ProjectOutline.pathSeparator)
  }

  private func noteCode() {
    account.note(
      Finding(
        .note, at: Origin(file: account.file),
        "the code is taken from the file's name: '\(code)'", fix: "name the file as the code is named"))
  }
}
