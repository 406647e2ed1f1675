import CFIRKit

/// QualCoder's coding reports by file and by case: a row for each coding, without positions and dates.
///
/// The categories above a code stand in columns of one name, the innermost first. In the CSV form a row of a code with fewer categories
/// is shorter, and what follows the categories (the variables) moves left (seen in QualCoder 4.0).
struct QualCoderReport: TableFormat {
  let name = "QualCoder coding report"

  func layout(_ header: Header) -> (any TableLayout)? {
    header.has("Coder", "Coded", "Id", "Codename") && header["File", "Filename"] != nil
      ? Layout(header) : nil
  }

  private struct Layout: TableLayout {
    let allowsShortRows = true

    private let document, person, coder, text, id, code, memo: Int?
    private let width: Int
    private let categories: [Int]
    private let variableCount: Int
    private var variables: VariableColumns
    /// Codings of passages that belong to several cases.
    private var shared: Set<String> = []
    private var sharedTaken: Set<String> = []

    init(_ header: Header) {
      (document, person) = (header["File", "Filename"], header["Case"])
      (coder, text, id) = (header["Coder"], header["Coded"], header["Id"])
      (code, memo) = (header["Codename"], header["Coded_Memo"])
      width = header.names.count
      // Some programs number columns of one name: `Category.1`.
      categories = header.names.indices.filter {
        header.names[$0].lowercased().prefix { $0 != "." } == "category"
      }
      let variables = header.names.enumerated().compactMap { place, name in
        ["FileVar_", "CaseVar_"].first(where: name.hasPrefix).map {
          (place: place, name: String(name.dropFirst($0.count)))
        }
      }
      variableCount = variables.count
      self.variables = VariableColumns(variables)
    }

    mutating func survey(_ sample: FileSample) throws(Finding) {
      guard let person, let id else { return }
      var records = try sample.openTable()
      var cases: [String: String] = [:]
      while try records.next() {
        let (id, name) = (records.trimmed(id), records.trimmed(person))
        if let first = cases[id], first != name { shared.insert(id) }
        cases[id] = cases[id] ?? name
      }
    }

    mutating func codings(_ row: inout RecordReader, noting account: inout ImportAccount) -> [ExcerptRow] {
      let moved = max(0, width - row.count)
      let steps = row.trimmed(code)
      var coding = ExcerptRow(origin: row.origin(code ?? 0))
      guard !steps.isEmpty else {
        account.leave(.uncoded, at: coding.origin)
        return []
      }
      let above = categories.filter { $0 < row.count - (moved > 0 ? variableCount : 0) }
      coding.code = (above.map { row.trimmed($0) }.filter { !$0.isEmpty }.reversed() + [steps])
        .joined(separator: ProjectOutline.pathSeparator)
      let number = row.trimmed(id)
      if number.hasPrefix("imid:") || number.hasPrefix("avid:") {
        account.leave(
          number.hasPrefix("imid:") ? .picture : .recording, at: coding.origin, named: row.trimmed(document))
        return []
      }
      coding.text = row.verbatim(text)
      guard !coding.text.trimmingWhitespace().isEmpty else {
        account.leave(.wordless, at: coding.origin, named: coding.code)
        return []
      }
      if shared.contains(number), !sharedTaken.insert(number).inserted {
        account.leave(.sharedByCases, at: coding.origin, named: row.trimmed(document))
        return []
      }
      coding.source = row.trimmed(document)
      coding.participant = shared.contains(number) ? "" : row.trimmed(person)
      coding.coder = row.trimmed(coder)
      coding.memo = row.trimmed(memo)
      variables.fill(&coding, from: &row, noting: &account) { $0 - moved }
      return [coding]
    }
  }
}

extension ImportAccount.Reason {
  /// A coding that a report by case repeats for each case of its passage.
  fileprivate static let sharedByCases = ImportAccount.Reason(
    "shared-by-cases", "row of a passage that belongs to several cases",
    several: "rows of passages that belong to several cases",
    why: "such a passage counts once and for its document, since nothing says which of the cases spoke")
}
