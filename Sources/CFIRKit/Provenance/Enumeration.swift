extension [String] {
  /// `A, B and C`, with “and” for the conjunction.
  public func enumerated(with conjunction: String) -> String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
