import CFIRKit

/// Selections as OpenQDA exports them: a row for each selection and code; codes by their own name, without what stands above them.
///
/// Its editor counts UTF-16 units, so that each emoji before a passage moves it by one more than by code points.
struct OpenQDASelections: TableFormat {
  let name = "OpenQDA selections"

  func layout(_ header: Header) -> (any TableLayout)? {
    header.has("source", "code category", "start pos", "end pos", "selection") ? Layout(header) : nil
  }

  private struct Layout: TableLayout {
    private let document, start, end, code, text, coder, date: Int?

    init(_ header: Header) {
      (document, code, text) = (header["source"], header["code category"], header["selection"])
      (start, end) = (header["start pos"], header["end pos"])
      (coder, date) = (header["created by"], header["created at"])
    }

    mutating func codings(_ row: inout RecordReader, noting account: inout ImportAccount) -> [ExcerptRow] {
      var coding = ExcerptRow(origin: row.origin(code ?? 0))
      coding.source = row.trimmed(document)
      coding.code = row.trimmed(code)
      coding.text = row.verbatim(text)
      coding.coder = row.trimmed(coder)
      coding.date = row.trimmed(date)
      guard !coding.code.isEmpty else {
        account.leave(.uncoded, at: coding.origin)
        return []
      }
      guard !coding.text.trimmingWhitespace().isEmpty else {
        account.leave(.wordless, at: coding.origin, named: coding.code)
        return []
      }
      let written = (start: row.trimmed(start), end: row.trimmed(end))
      if !coding.place(written, WrittenSpan(start: written.start, end: written.end), unit: .utf16) {
        account.noteMisfit(of: coding, unit: "UTF-16 units from 0, the end exclusive")
      }
      account.note(
        Finding(
          .note, at: Origin(file: account.file),
          "positions are UTF-16 units, as OpenQDA counts: each emoji before a passage moves it by one more character"
        ))
      return [coding]
    }
  }
}
