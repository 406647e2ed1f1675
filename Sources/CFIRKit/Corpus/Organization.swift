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
    attributes.first { TableReader.key($0.name) == TableReader.key(name) }.flatMap {
      $0.value.isEmpty ? nil : $0.value
    }
  }
}

/// A named value beside the columns that CFIRKit knows.
public struct Attribute: Hashable, Sendable {
  /// The column's name.
  public var name: String
  /// What stands in it.
  public var value: String

  /// A named value.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
