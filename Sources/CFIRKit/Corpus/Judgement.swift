/// How a construct works in one excerpt: ±2 an explicit, concrete example; ±1 a general statement; 0 no valence.
public struct Judgement: Hashable, Sendable {
  /// −2 … +2; + helps.
  public let value: Int
  /// Whether it pulls both ways.
  public let isMixed: Bool

  /// A judgement; values outside −2 … +2 are brought to the nearest.
  public init(_ value: Int, isMixed: Bool = false) {
    self.value = min(2, max(-2, value))
    self.isMixed = isMixed
  }

  /// The judgement of two codes or coders on one passage: the stronger where they pull one way, mixed where they do not.
  public func combined(with other: Judgement) -> Judgement { Self.together(self, [other]) }

  /// What several codes or coders say of one passage, in whatever order; nothing where there are none.
  public static func together(_ judgements: some Collection<Judgement>) -> Judgement? {
    judgements.first.map { together($0, judgements.dropFirst()) }
  }

  private static func together(_ first: Judgement, _ others: some Collection<Judgement>) -> Judgement {
    let highest = others.reduce(max(0, first.value)) { max($0, $1.value) }
    let lowest = others.reduce(min(0, first.value)) { min($0, $1.value) }
    let isMixed = first.isMixed || others.contains(where: \.isMixed)
    return Judgement(highest + lowest, isMixed: isMixed || (highest > 0 && lowest < 0))
  }

  /// The words that code systems use for a judgement, by language.
  static let words: [(value: Int, names: [String])] = [
    (
      1,
      [
        "Facilitator", "Facilitators", "Facilitating", "Enabler", "Förderfaktor", "Förderfaktoren",
        "Förderlich",
        "Förderlicher Faktor", "Fördernd", "Facylitator", "Facylitatory", "Ułatwienie", "Czynnik sprzyjający",
        "Czynnik ułatwiający",
      ]
    ),
    (
      -1,
      [
        "Barrier", "Barriers", "Hindering", "Barriere", "Barrieren", "Hindernis", "Hindernisse", "Hinderlich",
        "Hemmnis",
        "Hemmend", "Hemmender Faktor", "Bariera", "Bariery", "Utrudnienie", "Czynnik utrudniający",
      ]
    ),
    (
      2,
      [
        "Strong Facilitator", "Strong Facilitators", "Starker Förderfaktor", "Stark förderlich",
        "Silny facylitator",
        "Silne ułatwienie",
      ]
    ),
    (
      -2,
      [
        "Strong Barrier", "Strong Barriers", "Starke Barriere", "Starkes Hindernis", "Stark hinderlich",
        "Silna bariera",
      ]
    ),
    (0, ["Neutral", "Neutralny"]),
  ]

  private static let table: [NameKey: Judgement] = {
    var table: [NameKey: Judgement] = [:]
    for (value, names) in words {
      for name in names { table[NameKey(name)] = Judgement(value) }
    }
    for name in ["Mixed", "Gemischt", "Mieszany"] { table[NameKey(name)] = Judgement(0, isMixed: true) }
    return table
  }()

  /// Whether steps above a judgement code are a usual name for a group of judgements, or none at all.
  public static func isUsualParent(_ steps: some Collection<String>) -> Bool {
    steps.allSatisfy { usualParents.contains(NameKey($0)) }
  }

  private static let usualParents = Set(
    [
      "Valence", "Valenz", "Judgement", "Judgment", "Judgements", "Rating", "Ratings", "Direction",
      "Influence",
      "Effect", "Strength", "Polarity", "Codes", "Code System", "CFIR", "Facilitators and barriers",
      "Barriers and facilitators", "Bewertung", "Wirkung", "Richtung", "Codesystem", "Ocena", "Kierunek",
      "Kody",
      "Co-codes",
    ].map(NameKey.init))

  /// The judgement that a code's name stands for in English, German or Polish; nothing for other codes.
  public init?(code name: String) {
    guard let known = Self.table[NameKey(name)] else { return nil }
    self = known
  }
}
