import CFIRKit

/// ATLAS.ti's quotation manager as a table: a row for each quotation, its codes in one cell.
struct ATLAStiQuotations: TableFormat {
  let name = "ATLAS.ti quotations"

  func layout(_ header: Header) -> (any TableLayout)? {
    header.has("Document", "Codes") && header["Quotation Content", "Text Content"] != nil
      ? Layout(header) : nil
  }

  private struct Layout: TableLayout {
    private let id, document, group, text, comment, codes, reference, coder, date: Int?
    private var joined = JoinedCodes()

    init(_ header: Header) {
      (id, document, group) = (header["ID", "Number"], header["Document"], header["Document Groups"])
      (text, comment, codes) = (
        header["Quotation Content", "Text Content"], header["Comment"], header["Codes"]
      )
      (reference, coder) = (header["Reference"], header["Created by"])
      date = header["Created", "Creation Date"]
    }

    mutating func survey(_ sample: FileSample) throws(Finding) {
      var records = try sample.openTable()
      while try records.next() { joined.meet(records.verbatim(codes)) }
    }

    mutating func codings(_ row: inout RecordReader, noting account: inout ImportAccount) -> [ExcerptRow] {
      var quotation = ExcerptRow(origin: row.origin(codes ?? 0))
      quotation.source = row.trimmed(document)
      quotation.text = row.verbatim(text)
      let cell = row.verbatim(codes)
      let (codes, byComma) = joined.split(cell)
      if byComma { account.noteComma(cell, at: quotation.origin) }
      guard !codes.isEmpty else {
        account.leave(.uncoded, at: quotation.origin, named: row.trimmed(id))
        return []
      }
      guard !quotation.text.trimmingWhitespace().isEmpty else {
        account.leave(.wordless, at: quotation.origin, named: row.trimmed(id), count: codes.count)
        return []
      }
      if let number = number(&row, noting: &account) { quotation.id = "\(quotation.source)#\(number)" }
      quotation.group = group(&row, noting: &account)
      quotation.memo = row.trimmed(comment)
      quotation.coder = row.trimmed(coder)
      quotation.date = row.trimmed(date)
      let reference = row.trimmed(reference)
      let ends = reference.split(separator: " - ", omittingEmptySubsequences: false).map(String.init)
      let isRange = ends.count == 2 && ends.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
      (quotation.start, quotation.end) = isRange ? (ends[0], ends[1]) : (reference, "")
      return codes.map {
        var coding = quotation
        coding.code = $0
        return coding
      }
    }

    /// The quotation's number, such as `3:10`; nothing where a spreadsheet has made a time of it.
    private func number(_ row: inout RecordReader, noting account: inout ImportAccount) -> String? {
      let written = row.trimmed(id)
      guard !written.isEmpty else { return nil }
      let parts = written.split(separator: ":", omittingEmptySubsequences: false)
      let isNumber = parts.allSatisfy {
        !$0.isEmpty && $0.allSatisfy(\.isNumber) && ($0 == "0" || $0.first != "0")
      }
      if isNumber && parts.count <= 2 { return written }
      account.leave(.timeForNumber, at: row.origin(id ?? 0), named: written)
      return nil
    }

    /// The document's group; none where it has several.
    private func group(_ row: inout RecordReader, noting account: inout ImportAccount) -> String {
      let groups = row.trimmed(group).split { $0.isNewline || $0 == ";" }.map { $0.trimmingWhitespace() }
      if groups.count > 1 { account.leave(.severalGroups, at: row.origin(group ?? 0)) }
      return groups.count == 1 ? groups[0] : ""
    }
  }
}

extension ImportAccount.Reason {
  /// A quotation's number that went through a spreadsheet.
  fileprivate static let timeForNumber = ImportAccount.Reason(
    "time-for-number", "number of a quotation that is none any more",
    several: "numbers of quotations that are none any more",
    why:
      "a spreadsheet makes times of numbers such as 3:10; the quotations are read without their numbers: export again, and do not save the file in a spreadsheet"
  )

  /// The groups of a document that is in several.
  fileprivate static let severalGroups = ImportAccount.Reason(
    "several-groups", "list of document groups", several: "lists of document groups",
    why: "a document belongs to one organization: say which in participants.csv")
}
