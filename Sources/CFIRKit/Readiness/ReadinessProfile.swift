/// How ready an organization is, as a profile: strengths, gaps, and where its people differ. There is no total.
public struct ReadinessProfile: Sendable {
  /// An instrument's subscale in this organization.
  public struct Area: Sendable {
    /// As the instrument prints it.
    public let name: String
    /// What all respondents say.
    public let everybody: ShownOpinion
    /// What the leaders say.
    public let leaders: ShownOpinion
  }

  /// Who answered in one organization.
  public struct Respondents: Sendable {
    /// How many in all.
    public let all: Int
    /// How many of them as leaders.
    public let leaders: Int
    /// How many of them as staff.
    public let staff: Int
    /// Whether a single leader answered, whose own answers are then shown.
    public var hasSoleLeader: Bool { leaders == 1 }
  }

  /// The organization.
  public let organization: Organization
  /// The survey's name; nothing where none asked about constructs.
  public let instrument: String?
  /// The survey's round.
  public let round: String?
  /// The round before.
  public let earlierRound: String?
  /// Who answered; nobody where there is no survey.
  public let respondents: Respondents
  /// The ends of the answers.
  public let ends: ClosedRange<Double>?
  /// What the lowest and the highest answer say.
  public let endWords: [String]
  /// The instrument's subscales in its order.
  public let areas: [Area]
  /// One line for each construct that was asked about or rated, in the framework's order.
  public let lines: [ReadinessLine]

  /// Makes a profile of the first survey on constructs and the team's ratings.
  ///
  /// - Parameters:
  ///   - organization: Whose.
  ///   - surveys: What was answered, protected as it may be shown to the organization's leader.
  ///   - matrix: What was rated.
  ///   - codebook: Gives constructs their order.
  public init(
    of organization: Organization, surveys: [Survey], matrix: RatingMatrix, codebook: Codebook
  ) {
    self.organization = organization
    let survey = surveys.first(where: \.asksAboutConstructs)
    let place = survey?.place(of: organization.id)
    instrument = survey?.instrument.title
    round = survey?.round
    earlierRound = survey?.earlier?.round
    let roles = place.flatMap { survey?.tally.organizations[$0].roles } ?? []
    func count(_ role: Respondent) -> Int {
      roles.filter { role.matches($0.role) }.reduce(0) { $0 + $1.respondents }
    }
    respondents = Respondents(
      all: place.flatMap { survey?.tally.organizations[$0].respondents } ?? 0, leaders: count(.leader),
      staff: count(.staff))
    let scales = survey?.constructScales ?? []
    let ends = scales.lazy.compactMap { survey?.ends(of: $0) }.first
    self.ends = ends
    let choices = survey?.tally.items.first?.answers.choices ?? []
    endWords = [ends?.lowerBound, ends?.upperBound].map { end in
      choices.first { $0.value == end }?.label ?? ""
    }
    areas = survey?.areas(of: place) ?? []
    let asked = Dictionary(
      scales.compactMap { scale in survey.map { (Construct.ID($0.tally.scales[scale].id), scale) } },
      uniquingKeysWith: { first, _ in first })
    let rated = matrix.constructs.filter { matrix[$0.id, organization.id] != nil }.map(\.id)
    let constructs = codebook.sorted(
      Set(rated).union(asked.keys).compactMap { id in
        // A shipped instrument asks on CFIR 2022, whatever the study's edition.
        codebook.printed(id) ?? Codebook(.cfir2022).printed(id)
      })
    lines = constructs.map { construct in
      let scale = asked[construct.id]
      func view(_ read: (Survey, Int, Int) -> ShownOpinion) -> ShownOpinion {
        guard let survey, let place, let scale else { return .none }
        return read(survey, scale, place)
      }
      return ReadinessLine(
        construct: construct, words: PlainWords.of(construct),
        statement: scale.flatMap { survey?.statement(of: $0) } ?? "",
        everybody: view { $0.everybody($1, organization: $2) },
        leaders: view { $0.leaders($1, organization: $2) }, staff: view { $0.staff($1, organization: $2) },
        earlier: view { survey, scale, _ in survey.earlierView(scale, of: organization.id) },
        rating: matrix[construct.id, organization.id]?.settled.value)
    }
  }

  /// The strengths, the highest first.
  public var strengths: [ReadinessLine] { sorted(.strength) { $0 > $1 } }

  /// The gaps, the lowest first.
  public var gaps: [ReadinessLine] { sorted(.gap) { $0 < $1 } }

  /// What leaders and staff see differently, the farthest apart first.
  public var differences: [ReadinessLine] {
    lines.filter(\.isSeenDifferently).enumerated().sorted {
      let (first, second) = (abs($0.element.difference ?? 0), abs($1.element.difference ?? 0))
      return first == second ? $0.offset < $1.offset : first > second
    }.map(\.element)
  }

  /// What those who were asked could not answer.
  public var unanswered: [ReadinessLine] { lines.filter(\.isUnanswered) }

  /// What has changed so since the round before.
  public func changed(_ change: ReadinessLine.Change) -> [ReadinessLine] {
    lines.filter { $0.change == change }
  }

  private func sorted(
    _ standing: ReadinessLine.Standing, by precedes: (Double, Double) -> Bool
  ) -> [ReadinessLine] {
    lines.filter { $0.standing == standing }.enumerated().sorted {
      let (first, second) = ($0.element.position ?? 0, $1.element.position ?? 0)
      return first == second ? $0.offset < $1.offset : precedes(first, second)
    }.map(\.element)
  }
}

extension Survey {
  /// The scales of constructs.
  public var constructScales: [Int] { tally.scales.indices.filter { tally.scales[$0].kind == .construct } }

  /// Whether it has scores on constructs, with answers that have ends.
  public var asksAboutConstructs: Bool { constructScales.contains { ends(of: $0) != nil } }

  /// The place of an organization among those that answered.
  public func place(of organization: Organization.ID) -> Int? {
    tally.organizations.firstIndex { $0.id == organization }
  }

  /// What a scale's first item says, and asks of leaders.
  fileprivate func statement(of scale: Int) -> String? {
    tally.scales[scale].items.first.map { tally.items[$0].text }
  }

  fileprivate func areas(of organization: Int?) -> [ReadinessProfile.Area] {
    guard let organization else { return [] }
    return tally.scales.indices.filter { tally.scales[$0].kind == .subscale && ends(of: $0) != nil }.map {
      ReadinessProfile.Area(
        name: tally.scales[$0].name, everybody: everybody($0, organization: organization),
        leaders: leaders($0, organization: organization))
    }
  }

  /// What all respondents of an organization said in the round before, protected like this one.
  fileprivate func earlierView(_ scale: Int, of organization: Organization.ID) -> ShownOpinion {
    guard let earlier else { return .none }
    var before = self
    before.tally = earlier.tally
    before.earlier = nil
    return before.place(of: organization).map { before.everybody(scale, organization: $0) } ?? .none
  }
}
