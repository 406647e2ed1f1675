/// The answers that an item offers, and what each of them counts.
public struct ResponseScale: Hashable, Sendable {
  /// One answer.
  public struct Choice: Hashable, Sendable {
    /// How files write it: `4`, `x`.
    public var code: String
    /// What it says to respondents.
    public var label: String
    /// What it counts; nothing for answers such as “cannot answer”.
    public var value: Double?

    /// An answer whose code, where it is a number, is what it counts.
    public init(code: String, label: String) {
      self.code = code
      self.label = label
      value = Double(code).flatMap { $0.isFinite ? $0 : nil }
    }
  }

  /// The answers in the order in which they are offered; empty where any number will do.
  public var choices: [Choice] = []
  /// The least that an answer can count.
  public var lowest: Double?
  /// The most that an answer can count.
  public var highest: Double?

  /// Any number.
  public static let any = ResponseScale()

  private init() {}

  /// Numbers from one to another, broken ones among them.
  public init(_ range: ClosedRange<Double>) {
    lowest = range.lowerBound
    highest = range.upperBound
  }

  /// Named answers, the lowest and highest of them bounding the scale.
  public init(_ choices: [Choice]) {
    self.choices = choices
    lowest = choices.compactMap(\.value).min()
    highest = choices.compactMap(\.value).max()
  }

  /// Answers as REDCap writes them: `1, Disagree | 2, Agree | x, Cannot answer`; or a range: `1-5`.
  ///
  /// `nil` where the text is neither.
  public init?(_ text: String) {
    if let range = Self.range(text) {
      self.init(range)
      return
    }
    let choices = text.split(separator: "|").map { part in
      let pieces = part.split(separator: ",", maxSplits: 1).map { $0.trimmingWhitespace() }
      return Choice(code: pieces.first ?? "", label: pieces.count > 1 ? pieces[1] : "")
    }
    guard choices.count >= 2, choices.allSatisfy({ !$0.code.isEmpty && !$0.label.isEmpty }),
      Set(choices.map(\.code)).count == choices.count
    else { return nil }
    self.init(choices)
  }

  /// A range as people write it: `1-5`, `-2-2`, `0..10`.
  public static func range(_ text: String) -> ClosedRange<Double>? {
    guard
      let match = text.wholeMatch(
        of: /\s*([-−+]?\d+(?:\.\d+)?)\s*(?:-|–|\.\.\.?|:)\s*([-−+]?\d+(?:\.\d+)?)\s*/),
      let low = Double(match.1.replacing("−", with: "-")),
      let high = Double(match.2.replacing("−", with: "-")),
      low < high
    else { return nil }
    return low...high
  }

  /// How many answers a scale in steps of 1 has; `nil` where it has no ends, or they are no whole steps apart.
  public var steps: Int? {
    guard let lowest, let highest, highest - lowest == (highest - lowest).rounded(), highest - lowest < 1000
    else { return nil }
    return Int(highest - lowest) + 1
  }

  /// What an answer counts the other way round: the lowest becomes the highest.
  public func reversed(_ value: Double) -> Double {
    guard let lowest, let highest else { return -value }
    return lowest + highest - value
  }

  /// The scale in words: `1 to 5`.
  public var words: String {
    guard let lowest, let highest else { return "numbers" }
    return "\(Self.plain(lowest)) to \(Self.plain(highest))"
  }

  /// A number without a fraction that is not there.
  static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }
}
