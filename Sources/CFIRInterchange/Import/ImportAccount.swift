import CFIRKit

/// What an import took of a file, what it left, and why: nothing vanishes unsaid.
public struct ImportAccount: Sendable, Hashable {
  /// Why something was left.
  public struct Reason: Sendable, Hashable {
    /// A word for programs, such as `untagged-highlight`.
    public let key: String
    /// What was left, for one and for several: `highlight without a tag`, `highlights without a tag`.
    public let one, several: String
    /// Why, and what can be done.
    public let why: String

    /// A reason; without a word for several, `s` is added.
    public init(_ key: String, _ one: String, several: String? = nil, why: String) {
      self.key = key
      self.one = one
      self.several = several ?? one + "s"
      self.why = why
    }
  }

  /// Things that were left for one reason.
  public struct Left: Sendable, Hashable {
    /// Why.
    public let reason: Reason
    /// How many.
    public fileprivate(set) var count: Int
    /// Where the first of them stands.
    public let first: Origin
    /// What some of them are called, without repeats, as far as they have names.
    public fileprivate(set) var examples: [String]
  }

  /// How many names of things left are kept.
  private static let exampleLimit = 5

  /// How findings name the file.
  public let file: String
  /// What kind of file it was taken for.
  public let format: String
  /// How the text was encoded, where the file does not have to say it.
  public var encoding = ""
  /// How many codings were taken: a passage with two codes has two.
  public var codings = 0
  /// What was left, in the order in which its reasons were met.
  public private(set) var left: [Left] = []
  /// What was decided on the way, such as the unit of positions.
  public private(set) var notes: [Finding] = []
  /// The notes again: a broken file may have very many.
  private var noted: Set<Finding> = []
  /// Whether positions that do not fit their words were noted.
  var hasMisfit = false

  /// An import that has taken nothing yet.
  public init(file: String, format: String) {
    self.file = file
    self.format = format
  }

  /// Notes that something was left.
  ///
  /// - Parameters:
  ///   - reason: Why.
  ///   - origin: Where it stands.
  ///   - name: What it is called, where it has a name.
  ///   - count: How many at once.
  public mutating func leave(_ reason: Reason, at origin: Origin, named name: String = "", count: Int = 1) {
    guard count > 0 || !name.isEmpty else { return }
    let place = left.firstIndex { $0.reason == reason } ?? left.count
    if place == left.count { left.append(Left(reason: reason, count: 0, first: origin, examples: [])) }
    left[place].count += count
    if !name.isEmpty, left[place].examples.count < Self.exampleLimit, !left[place].examples.contains(name) {
      left[place].examples.append(name)
    }
  }

  /// Adds what another file's import left and decided.
  public mutating func add(_ other: ImportAccount) {
    for part in other.left {
      leave(part.reason, at: part.first, count: part.count)
      for name in part.examples { leave(part.reason, at: part.first, named: name, count: 0) }
    }
    for finding in other.notes { note(finding) }
  }

  /// Notes a decision that the user should know of, once.
  public mutating func note(_ finding: Finding) {
    if noted.insert(finding).inserted { notes.append(finding) }
  }

  /// What was decided and what was left, as findings: a warning for each reason.
  public var findings: [Finding] {
    notes
      + left.map { left in
        let names = left.examples.map { "'\($0)'" }.joined(separator: ", ")
        let more = left.count > left.examples.count && !names.isEmpty ? ", …" : ""
        return .warning(
          at: left.first,
          "\(left.count) \(left.count == 1 ? left.reason.one : left.reason.several)"
            + (names.isEmpty ? "" : " (\(names)\(more))") + " \(left.count == 1 ? "is" : "are") left out",
          fix: left.reason.why)
      }
  }
}
