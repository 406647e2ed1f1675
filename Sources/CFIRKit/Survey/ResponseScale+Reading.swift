/// An answer that the scale does not offer.
public struct UnreadableAnswer: Error, Sendable {
  /// What is wrong with it.
  public let message: String
  /// How to mend it.
  public let fix: String
}

extension ResponseScale {
  /// Words that mean that there is no answer.
  private static let noAnswer: Set<String> = ["", "na", "n/a", "nan", ".", "–", "-"]

  /// What a written answer counts: by its number, its code or its label.
  ///
  /// - Parameter written: The cell's text, trimmed.
  /// - Returns: What it counts; nothing where there is no answer, or one that does not count.
  /// - Throws: What is wrong with an answer that the scale does not offer.
  public func value(of written: String) throws(UnreadableAnswer) -> Double? {
    if let choice = choices.first(where: { $0.code == written }) { return choice.value }
    let lower = written.lowercased()
    if let choice = choices.first(where: { $0.label.lowercased() == lower }) { return choice.value }
    if Self.noAnswer.contains(lower) { return nil }
    guard let number = Self.number(written) else { throw notANumber(written) }
    if !choices.isEmpty {
      if let choice = choices.first(where: { $0.value == number }) { return choice.value }
      throw UnreadableAnswer(message: "'\(written)' is none of the answers", fix: "write one of \(offered)")
    }
    if let lowest, let highest, number < lowest || number > highest {
      throw UnreadableAnswer(
        message: "\(written) is outside the scale of \(words)",
        fix: "correct the answer, or empty the cell where there was none")
    }
    return number
  }

  private func notANumber(_ written: String) -> UnreadableAnswer {
    if written.wholeMatch(of: /[-−+]?\d+,\d+/) != nil {
      return UnreadableAnswer(
        message: "'\(written)' has a decimal comma",
        fix: "write \(written.replacing(",", with: ".")), or export with decimal points")
    }
    if choices.isEmpty {
      return UnreadableAnswer(
        message: "'\(written)' is text where a number belongs",
        fix: "write the answer's number, or empty the cell where there was none")
    }
    return UnreadableAnswer(
      message: "'\(written)' is none of the answers",
      fix: nearest(written, among: choices.map(\.label)).asSuggestion.ifEmpty("write one of \(offered)"))
  }

  private var offered: String {
    choices.map { $0.label.isEmpty ? $0.code : "\($0.code) (\($0.label))" }.joined(separator: ", ")
  }

  private static func number(_ written: String) -> Double? {
    let plain = written.replacing("−", with: "-")
    // Not “0x1p3”, “inf” or “nan”, which are numbers to a program only.
    guard plain.wholeMatch(of: /[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/) != nil else { return nil }
    return Double(plain).flatMap { $0.isFinite ? $0 : nil }
  }
}
