extension Study {
  /// The excerpts that say best how a construct helps (+1) or hinders (−1).
  ///
  /// First those that ratings cite, then the rest; explicit examples (±2) before general statements; otherwise in the order of the
  /// exports. At most one for each organization, and none that is judged the other way or not at all.
  ///
  /// - Parameters:
  ///   - construct: The construct.
  ///   - sign: +1 or −1.
  ///   - organization: Only this one; nothing: all.
  ///   - limit: How many at most.
  /// - Returns: The best first.
  public func bestExcerpts(
    on construct: Construct.ID, sign: Int, in organization: Organization.ID? = nil, limit: Int
  ) -> [Excerpt] {
    let cited = Set(
      ratings.filter { $0.construct == construct && (organization == nil || $0.organization == organization) }
        .flatMap(\.excerpts))
    let ranked = excerpts.enumerated().compactMap {
      place, excerpt -> (rank: (Int, Int, Int), excerpt: Excerpt)? in
      guard organization == nil || excerpt.organization == organization,
        let judgement = excerpt.judgement(on: construct), judgement.value * sign > 0, !judgement.isMixed
      else { return nil }
      return ((cited.contains(excerpt.id) ? 0 : 1, -abs(judgement.value), place), excerpt)
    }.sorted { $0.rank < $1.rank }
    var seen: Set<Organization.ID> = []
    let spread = ranked.map(\.excerpt).filter { organization != nil || seen.insert($0.organization).inserted }
    return Array(spread.prefix(limit))
  }

  /// Who said it and where, by id and role: never by name.
  public func attribution(_ excerpt: Excerpt) -> String {
    let speaker = excerpt.participant.flatMap { id in participants.first { $0.id == id } }
    var parts = [name(excerpt.organization)]
    if let participant = excerpt.participant {
      let role = speaker?.role ?? ""
      parts.append(role.isEmpty ? participant.rawValue : "\(participant) (\(role))")
    } else {
      parts.append(excerpt.source)
    }
    if !excerpt.start.isEmpty {
      parts.append(
        "¶ \(excerpt.start)" + (excerpt.end.isEmpty || excerpt.end == excerpt.start ? "" : "–\(excerpt.end)"))
    }
    return parts.joined(separator: ", ") + " [\(excerpt.id)]"
  }
}
