import CFIRStatistics

extension Study {
  /// The raters' own ratings before any consensus as units of agreement: one unit for each construct in each organization.
  ///
  /// Categories are the whole scale from −2 to +2, whether all of it was used or not: coefficients whose idea of chance depends on the
  /// number of categories (Gwet's AC, Brennan–Prediger) then mean the same in every study. Mixed ratings count by ``Study/mixed``.
  ///
  /// - Parameter rule: What becomes of ratings without a score.
  /// - Returns: The units in framework order, with domains and constructs by themselves.
  public func ratedUnits(unscored rule: UnscoredRule) -> RatedUnits {
    var byAll = self
    byAll.rater = nil
    let own = byAll.ratingsBeforeConsensus()
    let raters = Set(own.map(\.rater)).sorted()
    let columns = Dictionary(
      raters.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var cells: [Construct.ID: [Organization.ID: [RatingValue?]]] = [:]
    for rating in own {
      guard let column = columns[rating.rater] else { continue }
      let empty = [RatingValue?](repeating: nil, count: raters.count)
      cells[rating.construct, default: [:]][rating.organization, default: empty][column] = rating.value
    }
    let constructs = codebook.sorted(cells.keys.compactMap(codebook.printed))
    var made = RatedUnits(
      unitName: "cell", raters: raters.map(\.rawValue), categories: [],
      scale: rule == .category ? .nominal : .ordinal, table: AgreementTable(units: [], values: []))
    made.unscoredRule = rule
    var scale = AgreementCategories(rule, mixed: mixed, values: own.map(\.value))
    made.categories = scale.names
    var all: [[Int?]] = []
    var byDomain: [Construct.ID: [[Int?]]] = [:]
    for construct in constructs {
      let rows = organizations.compactMap { cells[construct.id]?[$0.id] }
      let units = rows.compactMap { scale.unit($0) }
      all += units
      byDomain[construct.domain, default: []] += units
      guard !units.isEmpty else { continue }
      made.parts.append(
        .init(
          kind: .construct, id: construct.id.rawValue, name: construct.name,
          table: AgreementTable(units: units, values: scale.values)))
    }
    var seen: Set<Construct.ID> = []
    let domains = constructs.map(\.domain).filter { seen.insert($0).inserted }
    let tables = domains.map { domain in
      RatedUnits.Part(
        kind: .domain, id: domain.rawValue, name: codebook.construct(domain)?.name ?? "Other",
        table: AgreementTable(units: byDomain[domain] ?? [], values: scale.values))
    }
    made.parts = tables + made.parts
    made.table = AgreementTable(units: all, values: scale.values)
    made.unscored = scale.unscored
    made.excludedUnits = scale.excludedUnits
    return made
  }

  /// How many cells there are to rate: the study's constructs, else those that were rated, in every organization.
  public var cellCount: Int {
    let count = constructs.isEmpty ? Set(allRatings.map(\.construct)).count : constructs.count
    return count * organizations.count
  }
}

/// The categories of ratings from −2 to +2, and those of ratings without a score where they are asked for.
private struct AgreementCategories {
  let names: [String]
  let values: [Double]
  private(set) var excludedUnits = 0
  private let rule: UnscoredRule
  private let mixed: MixedRule
  private let states: [String]
  private var counts: [String: Int] = [:]

  private static let scores = [-2, -1, 0, 1, 2]

  init(_ rule: UnscoredRule, mixed: MixedRule, values: [RatingValue]) {
    self.rule = rule
    self.mixed = mixed
    var seen: Set<String> = []
    states = values.filter { mixed.number(of: $0.score) == nil }.map(\.token).filter {
      seen.insert($0).inserted
    }.sorted()
    let scores = Self.scores.compactMap { RatingValue.Score($0).map { RatingValue.score($0).token } }
    names = rule == .category ? scores + states : scores
    self.values = rule == .category ? names.indices.map { Double($0 + 1) } : Self.scores.map(Double.init)
  }

  /// How many ratings had no score, by token.
  var unscored: [(token: String, count: Int)] { states.map { ($0, counts[$0] ?? 0) } }

  /// The categories that raters gave a cell; nothing where it is left out whole.
  mutating func unit(_ row: [RatingValue?]) -> [Int?]? {
    var isExcluded = false
    let unit = row.map { value -> Int? in
      guard let value else { return nil }
      if let number = mixed.number(of: value.score) { return number + 2 }
      counts[value.token, default: 0] += 1
      isExcluded = isExcluded || rule == .exclude
      guard rule == .category, let place = states.firstIndex(of: value.token) else { return nil }
      return Self.scores.count + place
    }
    if isExcluded { excludedUnits += 1 }
    return isExcluded ? nil : unit
  }
}
