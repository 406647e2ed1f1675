import CFIRKit
import Foundation

/// Codings out of RQDA, as `getCodingTable()` and `getCodingsOfCodes()` give them and R writes them to a file.
///
/// The first has no text: its codings are counted, by position, and cannot be quoted.
struct RQDACodings: TableFormat {
  let name = "RQDA codings"

  func layout(_ header: Header) -> (any TableLayout)? {
    header.has("codename", "filename", "index1", "index2") ? Layout(header) : nil
  }

  private struct Layout: TableLayout {
    private let document, start, end, code, text: Int?

    init(_ header: Header) {
      (document, code, text) = (header["filename"], header["codename"], header["coding", "seltext"])
      (start, end) = (header["index1"], header["index2"])
    }

    mutating func codings(_ row: inout RecordReader, noting account: inout ImportAccount) -> [ExcerptRow] {
      var coding = ExcerptRow(origin: row.origin(code ?? 0))
      coding.source = row.trimmed(document)
      coding.code = row.trimmed(code).withoutNA
      coding.text = row.verbatim(text).withoutControlCharacters
      guard !coding.code.isEmpty else {
        account.leave(.uncoded, at: coding.origin)
        return []
      }
      if text == nil { noteWordless(&account) }
      let written = (start: row.trimmed(start), end: row.trimmed(end))
      let span = WrittenSpan(start: written.start, end: written.end)
      if !coding.place(written, span, unit: .codePoints) {
        account.noteMisfit(of: coding, unit: "from 0, the end exclusive")
      }
      return [coding]
    }

    private func noteWordless(_ account: inout ImportAccount) {
      account.note(
        .warning(
          at: Origin(file: account.file, line: 1),
          "this table has positions and no text: its codings are counted and cannot be quoted",
          fix: "write out getCodingsOfCodes() instead of getCodingTable() to have the text"))
    }
  }
}

extension String {
  /// The text with letters for the control characters U+0080 to U+009F, which are Windows-1252 that was taken for Latin-1: `\u{92}` is `’`.
  fileprivate var withoutControlCharacters: String {
    guard unicodeScalars.contains(where: { (0x80...0x9F).contains($0.value) }) else { return self }
    var repaired = UnicodeScalarView()
    for scalar in unicodeScalars {
      let byte = UInt8(exactly: scalar.value).flatMap { (0x80...0x9F).contains($0) ? $0 : nil }
      let letter = byte.flatMap { String(bytes: [$0], encoding: .windowsCP1252)?.unicodeScalars.first }
      repaired.append(letter ?? scalar)
    }
    return String(repaired)
  }
}
