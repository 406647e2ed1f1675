import CFIRKit

/// Taguette's export of highlights: a row for each highlight and tag.
///
/// It holds no positions, coders or dates, and no highlight without a tag. An export of one tag goes by the beginning of tag names, holds
/// the other tags of its highlights as well, and repeats rows (seen in Taguette 1.5.2).
struct TaguetteHighlights: TableFormat {
  let name = "Taguette highlights"

  func layout(_ header: Header) -> (any TableLayout)? {
    header.isExactly("id", "document", "tag", "content") ? Layout(header) : nil
  }

  private struct Layout: TableLayout {
    private struct Tagging: Hashable {
      var highlight: String
      var tag: Int
    }

    /// What a spreadsheet makes of words that begin with `=`, once it has worked them out.
    private static let errors: Set = ["#NAME?", "#VALUE!", "#REF!", "#DIV/0!", "#NULL!", "#NUM!", "#N/A"]

    private let id, document, tag, content: Int?
    private var tags: [String: Int] = [:]
    private var taggings: Set<Tagging> = []

    init(_ header: Header) {
      (id, document) = (header["id"], header["document"])
      (tag, content) = (header["tag"], header["content"])
    }

    mutating func codings(_ row: inout RecordReader, noting account: inout ImportAccount) -> [ExcerptRow] {
      var coding = ExcerptRow(origin: row.origin(tag ?? 0))
      coding.source = row.trimmed(document)
      coding.code = row.trimmed(tag)
      coding.text = row.verbatim(content)
      let highlight = row.trimmed(id)
      if !highlight.isEmpty { coding.id = "\(coding.source)#\(highlight)" }
      guard !coding.code.isEmpty else {
        account.leave(.uncoded, at: coding.origin)
        return []
      }
      guard !coding.text.trimmingWhitespace().isEmpty else {
        account.leave(.wordless, at: row.origin(content ?? 0), named: coding.code)
        return []
      }
      guard !Self.errors.contains(coding.text) else {
        account.leave(.calculated, at: row.origin(content ?? 0), named: coding.code)
        return []
      }
      let number = tags[coding.code] ?? tags.count
      tags[coding.code] = number
      guard highlight.isEmpty || taggings.insert(Tagging(highlight: highlight, tag: number)).inserted else {
        account.leave(.repeated, at: coding.origin, named: coding.code)
        return []
      }
      return [coding]
    }
  }
}

extension ImportAccount.Reason {
  /// A highlight whose words were taken for a formula.
  fileprivate static let calculated = ImportAccount.Reason(
    "calculated", "highlight of which a spreadsheet has made an error",
    several: "highlights of which a spreadsheet has made errors",
    why: "Taguette writes words that begin with '=' as a formula: export as CSV, where they stay words")
}
