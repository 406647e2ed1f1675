/// What a written code or row name stands for.
public enum NameMatch: Sendable {
  /// One construct.
  case found(Construct)
  /// Several constructs bear the name; it needs its parent.
  case ambiguous([Construct])
  /// Nothing in the codebook.
  case none
}

extension Codebook {
  /// Finds the construct that a code means: by id, name, published number, alias or path.
  ///
  /// Case, punctuation, `&` for “and” and leading numbering do not matter. A path (`A > B`, `A\B`, `A/B`, `A::B`, `A: B`)
  /// matches by its tail; what stands before the tail decides between constructs that bear the same name. A role and a
  /// characteristic on one path, in either order, are their pair.
  public func match(_ written: String) -> NameMatch {
    let written = written.trimmingWhitespace()
    if let construct = construct(.init(written)) { return .found(construct) }
    if let numbered = numbered(written) { return .found(numbered) }
    let whole = bearers(of: NameKey(written))
    if whole.count == 1 { return .found(whole[0]) }
    let steps = Codebook.steps(written)
    return match(steps: steps)
  }

  /// The construct of a published number, in either case and with or without a final dot.
  private func numbered(_ written: String) -> Construct? {
    let number = (written.hasSuffix(".") ? String(written.dropLast()) : written).lowercased()
    return number.isEmpty ? nil : constructs.first { $0.number.lowercased() == number }
  }

  /// The steps of a code path, outermost first.
  public static func steps(_ path: String) -> [String] {
    for separator in [" > ", "\\", "/", "::", ": "] where path.contains(separator) {
      let steps = path.split(separator: separator).map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
      if !steps.isEmpty { return steps }
    }
    return [path]
  }

  /// Finds the construct of a path that has been taken apart.
  public func match(steps: [String]) -> NameMatch {
    guard let last = steps.last else { return .none }
    // `CFIR > III.D.3`; a lone `V` is more likely a wave than a domain.
    if last.contains("."), let numbered = numbered(last) { return .found(numbered) }
    var candidates = bearers(of: NameKey(last))
    let above = steps.dropLast()
    if let pair = pair(candidates, above: above) { return .found(pair) }
    if candidates.isEmpty, let parent = above.last {
      // `Innovation > Source` is how some code systems write `Innovation Source`.
      candidates = bearers(of: NameKey("\(parent) \(last)"))
    }
    if candidates.count <= 1 { return candidates.first.map(NameMatch.found) ?? .none }
    if above.isEmpty {
      // A code system's top-level code bears the domain's name.
      let domains = candidates.filter { $0.kind == .domain }
      return domains.count == 1 ? .found(domains[0]) : .ambiguous(candidates)
    }
    let keys = above.map(NameKey.init)
    let ranked = candidates.map { (construct: $0, closeness: closeness(of: $0, to: keys)) }
    let best = ranked.map(\.closeness).max() ?? 0
    let winners = ranked.filter { $0.closeness == best }.map(\.construct)
    return best > 0 && winners.count == 1 ? .found(winners[0]) : .ambiguous(candidates)
  }

  /// How near the closest ancestor that the path names stands; 0 where it names none.
  private func closeness(of construct: Construct, to above: [NameKey]) -> Int {
    var ancestor = construct.parent.flatMap { self.construct($0) }
    var generation = 0
    while let present = ancestor, generation < 4 {
      let names = ([present.name, present.id.rawValue] + present.aliases).map(NameKey.init)
      if above.contains(where: names.contains) { return 4 - generation }
      ancestor = present.parent.flatMap { self.construct($0) }
      generation += 1
    }
    return 0
  }

  private func pair(_ candidates: [Construct], above: ArraySlice<String>) -> Construct? {
    let parents = above.reversed().map { bearers(of: NameKey($0)) }
    func nearest(_ kind: Construct.Kind) -> Construct? {
      parents.lazy.compactMap { $0.first { $0.kind == kind } }.first
    }
    if let characteristic = candidates.first(where: { $0.kind == .characteristic }), let role = nearest(.role)
    {
      return construct(.init("\(role.id)/\(characteristic.id)"))
    }
    if let role = candidates.first(where: { $0.kind == .role }), let characteristic = nearest(.characteristic)
    {
      return construct(.init("\(role.id)/\(characteristic.id)"))
    }
    return nil
  }
}
