/// What a rating says: a score, a reason why there is none, or a descriptor. None is ever folded into another.
public enum RatingValue: Hashable, Sendable {
  /// A score, which may be mixed.
  case score(Score)
  /// Asked, but too little was said.
  case missing
  /// Nobody was asked.
  case notAsked
  /// The construct does not apply here.
  case notApplicable
  /// A fact without valence: the source of an intervention in CFIR 2009.
  case descriptor(Descriptor)

  /// −2 … +2: the sign says whether it hinders or helps, the size how strongly.
  ///
  /// Source: Damschroder & Lowery, Implementation Science 2013;8:51, table 2; mixed as in BMC Public Health 2019;19:1051, table 8.
  public struct Score: Hashable, Sendable {
    /// −2 … +2.
    public let value: Int
    /// Whether it pulls both ways: `0 (mixed)` balances, `+1*` leans to its sign.
    public let isMixed: Bool

    /// A score; nothing outside −2 … +2.
    public init?(_ value: Int, isMixed: Bool = false) {
      guard (-2...2).contains(value) else { return nil }
      self.value = value
      self.isMixed = isMixed
    }
  }

  /// Where an intervention came from (CFIR 2009).
  public enum Descriptor: String, Sendable {
    /// From outside the organization.
    case external = "E"
    /// From within.
    case `internal` = "I"
  }

  /// The score; nothing for the rest.
  public var score: Score? {
    if case .score(let score) = self { score } else { nil }
  }

  // MARK: Tokens

  /// The value as files have it, in ASCII: `+2`, `-1`, `0`, `0 (mixed)`, `+1*`, `missing`, `not asked`, `n/a`, `E`.
  public var token: String {
    switch self {
    case .score(let score):
      switch (score.value, score.isMixed) {
      case (0, false): "0"
      case (0, true): "0 (mixed)"
      case (let value, let isMixed): (value > 0 ? "+" : "-") + "\(abs(value))" + (isMixed ? "*" : "")
      }
    case .missing: "missing"
    case .notAsked: "not asked"
    case .notApplicable: "n/a"
    case .descriptor(let descriptor): descriptor.rawValue
    }
  }

  /// The value as it is printed for people: as ``token``, with the minus sign U+2212.
  public var typographic: String {
    token.replacing("-", with: "\u{2212}", maxReplacements: score == nil ? 0 : 1)
  }

  /// Reads a token.
  ///
  /// Signs may be ASCII or Unicode and stand apart (`+ 1`, `− 2`); case does not matter.
  ///
  /// - Returns: The value; `nil` for an empty cell, which is no rating.
  /// - Throws: ``UnreadableRating`` for anything that is neither.
  public init?(token: String) throws(UnreadableRating) {
    // Word processors put no-break spaces where one types a blank.
    let plain = token.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if plain.isEmpty { return nil }
    if let known = Self.words[plain.lowercased()] {
      self = known
      return
    }
    guard let score = Self.number(plain) else { throw UnreadableRating(token: token) }
    self = .score(score)
  }

  private static let words: [String: RatingValue] = {
    var words: [String: RatingValue] = [
      "m": .missing, "missing": .missing, "na": .missing, "\u{2013}": .missing, "\u{2014}": .missing,
      "-": .missing,
      "\u{2212}": .missing, "not asked": .notAsked, "n/a": .notApplicable, "not applicable": .notApplicable,
      "e": .descriptor(.external), "external": .descriptor(.external),
      "i": .descriptor(.internal), "internal": .descriptor(.internal),
    ]
    if let mixed = Score(0, isMixed: true) {
      for word in ["0 (mixed)", "0 mixed", "0(mixed)", "0 (mix)", "0 mix", "+0 (mixed)", "mixed", "mix", "x"]
      {
        words[word] = .score(mixed)
      }
    }
    return words
  }()

  /// A sign, a digit, perhaps an asterisk; blanks anywhere between.
  private static func number(_ text: String) -> Score? {
    var characters = text.filter { !$0.isWhitespace }[...]
    var sign = 1
    switch characters.first {
    case "+", "\u{FF0B}": characters = characters.dropFirst()
    case "-", "\u{2212}", "\u{2013}", "\u{2010}", "\u{2011}", "\u{FF0D}", "\u{FE63}":
      sign = -1
      characters = characters.dropFirst()
    default: break
    }
    guard let digit = characters.first, let size = ["0": 0, "1": 1, "2": 2][digit] else { return nil }
    let rest = characters.dropFirst()
    guard rest.isEmpty || rest == "*" else { return nil }
    return Score(sign * size, isMixed: rest == "*")
  }
}

/// A cell that is no rating.
public struct UnreadableRating: Error, Hashable {
  /// What stands there.
  public let token: String

  /// What can be written instead.
  public var fix: String {
    "write −2 … +2 (0 (mixed) or +1* where it is mixed), missing, not asked, n/a, or nothing"
  }
}
