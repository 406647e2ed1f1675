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

  /// The evidence of several informants, by their places among all.
  init(_ parts: [(place: Int, counts: EvidenceTally.Counts)], people: Voices) {
    var weightSum = 0.0
    var weighted = 0
    var heard: [Int: Voice] = [:]
    for (place, counts) in parts {
      excerpts += counts.excerpts
      weightSum += counts.weightSum
      weighted += counts.weighted
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
        heard[people.voices[place], default: Voice(name: people.names[people.voices[place]])].hear(
          judgement, times: rows)
      }
    }
    sources = Voices.distinct(parts.lazy.map { people.sources[$0.place] })
    participants = Voices.distinct(parts.lazy.map { people.participants[$0.place] }.filter { $0 >= 0 })
    meanWeight = weighted > 0 ? weightSum / Double(weighted) : nil
    voices = heard.values.sorted { $0.name < $1.name }
  }
}

/// Informants in order, with their organizations, participants and sources as numbers, so that each name is hashed once.
struct Voices {
  private(set) var organizations: [Int] = []
  /// −1 where the participant is unknown.
  private(set) var participants: [Int] = []
  private(set) var sources: [Int] = []
  /// The participant, else the source.
  private(set) var voices: [Int] = []
  /// What the numbers of voices stand for.
  private(set) var names: [String] = []

  init(_ informants: [EvidenceTally.Informant]) {
    var known: [String: Int] = [:]
    func number(_ name: String) -> Int {
      if let number = known[name] { return number }
      known[name] = names.count
      names.append(name)
      return names.count - 1
    }
    for informant in informants {
      organizations.append(number(informant.organization.rawValue))
      participants.append(informant.participant.map { number($0.rawValue) } ?? -1)
      sources.append(number(informant.source))
      voices.append(
        informant.participant == nil ? sources[sources.count - 1] : participants[participants.count - 1])
    }
  }

  /// How many distinct numbers there are; few, and mostly in order already.
  static func distinct<Numbers: Sequence<Int>>(_ numbers: Numbers) -> Int {
    let sorted = numbers.sorted()
    return sorted.indices.count { $0 == 0 || sorted[$0] != sorted[$0 - 1] }
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
