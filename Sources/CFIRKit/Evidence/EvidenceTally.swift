/// How much evidence, where: counts of coded rows by organization, construct, source and participant.
///
/// Tallies merge: associative, commutative, with the empty tally as identity. Memory grows with distinct sources and codes,
/// never with rows.
public struct EvidenceTally: Sendable, Equatable {
  /// Who said it: one participant's share of one source.
  public struct Informant: Hashable, Sendable, Comparable {
    /// The organization that is spoken of.
    public var organization: Organization.ID
    /// Who spoke, where that is known.
    public var participant: Participant.ID?
    /// The interview, document or note.
    public var source: String

    /// One participant's share of one source.
    public init(organization: Organization.ID, participant: Participant.ID?, source: String) {
      self.organization = organization
      self.participant = participant
      self.source = source
    }

    /// By organization, participant and source.
    public static func < (first: Self, second: Self) -> Bool {
      if first.organization != second.organization { return first.organization < second.organization }
      let participants = (first.participant?.rawValue ?? "", second.participant?.rawValue ?? "")
      if participants.0 != participants.1 { return participants.0 < participants.1 }
      return first.source < second.source
    }
  }

  /// The counts of one informant on one construct.
  public struct Counts: Sendable, Equatable {
    /// Coded rows.
    public var excerpts = 0
    /// Rows by judgement; those without are the rest of `excerpts`.
    public var judged: [Judgement: Int] = [:]
    /// The sum of the coders' weights.
    public var weightSum = 0.0
    /// How many rows have a weight.
    public var weighted = 0

    /// None.
    public init() {}

    /// Adds what another part counted.
    public mutating func merge(_ other: Counts) {
      excerpts += other.excerpts
      judged.merge(other.judged, uniquingKeysWith: +)
      weightSum += other.weightSum
      weighted += other.weighted
    }
  }

  /// Rows of one construct and informant that were counted together.
  private struct Entry {
    var construct: UInt32
    var informant: UInt32
    var rows: Int
    var weighted: Int
    var weightSum: Double

    mutating func merge(_ other: Entry) {
      rows += other.rows
      weighted += other.weighted
      weightSum += other.weightSum
    }
  }

  private struct Judged: Hashable {
    var key: UInt64
    var judgement: Judgement
  }

  /// Constructs and informants are kept once; entries refer to them by number.
  private var constructList: [Construct.ID] = []
  private var constructNumbers: [Construct.ID: UInt32] = [:]
  private var informantList: [Informant] = []
  private var informantNumbers: [Informant: UInt32] = [:]
  /// In the order in which they were added; the same construct and informant may stand in several.
  private var entries: [Entry] = []
  private var judged: [Judged: Int] = [:]

  /// Rows of codes that no construct answers to, by code.
  public private(set) var unmapped: [String: Int] = [:]
  /// Coded rows in all, those of unmapped and judgement codes among them.
  public private(set) var rows = 0

  /// The empty tally.
  public init() {}

  // MARK: Adding

  /// Adds counts of one informant on one construct.
  public mutating func add(_ part: Counts, construct: Construct.ID, informant: Informant) {
    add(constructs: [construct], informants: [informant]) { $0(0, 0, part) }
  }

  /// Adds many counts at once; each construct and informant is looked up once.
  ///
  /// - Parameters:
  ///   - constructs: What the numbers of constructs stand for.
  ///   - informants: What the numbers of informants stand for.
  ///   - parts: Hands out counts by those numbers.
  public mutating func add(
    constructs: [Construct.ID], informants: [Informant],
    parts: ((_ construct: Int, _ informant: Int, _ counts: Counts) -> Void) -> Void
  ) {
    let first = constructs.map { Self.number($0, &constructList, &constructNumbers) }
    let second = informants.map { Self.number($0, &informantList, &informantNumbers) }
    parts { construct, informant, counts in
      let (construct, informant) = (first[construct], second[informant])
      entries.append(
        Entry(
          construct: construct, informant: informant, rows: counts.excerpts, weighted: counts.weighted,
          weightSum: counts.weightSum))
      rows += counts.excerpts
      for (judgement, rows) in counts.judged {
        judged[Judged(key: Self.key(construct, informant), judgement: judgement), default: 0] += rows
      }
    }
    if entries.count > 1024 && entries.count > 4 * (constructList.count * informantList.count) {
      consolidate()
    }
  }

  /// Adds rows of a code that no construct answers to.
  public mutating func addUnmapped(_ code: String, rows: Int) {
    unmapped[code, default: 0] += rows
    self.rows += rows
  }

  /// Adds rows that carry only a judgement.
  public mutating func addJudgements(rows: Int) { self.rows += rows }

  /// Adds all that another tally holds.
  public mutating func merge(_ other: EvidenceTally) {
    let constructs = other.constructList.map { Self.number($0, &constructList, &constructNumbers) }
    let informants = other.informantList.map { Self.number($0, &informantList, &informantNumbers) }
    for var entry in other.entries {
      entry.construct = constructs[Int(entry.construct)]
      entry.informant = informants[Int(entry.informant)]
      entries.append(entry)
    }
    for (old, rows) in other.judged {
      let key = Self.key(constructs[Int(old.key >> 32)], informants[Int(old.key & 0xFFFF_FFFF)])
      judged[Judged(key: key, judgement: old.judgement), default: 0] += rows
    }
    unmapped.merge(other.unmapped, uniquingKeysWith: +)
    rows += other.rows
  }

  /// Puts the entries of the same construct and informant together.
  private mutating func consolidate() {
    var places: [UInt64: Int] = [:]
    var merged: [Entry] = []
    for entry in entries {
      let place = places[Self.key(entry.construct, entry.informant), default: merged.count]
      if place == merged.count {
        places[Self.key(entry.construct, entry.informant)] = place
        merged.append(entry)
      } else {
        merged[place].merge(entry)
      }
    }
    entries = merged
  }

  private static func key(_ construct: UInt32, _ informant: UInt32) -> UInt64 {
    UInt64(construct) << 32 | UInt64(informant)
  }

  private static func number<Name: Hashable>(
    _ name: Name, _ list: inout [Name], _ numbers: inout [Name: UInt32]
  ) -> UInt32 {
    if let known = numbers[name] { return known }
    let number = UInt32(list.count)
    numbers[name] = number
    list.append(name)
    return number
  }

  // MARK: Reading

  /// The evidence of each construct in each organization.
  public func evidence() -> [Construct.ID: [Organization.ID: CellEvidence]] {
    // Informants in order: an organization's stand together, and sums of weights do not depend on the order of a hash table.
    let order = informantList.indices.sorted { informantList[$0] < informantList[$1] }
    var rank = [Int](repeating: 0, count: order.count)
    for (place, informant) in order.enumerated() { rank[informant] = place }
    let people = Voices(order.map { informantList[$0] })
    let judgements = judgementsByKey
    var result: [Construct.ID: [Organization.ID: CellEvidence]] = [:]
    for (construct, shelf) in entriesByConstruct(rank).enumerated() {
      var cells: [Organization.ID: CellEvidence] = [:]
      var start = 0
      while start < shelf.count {
        let place = rank[Int(shelf[start].informant)]
        let organization = people.organizations[place]
        let end =
          shelf[start...].firstIndex { people.organizations[rank[Int($0.informant)]] != organization }
          ?? shelf.count
        let parts = shelf[start..<end].map { entry in
          (place: rank[Int(entry.informant)], counts: counts(entry, judgements))
        }
        cells[informantList[order[place]].organization] = CellEvidence(parts, people: people)
        start = end
      }
      result[constructList[construct]] = cells
    }
    return result
  }

  /// The entries of each construct, its informants in order.
  private func entriesByConstruct(_ rank: [Int]) -> [[Entry]] {
    // Put by informant first and then, keeping that order, by construct: two passes instead of a sort.
    var byInformant = [Int](repeating: 0, count: informantList.count + 1)
    for entry in entries { byInformant[rank[Int(entry.informant)] + 1] += 1 }
    for place in 0..<informantList.count { byInformant[place + 1] += byInformant[place] }
    var ordered = [Int32](repeating: 0, count: entries.count)
    for (number, entry) in entries.enumerated() {
      let place = rank[Int(entry.informant)]
      ordered[byInformant[place]] = Int32(number)
      byInformant[place] += 1
    }
    var shelves = [[Entry]](repeating: [], count: constructList.count)
    for number in ordered {
      let entry = entries[Int(number)]
      let construct = Int(entry.construct)
      // Entries of one informant follow each other here.
      if shelves[construct].last?.informant == entry.informant {
        shelves[construct][shelves[construct].count - 1].merge(entry)
      } else {
        shelves[construct].append(entry)
      }
    }
    return shelves
  }

  private var judgementsByKey: [UInt64: [Judgement: Int]] {
    var judgements: [UInt64: [Judgement: Int]] = [:]
    for (judged, rows) in judged { judgements[judged.key, default: [:]][judged.judgement] = rows }
    return judgements
  }

  /// The counts of an entry that stands alone for its construct and informant.
  private func counts(_ entry: Entry, _ judgements: [UInt64: [Judgement: Int]]) -> Counts {
    var counts = Counts()
    counts.excerpts = entry.rows
    counts.weighted = entry.weighted
    counts.weightSum = entry.weightSum
    if !judgements.isEmpty { counts.judged = judgements[Self.key(entry.construct, entry.informant)] ?? [:] }
    return counts
  }

  /// Every construct that was coded.
  public var constructs: Set<Construct.ID> { Set(constructList) }

  /// Every informant, in order.
  public var informants: [Informant] { informantList.sorted() }

  /// The tally with every construct's counts under its domain.
  public func byDomain(_ codebook: Codebook) -> EvidenceTally {
    var result = EvidenceTally()
    let whole = consolidated
    let judgements = judgementsByKey
    let domains = constructList.map { codebook.domain(of: $0)?.id ?? $0 }
    result.add(constructs: domains, informants: informantList) { add in
      for entry in whole.entries {
        add(Int(entry.construct), Int(entry.informant), counts(entry, judgements))
      }
    }
    result.unmapped = unmapped
    result.rows = rows
    return result
  }

  private var consolidated: EvidenceTally {
    var copy = self
    copy.consolidate()
    return copy
  }

  /// Equal counts, in whatever order they were added.
  public static func == (first: EvidenceTally, second: EvidenceTally) -> Bool {
    first.rows == second.rows && first.unmapped == second.unmapped && first.named == second.named
  }

  private var named: [Informant: [Construct.ID: Counts]] {
    let judgements = judgementsByKey
    var named: [Informant: [Construct.ID: Counts]] = [:]
    for entry in consolidated.entries {
      named[informantList[Int(entry.informant)], default: [:]][constructList[Int(entry.construct)]] = counts(
        entry, judgements)
    }
    return named
  }
}
