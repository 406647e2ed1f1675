import CFIRKit

/// One code on one passage, as another program's file gives it, in the words of the canonical table.
///
/// Positions are Unicode code points of the source's text, its line breaks counted as one, from 0, the end exclusive; a file that has other
/// positions only (paragraphs, pages, times) gives them as text.
struct ExcerptRow {
  var id = ""
  var organization = ""
  /// A group of documents, which is an organization where nothing else says it.
  var group = ""
  var participant = ""
  var source = ""
  /// The code's path, its steps joined by ` > ` where the file knows them.
  var code = ""
  var text = ""
  var start = ""
  var end = ""
  var rating = ""
  var weight = ""
  var coder = ""
  var memo = ""
  var date = ""
  var cleared = ""
  /// Where it was read.
  var origin: Origin

  init(origin: Origin) { self.origin = origin }

  /// What stands in a column of the canonical table.
  subscript(column: ExcerptColumn) -> String {
    get { self[keyPath: Self.path(column)] }
    set { self[keyPath: Self.path(column)] = newValue }
  }

  /// The canonical table's header.
  static let header = ExcerptColumn.allCases.map(\.rawValue)

  /// The row's cells in the order of ``header``.
  var cells: [String] { ExcerptColumn.allCases.map { self[$0] } }

  private static func path(_ column: ExcerptColumn) -> WritableKeyPath<ExcerptRow, String> {
    switch column {
    case .id: \.id
    case .organization: \.organization
    case .group: \.group
    case .participant: \.participant
    case .source: \.source
    case .code: \.code
    case .text: \.text
    case .start: \.start
    case .end: \.end
    case .rating: \.rating
    case .weight: \.weight
    case .coder: \.coder
    case .memo: \.memo
    case .date: \.date
    case .cleared: \.cleared
    }
  }
}
