import CFIRKit

/// Judgements as small numbers, so that rows can be counted by them: 0 for none.
enum JudgementCode {
  static func code(_ judgement: Judgement?) -> Int {
    guard let judgement else { return 0 }
    return judgement.value + 3 + (judgement.isMixed ? 5 : 0)
  }

  static func judgement(_ code: Int) -> Judgement? {
    guard code > 0 else { return nil }
    return code > 5 ? Judgement(code - 8, isMixed: true) : Judgement(code - 3)
  }
}

extension Judgement {
  /// The judgement of a rating cell on an excerpt; nothing for an empty cell or one without a score.
  init?(rating token: String) throws(UnreadableRating) {
    guard let score = try RatingValue(token: token)?.score else { return nil }
    self.init(score.value, isMixed: score.isMixed)
  }
}

/// What a row says of its construct by itself: its rating, else its weight where the study gives weights a meaning.
enum RowJudgement {
  static func of(rating: String, weight: String, in file: ExcerptFile) -> Judgement? {
    if let judgement = try? Judgement(rating: rating) { return judgement }
    if file.weights.isEmpty { return nil }
    return Array(weight.utf8).withUnsafeBufferPointer(parseNumber).flatMap { file.weights[$0] }
  }
}

/// A number as exports write it: `3`, `0.5`, `0,5`.
func parseNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
  // Small whole numbers, which nearly all weights are, need no text.
  if bytes.count == 1, bytes[0] &- 0x30 < 10 { return Double(bytes[0] &- 0x30) }
  if bytes.count == 2, bytes[0] == 0x2D, bytes[1] &- 0x30 < 10 { return -Double(bytes[1] &- 0x30) }
  let text = String(decoding: bytes, as: UTF8.self).trimmingWhitespace()
  return Double(text.contains(".") ? text : text.replacing(",", with: ".")).flatMap { $0.isFinite ? $0 : nil }
}
