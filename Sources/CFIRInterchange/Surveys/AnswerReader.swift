import CFIRKit

/// Reads the answers to one item: by a table for single characters, by the scale for anything else.
struct AnswerReader {
  let item: Item
  private let noAnswer: Set<String>
  /// What each single ASCII character counts; NaN where the scale has to be asked.
  private let quick: [Double]

  init(_ item: Item, noAnswer: Set<String>) {
    self.item = item
    self.noAnswer = noAnswer
    quick = (0..<128).map { byte in
      let text = String(UnicodeScalar(UInt8(byte)))
      guard !noAnswer.contains(text), (try? item.answers.value(of: text)) != nil else { return .nan }
      return (try? item.answers.value(of: text)) ?? .nan
    }
  }

  /// What a cell's bytes count, where that is plain to see.
  @inline(__always)
  func quickValue(_ bytes: UnsafeBufferPointer<UInt8>) -> Double {
    bytes.count == 1 && bytes[0] < 128 ? quick[Int(bytes[0])] : .nan
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
