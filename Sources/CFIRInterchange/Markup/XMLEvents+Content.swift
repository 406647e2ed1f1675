import CFIRKit

/// Whole elements at once.
extension XMLEvents {
  /// The text of the element that has just started, that of elements inside it included; moves on to its end.
  ///
  /// - Throws: A finding when the XML cannot be read on or the text is longer than ``XMLLimits/textSize``.
  public mutating func content() throws(Finding) -> String {
    var bytes: [UInt8] = []
    try appendContent(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the text of the element that has just started as UTF-8; moves on to its end.
  ///
  /// - Throws: A finding when the XML cannot be read on or the text is longer than ``XMLLimits/textSize``.
  public mutating func appendContent(to target: inout [UInt8]) throws(Finding) {
    let start = (depth: depth, origin: origin, count: target.count)
    while let event = try next() {
      if event == .end && depth == start.depth { return }
      if event == .text { appendText(to: &target) }
      guard target.count - start.count <= limits.textSize else {
        throw .error(
          at: start.origin, "the text of this element is longer than \(limits.textSize) bytes",
          fix: "check where the file comes from")
      }
    }
  }

  /// Passes over the element that has just started, to its end.
  ///
  /// - Throws: A finding when the XML cannot be read on.
  public mutating func skip() throws(Finding) {
    let start = depth
    while let event = try next() {
      if event == .end && depth == start { return }
    }
  }
}
