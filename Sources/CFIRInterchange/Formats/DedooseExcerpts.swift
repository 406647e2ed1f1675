import CFIRKit

/// Dedoose's export of excerpts: a row for each excerpt, three columns for each code.
///
/// Columns `Code: A\B Applied`, `… Range` and `… Weight`; the list of applied codes is used only where these columns are missing, since it has
/// the codes' last names alone.
struct DedooseExcerpts: TableFormat {
  let name = "Dedoose excerpts"

  func layout(_ header: Header) -> (any TableLayout)? {
    let layout = Layout(header)
    return header.has("Media Title", "Excerpt Copy") && layout.hasCodes ? layout : nil
  }

  private struct Layout: TableLayout {
    private struct Code {
      var path: String
      var applied: Int?
      var weight: Int?
    }

    private let document, range, coder, date, text, combined: Int?
    private var codes: [Code] = []
    private var joined = JoinedCodes()
    private var variables: VariableColumns

    var hasCodes: Bool { !codes.isEmpty || combined != nil }

    init(_ header: Header) {
      (document, range, text) = (header["Media Title"], header["Excerpt Range"], header["Excerpt Copy"])
      (coder, date) = (header["Excerpt Creator"], header["Excerpt Date"])
      combined = header["Codes Applied Combined"]
      let own = Set(
        [document, range, text, coder, date, combined, header["Resource Creator"], header["Resource Date"]]
          .compactMap { $0 })
      var rest: [(place: Int, name: String)] = []
      for (place, name) in header.names.enumerated() where !own.contains(place) && !name.isEmpty {
        guard name.hasPrefix("Code: "),
          let kind = [" Applied", " Range", " Weight"].first(where: name.hasSuffix)
        else {
          rest.append((place, name))
          continue
        }
        let path = name.dropFirst("Code: ".count).dropLast(kind.count).split(separator: "\\")
          .map { $0.trimmingWhitespace() }.joined(separator: ProjectOutline.pathSeparator)
        // Codes of one path are as many columns of one name: each set follows its own Applied.
        if kind == " Applied" { codes.append(Code(path: path, applied: place)) }
        if kind == " Weight", let code = codes.lastIndex(where: { $0.path == path }) {
          codes[code].weight = place
        }
      }
      variables = VariableColumns(rest)
    }

    mutating func survey(_ sample: FileSample) throws(Finding) {
      guard codes.isEmpty else { return }
      var records = try sample.openTable()
      while try records.next() { joined.meet(records.verbatim(combined)) }
    }

    mutating func codings(_ row: inout RecordReader, noting account: inout ImportAccount) -> [ExcerptRow] {
      var excerpt = ExcerptRow(origin: row.line())
      excerpt.source = row.trimmed(document)
      excerpt.text = row.verbatim(text)
      excerpt.coder = row.trimmed(coder)
      excerpt.date = row.trimmed(date)
      let applied = applied(&row, noting: &account)
      guard !applied.isEmpty else {
        account.leave(.uncoded, at: excerpt.origin)
        return []
      }
      guard !excerpt.text.trimmingWhitespace().isEmpty else {
        account.leave(.wordless, at: excerpt.origin, count: applied.count)
        return []
      }
      variables.fill(&excerpt, from: &row, noting: &account)
      place(&excerpt, row.trimmed(range), noting: &account)
      return applied.map { code in
        var coding = excerpt
        coding.code = code.path
        coding.weight = row.trimmed(code.weight)
        if let place = code.applied { coding.origin = row.origin(place) }
        return coding
      }
    }

    private func applied(_ row: inout RecordReader, noting account: inout ImportAccount) -> [Code] {
      guard codes.isEmpty else {
        var seen: Set<String> = []
        return codes.filter { code in
          guard ["true", "1", "yes"].contains(row.trimmed(code.applied).lowercased()) else { return false }
          if seen.insert(code.path).inserted { return true }
          account.leave(.repeated, at: row.origin(code.applied ?? 0), named: code.path)
          return false
        }
      }
      let cell = row.verbatim(combined)
      let (names, byComma) = joined.split(cell)
      if byComma { account.noteComma(cell, at: row.origin(combined ?? 0)) }
      return names.map { Code(path: $0, applied: combined) }
    }

    /// `858-1159` are characters; anything else, such as a page's region, stays as it is.
    private func place(_ excerpt: inout ExcerptRow, _ range: String, noting account: inout ImportAccount) {
      let ends = range.split(separator: "-", omittingEmptySubsequences: false).map { $0.trimmingWhitespace() }
      guard ends.count == 2, let span = WrittenSpan(start: ends[0], end: ends[1]) else {
        excerpt.start = range
        return
      }
      if !excerpt.place((ends[0], ends[1]), span, unit: .codePoints) {
        account.noteMisfit(of: excerpt, unit: "Dedoose's own characters")
      }
    }
  }
}
