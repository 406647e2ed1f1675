/// A rationale as somebody typed it, with the numbers of shown excerpts in brackets: `Learning is rewarded [1, 3]`.
public struct CitedRationale: Hashable, Sendable {
  /// The sentence without the brackets.
  public let text: String
  /// The excerpts that it cites, in the order in which they are cited, each once.
  public let excerpts: [Excerpt.ID]

  /// A number that no shown excerpt bears.
  public struct UnknownNumber: Error, Hashable {
    /// The number.
    public let number: Int
    /// How many were shown.
    public let shown: Int

    /// What is wrong, and what can be written instead.
    public var message: String {
      shown == 0
        ? "no excerpt is shown here that [\(number)] could cite; write the rationale without it"
        : "there is no excerpt [\(number)] here; cite 1 … \(shown), or write the rationale without it"
    }
  }

  /// Reads a line.
  ///
  /// - Throws: ``UnknownNumber`` where a bracket cites an excerpt that was not shown.
  public init(_ line: String, shown: [Excerpt.ID]) throws(UnknownNumber) {
    var cited: [Excerpt.ID] = []
    for match in line.matches(of: Self.brackets) {
      for part in match.1.split(separator: ",") {
        guard let number = Int(part.filter { !$0.isWhitespace }), shown.indices.contains(number - 1) else {
          throw UnknownNumber(number: Int(part.filter { !$0.isWhitespace }) ?? 0, shown: shown.count)
        }
        if !cited.contains(shown[number - 1]) { cited.append(shown[number - 1]) }
      }
    }
    let words = line.replacing(Self.brackets, with: " ").split(whereSeparator: \.isWhitespace)
    text = words.joined(separator: " ").replacing(" .", with: ".").replacing(" ,", with: ",")
    excerpts = cited
  }

  nonisolated(unsafe) private static let brackets = /\[\s*(\d+(?:\s*,\s*\d+)*)\s*\]/
}
