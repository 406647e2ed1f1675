/// What a survey and the interviews say of the same constructs, side by side.
public struct JointDisplay: Sendable {
  /// How the two stand to each other.
  public enum Relation: String, Sendable, CaseIterable {
    /// They differ, and lie on either side of 0.
    case differInDirection = "differ in direction"
    /// They differ, on one side of 0.
    case differInStrength = "differ in strength"
    /// They agree: they lie at most one step apart.
    case agree
    /// Rated, and the survey says nothing, or nothing that may be shown.
    case surveySilent = "survey silent"
    /// Answered, and there is no score from the interviews.
    case interviewsSilent = "interviews silent"
  }

  /// One construct in one organization.
  public struct Row: Sendable {
    /// The construct.
    public let construct: Construct
    /// The organization.
    public let organization: Organization.ID
    /// What its people say.
    public let survey: ShownOpinion
    /// The matrix' cell; nothing where nobody rated.
    public let cell: RatingMatrix.Cell?

    /// The rating's score as a number.
    public var score: Double? { cell?.score.map { Double($0.value) } }

    /// How much higher the survey places it than the rating.
    public var distance: Double? {
      guard let opinion = survey.opinion, let score else { return nil }
      return opinion.position - score
    }

    /// How the two stand to each other; nothing where both are silent.
    public var relation: Relation? {
      guard let opinion = survey.opinion else { return score == nil ? nil : .surveySilent }
      guard let score, let distance else { return .interviewsSilent }
      if abs(distance) < ReadinessRules.agreement + 1e-9 { return .agree }
      return opinion.position * score < 0 ? .differInDirection : .differInStrength
    }
  }

  /// The rows, construct by construct, where at least one of the two says something.
  public let rows: [Row]

  /// Sets a survey beside the ratings, organization by organization.
  ///
  /// - Parameters:
  ///   - survey: The survey, protected as it may be shown.
  ///   - matrix: What was rated.
  ///   - codebook: Gives constructs their order.
  public init(_ survey: Survey, _ matrix: RatingMatrix, codebook: Codebook) {
    let scales = Dictionary(
      survey.constructScales.map { (Construct.ID(survey.tally.scales[$0].id), $0) },
      uniquingKeysWith: { first, _ in first })
    let constructs = codebook.sorted(
      Set(matrix.constructs.map(\.id)).union(scales.keys).compactMap(codebook.printed))
    rows = constructs.flatMap { construct in
      matrix.organizations.map { organization in
        let scale = scales[construct.id]
        let place = survey.place(of: organization.id)
        var view = ShownOpinion.none
        if let scale, let place { view = survey.everybody(scale, organization: place) }
        return Row(
          construct: construct, organization: organization.id, survey: view,
          cell: matrix[construct.id, organization.id])
      }
    }.filter { $0.relation != nil }
  }

  /// How many rows stand so.
  public func count(_ relation: Relation) -> Int { rows.count { $0.relation == relation } }

  /// What to look into: what differs, the farthest apart first, direction before strength; then gaps of the survey on which the
  /// interviews are silent, and what was rated a barrier where nobody could answer.
  public var toLookInto: [Row] {
    func farthest(_ relation: Relation) -> [Row] {
      rows.filter { $0.relation == relation }.enumerated().sorted {
        let (first, second) = (abs($0.element.distance ?? 0), abs($1.element.distance ?? 0))
        return abs(first - second) < 1e-9 ? $0.offset < $1.offset : first > second
      }.map(\.element)
    }
    let unheard = rows.filter {
      $0.relation == .interviewsSilent && ($0.survey.opinion?.position ?? 0) < ReadinessRules.gap - 1e-9
    }
    let unanswered = rows.filter { $0.survey == .unanswered && ($0.score ?? 0) < 0 }
    return farthest(.differInDirection) + farthest(.differInStrength) + unheard + unanswered
  }
}
