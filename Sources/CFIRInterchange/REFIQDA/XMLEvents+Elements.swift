import CFIRKit

/// Elements by what is in them, in whatever order a program has put it.
extension XMLEvents {
  /// Hands out the elements inside the one that has just started, and moves on to its end.
  ///
  /// - Parameter body: Reads one of them to its end.
  /// - Throws: A finding when the XML cannot be read on.
  mutating func forEachChild(
    _ body: (inout XMLEvents) throws(Finding) -> Void
  ) throws(Finding) {
    let start = depth
    while let event = try next() {
      if event == .start { try body(&self) }
      if event == .end && depth == start { return }
    }
  }

  /// The identifier in an attribute.
  func guid(_ attribute: String) -> REFIGuid? { withAttribute(attribute) { REFIGuid($0) } ?? nil }

  /// The target of a reference, whichever of its two names the attribute has.
  func target() -> REFIGuid? { guid("targetGUID") ?? guid("guid") }

  /// The text of an element that has just started, without white space at its ends, which is layout.
  mutating func trimmedContent() throws(Finding) -> String { try content().trimmingWhitespace() }
}
