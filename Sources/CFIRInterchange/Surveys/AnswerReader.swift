import CFIRKit

/// Reads the answers to one item.
struct AnswerReader {
  let item: Item
  private let noAnswer: Set<String>
  init(_ item: Item, noAnswer: Set<String>) {
    self.item = item
    self.noAnswer = noAnswer
  }

  /// What each single ASCII character counts; NaN where the scale has to be asked.
  var quick: [Double] {
    (0..<128).map { byte in
      let text = String(UnicodeScalar(UInt8(byte)))
      guard !noAnswer.contains(text), let value = try? item.answers.value(of: text) else { return .nan }
      return value
    }
  }

  /// What a written answer counts; NaN where there is none.
  func value(of written: String) throws(UnreadableAnswer) -> (value: Double, isUnanswerable: Bool) {
    if noAnswer.contains(written) { return (.nan, false) }
    if let value = try item.answers.value(of: written) { return (value, false) }
    let isChoice = item.answers.choices.contains {
      $0.value == nil && ($0.code == written || $0.label.lowercased() == written.lowercased())
    }
    return (.nan, isChoice)
  }

  /// Checks an answer that is not scored.
  func check(_ written: String) throws(UnreadableAnswer) {
    if written.isEmpty || noAnswer.contains(written) { return }
    switch item.kind {
    case .rating, .choice, .number: _ = try item.answers.value(of: written)
    case .choices:
      for part in written.split(separator: ";") { _ = try item.answers.value(of: part.trimmingWhitespace()) }
    case .text: break
    }
  }
}
