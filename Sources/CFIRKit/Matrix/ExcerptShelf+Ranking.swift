extension ExcerptShelf {
  /// The excerpts that say best why an organization is rated as it is.
  ///
  /// What the ratings cite comes first, then what was judged in the rating's direction, then explicit examples (±2) before
  /// general statements; what is left of a tie stands in the order of the export.
  public func ranked(
    _ construct: Construct.ID, _ organization: Organization.ID, by cell: RatingMatrix.Cell?
  ) -> [Excerpt] {
    let cited = cell?.settled.citedExcerpts ?? []
    let others = excerpts(construct, organization).filter { !cited.contains($0.id) }
    let sign = cell?.score?.value.signum() ?? 0
    func rank(_ excerpt: Excerpt) -> (Int, Int) {
      guard let judgement = excerpt.judgement(on: construct) else { return (1, 0) }
      let agreement = judgement.value.signum() * sign
      // Where the rating is 0, what pulls both ways says it best.
      if sign == 0 { return (judgement.isMixed || judgement.value == 0 ? 0 : 1, 0) }
      return (agreement > 0 ? 0 : agreement == 0 ? 1 : 2, -abs(judgement.value))
    }
    let ranked = [cited.compactMap { self[$0] }, others].flatMap { shelf in
      shelf.enumerated().sorted {
        let (first, second) = (rank($0.element), rank($1.element))
        return first == second ? $0.offset < $1.offset : first < second
      }.map(\.element)
    }
    return ranked.filter { $0.organization == organization }
  }
}
