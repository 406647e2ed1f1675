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

  /// Constructs and informants are kept once; cells refer to them by number.
  private var constructList: [Construct.ID] = []
  private var constructNumbers: [Construct.ID: UInt32] = [:]
  private var informantList: [Informant] = []
  private var informantNumbers: [Informant: UInt32] = [:]
  private var cells: [UInt64: Counts] = [:]

  /// Rows of codes that no construct answers to, by code.
  public private(set) var unmapped: [String: Int] = [:]
  /// Coded rows in all, those of unmapped and judgement codes among them.
  public private(set) var rows = 0

  /// The empty tally.
  public init() {}

  /// Adds counts of one informant on one construct.
  public mutating func add(_ part: Counts, construct: Construct.ID, informant: Informant) {
    cells[key(construct, informant), default: Counts()].merge(part)
    rows += part.excerpts
  }

  /// Adds many counts at once; each construct and informant is looked up once.
  ///
  /// - Parameters:
  ///   - constructs: What the numbers of constructs stand for.
  ///   - informants: What the numbers of informants stand for.
  ///   - count: About how many counts there are.
  ///   - parts: Hands out counts by those numbers.
  public mutating func add(
    constructs: [Construct.ID], informants: [Informant], expecting count: Int,
    parts: ((_ construct: Int, _ informant: Int, _ counts: Counts) -> Void) -> Void
  ) {
    let first = constructs.map { UInt64(Self.number($0, &constructList, &constructNumbers)) << 32 }
    let second = informants.map { UInt64(Self.number($0, &informantList, &informantNumbers)) }
    var cells = cells
    self.cells = [:]
    cells.reserveCapacity(cells.count + count)
    var rows = 0
    parts { construct, informant, counts in
      cells[first[construct] | second[informant], default: Counts()].merge(counts)
      rows += counts.excerpts
    }
    self.cells = cells
    self.rows += rows
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
    for (key, part) in other.cells {
      let (construct, informant) = other.names(key)
      cells[self.key(construct, informant), default: Counts()].merge(part)
    }
    unmapped.merge(other.unmapped, uniquingKeysWith: +)
    rows += other.rows
  }

  /// Equal counts, in whatever order they were added.
  public static func == (first: EvidenceTally, second: EvidenceTally) -> Bool {
    guard first.rows == second.rows, first.unmapped == second.unmapped,
      first.cells.count == second.cells.count
    else { return false }
    return first.cells.allSatisfy { key, part in
      let (construct, informant) = first.names(key)
      guard let a = second.constructNumbers[construct], let b = second.informantNumbers[informant] else {
        return false
      }
      return second.cells[UInt64(a) << 32 | UInt64(b)] == part
    }
  }

  private mutating func key(_ construct: Construct.ID, _ informant: Informant) -> UInt64 {
    let first = Self.number(construct, &constructList, &constructNumbers)
    let second = Self.number(informant, &informantList, &informantNumbers)
    return UInt64(first) << 32 | UInt64(second)
  }

  private static func number<Name: Hashable>(
    _ name: Name, _ list: inout [Name], _ numbers: inout [Name: UInt32]
  )
    -> UInt32
  {
    if let known = numbers[name] { return known }
    let number = UInt32(list.count)
    numbers[name] = number
    list.append(name)
    return number
  }

  private func names(_ key: UInt64) -> (Construct.ID, Informant) {
    (constructList[Int(key >> 32)], informantList[Int(key & 0xFFFF_FFFF)])
  }

  // MARK: Reading

  /// The evidence of each construct in each organization.
  public func evidence() -> [Construct.ID: [Organization.ID: CellEvidence]] {
    // Informants in order: an organization's stand together, and sums of weights do not depend on the order of a hash table.
    let order = informantList.indices.sorted { informantList[$0] < informantList[$1] }
    var rank = [UInt64](repeating: 0, count: order.count)
    for (place, informant) in order.enumerated() { rank[informant] = UInt64(place) }
    let people = Voices(order.map { informantList[$0] })
    var keys = cells.keys.map { $0 & ~0xFFFF_FFFF | rank[Int($0 & 0xFFFF_FFFF)] }
    keys.sort()
    var result: [Construct.ID: [Organization.ID: CellEvidence]] = [:]
    var start = 0
    var parts: [(place: Int, counts: Counts)] = []
    while start < keys.count {
      let construct = keys[start] >> 32
      let organization = people.organizations[Int(keys[start] & 0xFFFF_FFFF)]
      parts.removeAll(keepingCapacity: true)
      var end = start
      while end < keys.count, keys[end] >> 32 == construct {
        let place = Int(keys[end] & 0xFFFF_FFFF)
        guard people.organizations[place] == organization else { break }
        if let counts = cells[keys[end] & ~0xFFFF_FFFF | UInt64(order[place])] {
          parts.append((place, counts))
        }
        end += 1
      }
      let id = informantList[order[Int(keys[start] & 0xFFFF_FFFF)]].organization
      result[constructList[Int(construct)], default: [:]][id] = CellEvidence(parts, people: people)
      start = end
    }
    return result
  }

  /// The evidence of one construct in one organization; nothing where nothing was coded.
  public func evidence(of construct: Construct.ID, in organization: Organization.ID) -> CellEvidence? {
    guard let number = constructNumbers[construct] else { return nil }
    let order = informantList.indices.filter { informantList[$0].organization == organization }
      .sorted { informantList[$0] < informantList[$1] }
    let parts = order.enumerated().compactMap { place, informant in
      cells[UInt64(number) << 32 | UInt64(informant)].map { (place: place, counts: $0) }
    }
    return parts.isEmpty ? nil : CellEvidence(parts, people: Voices(order.map { informantList[$0] }))
  }

  /// Every construct that was coded.
  public var constructs: Set<Construct.ID> { Set(constructList) }

  /// Every informant, in order.
  public var informants: [Informant] { informantList.sorted() }

  /// The tally with every construct's counts under its domain.
  public func byDomain(_ codebook: Codebook) -> EvidenceTally {
    var result = EvidenceTally()
    for key in cells.keys.sorted() {
      let (construct, informant) = names(key)
      guard let counts = cells[key] else { continue }
      result.add(counts, construct: codebook.domain(of: construct)?.id ?? construct, informant: informant)
    }
    result.unmapped = unmapped
    result.rows = rows
    return result
  }
}
