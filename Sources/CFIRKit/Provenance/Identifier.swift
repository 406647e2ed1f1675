/// Which one, of what: the identifier of an organization can never stand where a construct's is asked.
public struct Identifier<Owner>: Hashable, Sendable, Comparable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  /// The identifier as it is written in files, verbatim.
  public let rawValue: String

  /// Takes the text as it is.
  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// Takes a literal as it is.
  public init(stringLiteral value: String) { self.rawValue = value }

  /// The text as it is written in files.
  public var description: String { rawValue }

  /// Compares by Unicode scalars, so that the order is the same on every machine.
  public static func < (first: Self, second: Self) -> Bool {
    first.rawValue.unicodeScalars.lexicographicallyPrecedes(second.rawValue.unicodeScalars)
  }
}
