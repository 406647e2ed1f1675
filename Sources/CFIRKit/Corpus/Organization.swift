/// The case: the inner setting that is rated and compared.
public struct Organization: Hashable, Sendable {
  /// Which organization, verbatim as the files have it.
  public typealias ID = Identifier<Organization>

  /// Which organization.
  public var id: ID
  /// How it is printed.
  public var name: String
  /// Further columns of `organizations.csv`, in their order.
  public var attributes: [Attribute]

  /// An organization; its id serves as its name where there is none.
  public init(id: ID, name: String? = nil, attributes: [Attribute] = []) {
    self.id = id
    self.name = name ?? id.rawValue
    self.attributes = attributes
  }

  /// The value of an attribute; nothing where it is unknown or empty.
  public func attribute(_ name: String) -> String? {
    entry(name).flatMap { $0.value.isEmpty ? nil : $0.value }
  }

  /// An attribute with its place; nothing where it is unknown.
  public func entry(_ name: String) -> Attribute? {
    attributes.first { TableReader.key($0.name) == TableReader.key(name) }
  }
}

/// A named value beside the columns that CFIRKit knows.
public struct Attribute: Hashable, Sendable {
  /// The column's name.
  public var name: String
  /// What stands in it.
  public var value: String
  /// Where it stands, where that is known.
  public var origin: Origin?

  /// A named value.
  public init(name: String, value: String, origin: Origin? = nil) {
    self.name = name
    self.value = value
    self.origin = origin
  }

  /// The same as a number, with a decimal point or comma; `1,200` could be either of two numbers, and so is none.
  public var written: WrittenNumber {
    value.wholeMatch(of: /[-+\u{2212}]?[0-9]{1,3}(,[0-9]{3})+/) != nil
      ? .unreadable : WrittenNumber(value, decimalComma: true)
  }
}
