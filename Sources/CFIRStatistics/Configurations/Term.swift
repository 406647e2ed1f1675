/// A conjunction: some conditions at one value each, the others at any.
public struct Term: Hashable, Sendable {
  /// The value of each condition; nothing where any will do.
  public var values: [Int?]

  /// A term.
  public init(_ values: [Int?]) { self.values = values }

  /// How many conditions it names.
  public var length: Int { values.count { $0 != nil } }

  /// Whether a configuration fulfils it.
  public func contains(_ configuration: [Int]) -> Bool {
    zip(values, configuration).allSatisfy { $0 == nil || $0 == $1 }
  }

  /// As the literature writes it: `DEV*~URB`, `DEV{2}*LIT{1}` where any condition has more than two values, `1` for the term
  /// that names no condition and so holds for every case.
  public func text(_ conditions: [Condition]) -> String {
    let isMultiValue = conditions.contains { $0.levels > 2 }
    let literals = zip(conditions, values).compactMap { condition, value in
      value.map { condition.literal($0, asMultiValue: isMultiValue) }
    }
    return literals.isEmpty ? "1" : literals.joined(separator: "*")
  }

  /// Reads a term.
  ///
  /// - Parameters:
  ///   - text: Literals joined by `*`: `DEV`, `~URB`, `LIT{1}` (or `LIT[1]`).
  ///   - conditions: Those that it may name.
  /// - Throws: ``UnreadableTerm`` where a name or a value is not among them, or a condition stands twice.
  public init(_ text: String, _ conditions: [Condition]) throws(UnreadableTerm) {
    values = [Int?](repeating: nil, count: conditions.count)
    for part in text.split(separator: "*", omittingEmptySubsequences: false) {
      let (place, value) = try Self.literal(Self.trimmed(part), conditions)
      guard values[place] == nil || values[place] == value else {
        throw UnreadableTerm(text: text, problem: .contradiction(conditions[place].name))
      }
      values[place] = value
    }
  }

  /// Reads alternatives joined by `+`.
  ///
  /// - Throws: As for one term.
  public static func alternatives(_ text: String, _ conditions: [Condition]) throws(UnreadableTerm) -> [Term]
  {
    var terms: [Term] = []
    for part in text.split(separator: "+", omittingEmptySubsequences: false) {
      terms.append(try Term(trimmed(part), conditions))
    }
    return terms
  }

  private static func literal(_ text: String, _ conditions: [Condition]) throws(UnreadableTerm) -> (Int, Int)
  {
    // A condition may be called anything, so that names are tried before marks are read.
    if let place = conditions.firstIndex(where: { $0.name == text }) {
      guard conditions[place].levels == 2 else {
        throw UnreadableTerm(text: text, problem: .valueNeeded(conditions[place].name))
      }
      return (place, 1)
    }
    if text.hasPrefix("~") {
      let (place, value) = try literal(trimmed(text.dropFirst()), conditions)
      guard conditions[place].levels == 2 else {
        throw UnreadableTerm(text: text, problem: .valueNeeded(conditions[place].name))
      }
      return (place, 1 - value)
    }
    guard let open = text.lastIndex(where: { $0 == "{" || $0 == "[" }),
      text.hasSuffix("}") || text.hasSuffix("]")
    else { throw UnreadableTerm(text: text, problem: .unknown(text)) }
    let name = trimmed(text[..<open])
    guard let place = conditions.firstIndex(where: { $0.name == name }) else {
      throw UnreadableTerm(text: text, problem: .unknown(name))
    }
    guard let value = Int(trimmed(text[text.index(after: open)...].dropLast())),
      (0..<conditions[place].levels).contains(value)
    else {
      throw UnreadableTerm(
        text: text, problem: .noSuchValue(conditions[place].name, highest: conditions[place].levels - 1))
    }
    return (place, value)
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let kept = text.drop { $0.isWhitespace }
    return String(kept.prefix(kept.count - kept.reversed().prefix { $0.isWhitespace }.count))
  }
}

/// A text that is no term over the conditions given.
public struct UnreadableTerm: Error, Hashable, Sendable {
  /// What is wrong with it.
  public enum Problem: Hashable, Sendable {
    /// No condition bears this name.
    case unknown(String)
    /// The condition has more than two values, so that one must be named.
    case valueNeeded(String)
    /// The condition has no such value; the highest is given.
    case noSuchValue(String, highest: Int)
    /// The condition stands twice at different values.
    case contradiction(String)
  }

  /// The text.
  public let text: String
  /// What is wrong with it.
  public let problem: Problem
}
