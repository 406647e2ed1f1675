import CFIRKit

/// The variables of a project that is written, and of what type each is by its values.
struct REFIVariables {
  /// The types of the schema that values are taken for.
  private enum Kind: String {
    case text = "Text"
    case boolean = "Boolean"
    case integer = "Integer"
    case float = "Float"
    case date = "Date"
  }

  private var names: [String] = []
  private var kinds: [String: Kind] = [:]

  /// Takes note of values.
  mutating func take(_ attributes: [Attribute]) {
    for attribute in attributes where !attribute.value.isEmpty {
      let kind = Self.kind(attribute.value)
      if let known = kinds[attribute.name] {
        kinds[attribute.name] = Self.joined(known, kind)
      } else {
        names.append(attribute.name)
        kinds[attribute.name] = kind
      }
    }
  }

  /// The `Variables` element; nothing where there is no variable.
  var xml: String {
    names.isEmpty
      ? ""
      : XMLText.element(
        "Variables", [:],
        "\n"
          + names.map { name in
            XMLText.element(
              "Variable",
              [
                "guid": guid(name), "name": name.ifEmpty("(unnamed variable)"),
                "typeOfVariable": (kinds[name] ?? .text).rawValue,
              ])
          }.joined())
  }

  /// The `VariableValue` elements of a case.
  func values(_ attributes: [Attribute]) -> String {
    attributes.filter { !$0.value.isEmpty }.map { attribute in
      let element = (kinds[attribute.name] ?? .text).rawValue + "Value"
      return XMLText.element(
        "VariableValue", [:],
        "\n" + XMLText.element("VariableRef", ["targetGUID": guid(attribute.name)])
          + XMLText.optional(element, attribute.value))
    }.joined()
  }

  private func guid(_ name: String) -> String { REFIGuid(.variable, [name]).text }

  /// Numbers as people write them; `007` is a name, not a number.
  private static func kind(_ value: String) -> Kind {
    if value == "true" || value == "false" { return .boolean }
    if value.wholeMatch(of: /-?(0|[1-9][0-9]{0,17})/) != nil { return .integer }
    if value.wholeMatch(of: /-?(0|[1-9][0-9]{0,17})\.[0-9]{1,17}/) != nil { return .float }
    if value.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil, REFIDate(value) != nil { return .date }
    return .text
  }

  private static func joined(_ first: Kind, _ second: Kind) -> Kind {
    if first == second { return first }
    return [first, second].allSatisfy { [.integer, .float].contains($0) } ? .float : .text
  }
}
