import CFIRKit

/// An excerpt that stands for a cell.
struct Quotation: Sendable {
  let excerpt: Excerpt
  let construct: Construct.ID
  let organization: Organization.ID
}

extension Facts {
  /// The excerpts that say best why an organization is rated as it is.
  func quotations(_ construct: Construct.ID, _ organization: Organization.ID) -> [Quotation] {
    excerpts.ranked(construct, organization, by: matrix[construct, organization]).map {
      Quotation(excerpt: $0, construct: construct, organization: organization)
    }
  }

  /// At most so many excerpts for several organizations: the best of each, then the second of each.
  func quotations(
    _ construct: Construct.ID, in organizations: [Organization.ID], atMost limit: Int, each: Int = 2
  )
    -> [Quotation]
  {
    let shelves = organizations.map { quotations(construct, $0) }
    var chosen: [(place: Int, quotation: Quotation)] = []
    for round in 0..<each {
      for (place, shelf) in shelves.enumerated() where round < shelf.count && chosen.count < limit {
        chosen.append((place, shelf[round]))
      }
    }
    return chosen.enumerated()
      .sorted {
        $0.element.place == $1.element.place ? $0.offset < $1.offset : $0.element.place < $1.element.place
      }
      .map(\.element.quotation)
  }
}
