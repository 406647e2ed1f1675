/// What is known of one construct in one organization, counted.
public struct CellEvidence: Sendable, Equatable {
  /// One person's or, where persons are unknown, one source's judgements taken together.
  public struct Voice: Sendable, Equatable {
    /// The participant, else the source.
    public var name: String
    /// The sum of the judgements.
    public var sum = 0
    /// Whether a judgement with + was given, mixed ones included.
    public var holdsPositive = false
    /// Whether a judgement with − was given, mixed ones included.
    public var holdsNegative = false
    /// Whether an explicit, concrete example that helps was given (+2).
    public var holdsStrongPositive = false
    /// Whether an explicit, concrete example that hinders was given (−2).
    public var holdsStrongNegative = false
  }

  /// Coded rows.
  public var excerpts = 0
  /// Distinct sources.
  public var sources = 0
  /// Distinct participants, where they are known.
  public var participants = 0
  /// Rows judged to help.
  public var positive = 0
  /// Rows judged to hinder.
  public var negative = 0
  /// Rows judged to have no valence.
  public var neutral = 0
  /// Rows judged to pull both ways.
  public var mixed = 0
  /// The mean of the coders' weights, where there are any.
  public var meanWeight: Double?
  /// The informants with at least one judged excerpt, in order.
  public var voices: [Voice] = []

  /// Rows that nobody judged.
  public var unjudged: Int { excerpts - positive - negative - neutral - mixed }

  /// No evidence.
  public init() {}

  /// The evidence of several informants.
  public init(_ parts: [(informant: EvidenceTally.Informant, counts: EvidenceTally.Counts)]) {
    var weightSum = 0.0
    var weighted = 0
    var voices: [String: Voice] = [:]
    for (informant, counts) in parts {
      excerpts += counts.excerpts
      weightSum += counts.weightSum
      weighted += counts.weighted
      let name = informant.participant?.rawValue ?? informant.source
      for (judgement, rows) in counts.judged {
        if judgement.isMixed {
          mixed += rows
        } else if judgement.value == 0 {
          neutral += rows
        } else if judgement.value > 0 {
          positive += rows
        } else {
          negative += rows
        }
        voices[name, default: Voice(name: name)].hear(judgement, times: rows)
      }
    }
    sources = Set(parts.map(\.informant.source)).count
    participants = Set(parts.compactMap(\.informant.participant)).count
    meanWeight = weighted > 0 ? weightSum / Double(weighted) : nil
    self.voices = voices.values.sorted { $0.name < $1.name }
  }
}

extension CellEvidence.Voice {
  fileprivate mutating func hear(_ judgement: Judgement, times: Int) {
    sum += judgement.value * times
    holdsPositive = holdsPositive || judgement.value > 0 || judgement.isMixed
    holdsNegative = holdsNegative || judgement.value < 0 || judgement.isMixed
    holdsStrongPositive = holdsStrongPositive || judgement.value == 2
    holdsStrongNegative = holdsStrongNegative || judgement.value == -2
  }
}
