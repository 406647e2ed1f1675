/// A set of items that makes one score for each respondent: a subscale, a construct or a domain.
public struct ScoredScale: Hashable, Sendable {
  /// What the items have in common.
  public enum Kind: String, Sendable {
    case subscale, construct, domain, item
  }

  /// Its id: a subscale's, a construct's or a domain's.
  public var id: String
  /// How it is printed.
  public var name: String
  /// What the items have in common.
  public var kind: Kind
  /// The places of its items among the rated items of the instrument.
  public var items: [Int]
  /// How it is scored.
  public var rule: Instrument.ScoringRule
  /// How many items must be answered for a score.
  public var minimumAnswered: Int

  /// The score of one respondent.
  ///
  /// - Parameters:
  ///   - sum: The sum of the answers.
  ///   - answered: How many there are.
  /// - Returns: The score; nothing where too few items are answered.
  public func score(sum: Double, answered: Int) -> Double? {
    guard answered > 0, answered >= minimumAnswered else { return nil }
    return rule == .sum ? sum / Double(answered) * Double(items.count) : sum / Double(answered)
  }
}

extension Instrument {
  /// The items on a scale, in order: those that are scored.
  public var ratedItems: [Item] { items.filter { $0.kind == .rating } }

  /// What is scored: subscales (items that belong to none make one, named after the instrument), then the constructs that items ask about, then their domains, in the codebook's order.
  ///
  /// A construct's or domain's score is the mean of its answered items, at least half of them; none is made of items that
  /// stand for themselves.
  ///
  /// - Parameters:
  ///   - codebook: Where constructs and domains have their names.
  ///   - withItems: Whether each item is a scale of its own besides, to be aggregated like the others.
  /// - Returns: The scales.
  public func scoredScales(by codebook: Codebook, withItems: Bool = false) -> [ScoredScale] {
    let items = ratedItems
    let rules = Dictionary(subscales.map { ($0.id, $0.rule) }, uniquingKeysWith: { first, _ in first })
    func standsAlone(_ item: Item) -> Bool { (item.subscale.flatMap { rules[$0] } ?? rule) == .items }
    var scales: [ScoredScale] = []
    func append(_ subscale: Subscale, _ places: [Int]) {
      guard !places.isEmpty, subscale.rule != .items else { return }
      scales.append(
        ScoredScale(
          id: subscale.id.rawValue, name: subscale.name, kind: .subscale, items: places, rule: subscale.rule,
          minimumAnswered: subscale.minimumAnswered ?? (places.count + 1) / 2))
    }
    for subscale in subscales { append(subscale, items.indices.filter { items[$0].subscale == subscale.id }) }
    append(
      Subscale(id: .init(id.rawValue), name: title, rule: rule),
      items.indices.filter { items[$0].subscale == nil })
    var byConstruct: [Construct.ID: [Int]] = [:]
    var byDomain: [Construct.ID: [Int]] = [:]
    for (place, item) in items.enumerated() where !standsAlone(item) {
      for id in item.constructs.prefix(1) {
        byConstruct[id, default: []].append(place)
        if let domain = codebook.construct(id)?.domain { byDomain[domain, default: []].append(place) }
      }
    }
    func scale(_ construct: Construct, _ kind: ScoredScale.Kind, _ places: [Int]) -> ScoredScale {
      ScoredScale(
        id: construct.id.rawValue, name: construct.name, kind: kind, items: places, rule: .mean,
        minimumAnswered: (places.count + 1) / 2)
    }
    scales += codebook.sorted(byConstruct.keys.compactMap { codebook.printed($0) }).map {
      scale($0, .construct, byConstruct[$0.id] ?? [])
    }
    scales += codebook.domains.compactMap { domain in
      // Where subscales are domains already, they are not scored twice.
      subscales.contains { $0.id.rawValue == domain.id.rawValue }
        ? nil : byDomain[domain.id].map { scale(domain, .domain, $0) }
    }
    guard withItems else { return scales }
    scales += items.enumerated().map { place, item in
      ScoredScale(
        id: item.id.rawValue, name: item.text.ifEmpty(item.id.rawValue), kind: .item, items: [place],
        rule: .mean,
        minimumAnswered: 1)
    }
    return scales
  }
}
