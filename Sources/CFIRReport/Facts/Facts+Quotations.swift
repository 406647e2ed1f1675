import CFIRKit

/// An excerpt that stands for a cell.
struct Quotation: Sendable {
  let excerpt: Excerpt
  let construct: Construct.ID
  let organization: Organization.ID
}

extension Facts {
  /// The excerpts that say best why an organization is rated as it is.
  ///
  /// What the ratings cite comes first, then what was judged in the rating's direction, then explicit examples (±2) before
  /// general statements; what is left of a tie stands in the order of the export.
  func quotations(_ construct: Construct.ID, _ organization: Organization.ID) -> [Quotation] {
    let cell = matrix[construct, organization]
    let cited = cell?.settled.citedExcerpts ?? []
    let others = excerpts.excerpts(construct, organization).filter { !cited.contains($0.id) }
    let sign = cell?.score?.value.signum() ?? 0
    func rank(_ excerpt: Excerpt) -> (Int, Int) {
      guard let judgement = excerpt.judgement(on: construct) else { return (1, 0) }
      let agreement = judgement.value.signum() * sign
      // Where the rating is 0, what pulls both ways says it best.
      if sign == 0 { return (judgement.isMixed || judgement.value == 0 ? 0 : 1, 0) }
      return (agreement > 0 ? 0 : agreement == 0 ? 1 : 2, -abs(judgement.value))
    }
    let ranked = [cited.compactMap { excerpts[$0] }, others].flatMap { shelf in
      shelf.enumerated().sorted {
        let (first, second) = (rank($0.element), rank($1.element))
        return first == second ? $0.offset < $1.offset : first < second
      }.map(\.element)
    }
    return ranked.filter { $0.organization == organization }.map {
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
