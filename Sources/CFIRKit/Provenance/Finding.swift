/// Something wrong or noteworthy in what the user gave: where, what, and how to mend it.
public struct Finding: Error, Hashable, Sendable, CustomStringConvertible {
  /// How much it matters.
  public enum Severity: String, Sendable {
    /// The input cannot be used as it is.
    case error
    /// The input is used, but the user should look.
    case warning
    /// The user should know what was decided.
    case note
  }

  /// Where it was found.
  public var origin: Origin
  /// How much it matters.
  public var severity: Severity
  /// What is wrong.
  public var message: String
  /// How to mend it; empty where there is nothing to do.
  public var fix: String

  /// A finding at a place.
  public init(_ severity: Severity, at origin: Origin, _ message: String, fix: String = "") {
    self.origin = origin
    self.severity = severity
    self.message = message
    self.fix = fix
  }

  /// An error at a place.
  public static func error(at origin: Origin, _ message: String, fix: String) -> Finding {
    Finding(.error, at: origin, message, fix: fix)
  }

  /// A warning at a place.
  public static func warning(at origin: Origin, _ message: String, fix: String) -> Finding {
    Finding(.warning, at: origin, message, fix: fix)
  }

  /// `file:line:column: severity: what; how to mend`.
  public var description: String {
    "\(origin): \(severity.rawValue): \(message)" + (fix.isEmpty ? "" : "; \(fix)")
  }
}

/// All findings of one reading, in the order in which they were met.
public struct Findings: Error, Sendable, CustomStringConvertible {
  /// The findings.
  public private(set) var all: [Finding] = []

  /// None yet.
  public init() {}

  /// Those given.
  public init(_ all: [Finding]) { self.all = all }

  /// Notes one more.
  public mutating func add(_ finding: Finding) { all.append(finding) }

  /// The findings file by file and sheet by sheet, as these were met first, and in each by line and column.
  public var inFileOrder: Findings {
    var places: [Origin: Int] = [:]
    func place(_ origin: Origin) -> Origin { Origin(file: origin.file, sheet: origin.sheet) }
    for finding in all where places[place(finding.origin)] == nil {
      places[place(finding.origin)] = places.count
    }
    return Findings(
      all.enumerated().sorted { first, second in
        let keys = [first, second].map {
          [
            places[place($0.element.origin)] ?? 0, $0.element.origin.line ?? .max,
            $0.element.origin.column ?? 0,
            $0.offset,
          ]
        }
        return keys[0].lexicographicallyPrecedes(keys[1])
      }.map(\.element))
  }

  /// Whether any of them is an error.
  public var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// One line each.
  public var description: String { all.map(\.description).joined(separator: "\n") }
}
