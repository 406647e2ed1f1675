import CFIRKit

/// Segments as requal exports them: a row for each; positions count from 1 and include the last character.
struct RequalSegments: TableFormat {
  let name = "requal segments"

  func layout(_ header: Header) -> (any TableLayout)? {
    header.has("doc_name", "segment_start", "segment_end", "code_name", "segment_text")
      ? Layout(header) : nil
  }

  private struct Layout: TableLayout {
    private let document, start, end, code, text, coder: Int?

    init(_ header: Header) {
      (document, code, text) = (header["doc_name"], header["code_name"], header["segment_text"])
      (start, end, coder) = (header["segment_start"], header["segment_end"], header["user_name"])
    }

    mutating func codings(_ row: inout RecordReader, noting account: inout ImportAccount) -> [ExcerptRow] {
      var coding = ExcerptRow(origin: row.origin(code ?? 0))
      coding.source = row.trimmed(document)
      coding.code = row.trimmed(code).withoutNA
      coding.text = row.verbatim(text)
      coding.coder = row.trimmed(coder).withoutNA
      guard !coding.code.isEmpty else {
        account.leave(.uncoded, at: coding.origin)
        return []
      }
      guard !coding.text.trimmingWhitespace().isEmpty else {
        account.leave(.wordless, at: coding.origin, named: coding.code)
        return []
      }
      let written = (start: row.trimmed(start), end: row.trimmed(end))
      let span = WrittenSpan(start: written.start, end: written.end, first: 1, includesEnd: true)
      if !coding.place(written, span, unit: .codePoints) {
        account.noteMisfit(of: coding, unit: "from 1, the last character included")
      }
      return [coding]
    }
  }
}

extension String {
  /// The text, empty where it is R's word for a missing value.
  var withoutNA: String { self == "NA" ? "" : self }
}
