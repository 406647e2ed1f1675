import CFIRStatistics

/// One respondent's answers to the rated items of an instrument.
public struct Response: Sendable {
  /// Who answered, as the file has it.
  public var respondent: String
  /// For which organization; nothing where the file does not say.
  public var organization: Organization.ID?
  /// In which role; empty where the file does not say.
  public var role: String
  /// The answers as written, one for each rated item; NaN where there is none.
  public var answers: [Double]
  /// The places of the items that the respondent could not answer.
  public var unanswerable: [Int] = []
  /// The places of items with the kind of evidence behind the answer, as a place in ``Instrument/evidence``.
  public var evidence: [(item: Int, kind: Int)] = []

  /// A respondent's answers.
  public init(
    respondent: String, organization: Organization.ID? = nil, role: String = "", answers: [Double],
    unanswerable: [Int] = []
  ) {
    self.respondent = respondent
    self.organization = organization
    self.role = role
    self.answers = answers
    self.unanswerable = unanswerable
  }
}

/// One respondent's score on one scale.
public struct ScaleScore: Sendable {
  /// The score; nothing where too few items were answered.
  public var score: Double?
  /// How many of the items were answered.
  public var answered: Int
}

/// Everything that respondents' answers say, counted as they pass: memory grows with organizations and items only.
public struct SurveyTally: Sendable {
  /// The rated items.
  public private(set) var items: [Item]
  /// What is scored.
  public let scales: [ScoredScale]
  /// How many respondents there are.
  public private(set) var respondents = 0
  /// How each item was answered, as written.
  public private(set) var answers: [ValueCounts]
  /// How many respondents could not answer each item.
  public private(set) var unanswerable: [Int]
  /// How many answers to each item have each kind of evidence behind them, in the order of ``Instrument/evidence``.
  public private(set) var evidence: [[Int]]
  /// All scores on each scale.
  public private(set) var scores: [ValueCounts]
  /// Each scale's item moments; only subscales have them.
  public private(set) var moments: [ItemMoments?]
  /// The organizations in the order in which they first answer.
  public private(set) var organizations: [OrganizationTally] = []

  private var places: [Organization.ID: Int] = [:]
  /// Of reverse-scored items, lowest plus highest answer, from which answers are turned round; of the others NaN.
  private let turns: [Double]
  private var turned: [Double]
  private var picked: [[Double]]

  /// What the respondents of one organization say.
  public struct OrganizationTally: Sendable {
    /// Which organization.
    public let id: Organization.ID
    /// How many respondents it has.
    public fileprivate(set) var respondents = 0
    /// Its scores on each scale.
    public fileprivate(set) var scores: [ValueCounts]
    /// For each scale, how those who answered all of its items answered each.
    public fileprivate(set) var complete: [[ValueCounts]]
    /// Scores by role, in the order in which roles first answer.
    public fileprivate(set) var roles: [(role: String, respondents: Int, scores: [ValueCounts])] = []
  }

  /// Nobody has answered yet.
  ///
  /// - Parameters:
  ///   - items: The rated items.
  ///   - scales: What is scored.
  public init(items: [Item], scales: [ScoredScale]) {
    self.items = items
    self.scales = scales
    answers = items.map { _ in ValueCounts() }
    unanswerable = items.map { _ in 0 }
    evidence = items.map { _ in Instrument.evidence.map { _ in 0 } }
    scores = scales.map { _ in ValueCounts() }
    moments = scales.map { scale in
      scale.kind == .subscale ? ItemMoments(items: scale.items.count) : nil
    }
    turns = items.map { $0.isReverse ? $0.answers.reversed(0) : .nan }
    turned = items.map { _ in .nan }
    picked = scales.map { scale in scale.items.map { _ in .nan } }
  }

  /// Adds one respondent.
  ///
  /// - Parameter response: The answers, one for each rated item.
  /// - Returns: The scores, one for each scale.
  @discardableResult
  public mutating func add(_ response: Response) -> [ScaleScore] {
    guard response.answers.count == items.count else { return [] }
    respondents += 1
    for place in turns.indices {
      let answer = response.answers[place]
      answers[place].add(answer)
      turned[place] = turns[place].isNaN ? answer : turns[place] - answer
    }
    for place in response.unanswerable { unanswerable[place] += 1 }
    for (item, kind) in response.evidence { evidence[item][kind] += 1 }
    let organization = response.organization.map { place(of: $0) }
    if let organization { organizations[organization].respondents += 1 }
    let role = organization.flatMap { roleIndex(response.role, in: $0) }
    var result: [ScaleScore] = []
    result.reserveCapacity(scales.count)
    for scale in scales.indices {
      result.append(score(scale, organization: organization, role: role))
    }
    return result
  }

  /// Leaves it open how many answers the items offer, and r_wg with it.
  public mutating func forgetScales() {
    for place in items.indices { items[place].answers = .any }
  }

  private mutating func score(_ scale: Int, organization: Int?, role: Int?) -> ScaleScore {
    var (sum, answered) = (0.0, 0)
    for (place, item) in scales[scale].items.enumerated() {
      let answer = turned[item]
      picked[scale][place] = answer
      guard !answer.isNaN else { continue }
      sum += answer
      answered += 1
    }
    moments[scale]?.add(picked[scale])
    let score = scales[scale].score(sum: sum, answered: answered)
    if let score {
      scores[scale].add(score)
      if let organization {
        organizations[organization].scores[scale].add(score)
        if let role { organizations[organization].roles[role].scores[scale].add(score) }
      }
    }
    if let organization, answered == scales[scale].items.count {
      for place in picked[scale].indices {
        organizations[organization].complete[scale][place].add(picked[scale][place])
      }
    }
    return ScaleScore(score: score, answered: answered)
  }

  private mutating func place(of id: Organization.ID) -> Int {
    if let place = places[id] { return place }
    places[id] = organizations.count
    organizations.append(
      OrganizationTally(
        id: id, scores: scales.map { _ in ValueCounts() },
        complete: scales.map { scale in scale.items.map { _ in ValueCounts() } }))
    return organizations.count - 1
  }

  private mutating func roleIndex(_ role: String, in organization: Int) -> Int? {
    guard !role.isEmpty else { return nil }
    var place = organizations[organization].roles.firstIndex { $0.role == role }
    if place == nil {
      let lower = role.lowercased()
      place = organizations[organization].roles.firstIndex { $0.role.lowercased() == lower }
    }
    if place == nil {
      place = organizations[organization].roles.count
      organizations[organization].roles.append((role, 0, scales.map { _ in ValueCounts() }))
    }
    if let place { organizations[organization].roles[place].respondents += 1 }
    return place
  }
}
