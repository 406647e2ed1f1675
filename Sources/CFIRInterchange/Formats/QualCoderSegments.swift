import CFIRKit

/// QualCoder's report of segments: a row for each passage, a column for each code with 0 or 1.
struct QualCoderSegments: TableFormat {
  let name = "QualCoder segments"

  func layout(_ header: Header) -> (any TableLayout)? {
    header.has("file name", "pos0", "pos1", "text") ? Layout(header) : nil
  }

  private struct Layout: TableLayout {
    private let document, person, start, end, text: Int?
    private let codes: [(place: Int, name: String)]

    init(_ header: Header) {
      (document, person) = (header["file name"], header["case name"])
      (start, end, text) = (header["pos0"], header["pos1"], header["text"])
      let behind = header["text"] ?? header.names.count
      codes = header.names.enumerated().filter { $0.offset > behind && !$0.element.isEmpty }.map {
        ($0.offset, $0.element)
      }
    }

    mutating func codings(_ row: inout RecordReader, noting account: inout ImportAccount) -> [ExcerptRow] {
      var passage = ExcerptRow(origin: row.line())
      passage.source = row.trimmed(document)
      passage.participant = row.trimmed(person)
      passage.text = row.verbatim(text)
      let applied = codes.filter { !["", "0", "0.0"].contains(row.trimmed($0.place)) }
      guard !applied.isEmpty else {
        account.leave(.uncoded, at: passage.origin)
        return []
      }
      guard !passage.text.trimmingWhitespace().isEmpty else {
        account.leave(.wordless, at: passage.origin, count: applied.count)
        return []
      }
      let written = (start: row.trimmed(start), end: row.trimmed(end))
      let span = WrittenSpan(start: written.start, end: written.end)
      if !passage.place(written, span, unit: .codePoints) {
        account.noteMisfit(of: passage, unit: "from 0, the end exclusive")
      }
      return applied.map { code in
        var coding = passage
        coding.code = code.name
        coding.origin = row.origin(code.place)
        return coding
      }
    }
  }
}
