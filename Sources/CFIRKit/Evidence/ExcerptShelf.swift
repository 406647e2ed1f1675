/// The excerpts by id and by what was coded on them, in the order in which they were read.
public struct ExcerptShelf: Sendable {
  private let byID: [Excerpt.ID: Excerpt]
  private let cells: [Construct.ID: [Organization.ID: [Excerpt]]]

  /// Excerpts in the order in which they were read.
  public init(_ excerpts: [Excerpt]) {
    byID = Dictionary(excerpts.map { ($0.id, $0) }) { first, _ in first }
    var cells: [Construct.ID: [Organization.ID: [Excerpt]]] = [:]
    for excerpt in excerpts {
      for construct in Set(excerpt.codings.map(\.construct)) {
        cells[construct, default: [:]][excerpt.organization, default: []].append(excerpt)
      }
    }
    self.cells = cells
  }

  /// Every construct that was coded.
  public var constructs: Set<Construct.ID> { Set(cells.keys) }

  /// The excerpt of an id.
  public subscript(id: Excerpt.ID) -> Excerpt? { byID[id] }

  /// What was coded on a construct in an organization.
  public func excerpts(_ construct: Construct.ID, _ organization: Organization.ID) -> [Excerpt] {
    cells[construct]?[organization] ?? []
  }
}
