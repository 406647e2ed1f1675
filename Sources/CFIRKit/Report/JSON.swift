import Foundation

/// A JSON value whose objects keep the order in which their keys were written.
public enum JSON: Sendable, Equatable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByNilLiteral
{
  /// Nothing.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number of any size, in decimal digits.
  case integer(String)
  /// A number.
  case number(Double)
  /// Text.
  case string(String)
  /// Values in order.
  case array([JSON])
  /// Keys and values in order.
  case object([(key: String, value: JSON)])

  /// Text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(String(value)) }
  /// Values in order.
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  /// Keys and values in order.
  public init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements.map { ($0.0, $0.1) }) }
  /// True or false.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// Nothing.
  public init(nilLiteral: ()) { self = .null }

  /// Text, or null.
  public init(_ text: String?) { self = text.map(JSON.string) ?? .null }
  /// A whole number, or null.
  public init(_ number: Int?) { self = number.map { .integer(String($0)) } ?? .null }
  /// A finite number, or null.
  public init(_ number: Double?) { self = number.flatMap { $0.isFinite ? .number($0) : nil } ?? .null }
  /// An identifier's text.
  public init<Owner>(_ id: Identifier<Owner>) { self = .string(id.rawValue) }
  /// Identifiers' texts in order.
  public init<Owner>(_ ids: [Identifier<Owner>]) { self = .array(ids.map { JSON($0) }) }

  /// Equal values; objects must have their keys in the same order.
  public static func == (first: JSON, second: JSON) -> Bool { first.text == second.text }

  /// The value as text, indented by two blanks, with a line break at its end.
  public var text: String {
    var text: [UInt8] = []
    write(to: &text, indent: 0)
    text += "\n".utf8
    return String(decoding: text, as: UTF8.self)
  }

  private func write(to text: inout [UInt8], indent: Int) {
    switch self {
    case .null: text += "null".utf8
    case .bool(let value): text += (value ? "true" : "false").utf8
    case .integer(let digits): text += digits.utf8
    case .number(let value):
      text += (value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)").utf8
    case .string(let value): Self.quote(value, to: &text)
    case .array(let values):
      text += "[".utf8
      for (place, value) in values.enumerated() {
        Self.beginLine(place == 0 ? "\n" : ",\n", indent: indent + 1, in: &text)
        value.write(to: &text, indent: indent + 1)
      }
      if !values.isEmpty { Self.beginLine("\n", indent: indent, in: &text) }
      text += "]".utf8
    case .object(let members):
      text += "{".utf8
      for (place, member) in members.enumerated() {
        Self.beginLine(place == 0 ? "\n" : ",\n", indent: indent + 1, in: &text)
        Self.quote(member.key, to: &text)
        text += ": ".utf8
        member.value.write(to: &text, indent: indent + 1)
      }
      if !members.isEmpty { Self.beginLine("\n", indent: indent, in: &text) }
      text += "}".utf8
    }
  }

  private static func beginLine(_ end: StaticString, indent: Int, in text: inout [UInt8]) {
    end.withUTF8Buffer { text += $0 }
    text += repeatElement(0x20, count: 2 * indent)
  }

  private static func quote(_ value: String, to text: inout [UInt8]) {
    text += "\"".utf8
    if value.utf8.contains(where: mayNeedEscape) {
      for scalar in value.unicodeScalars { text += escaped(scalar).utf8 }
    } else {
      text += value.utf8
    }
    text += "\"".utf8
  }

  /// Whether a byte is, or may begin, a character that is not written as it is: U+2028 and U+2029 begin with E2.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xE2
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    case "\u{2028}", "\u{2029}", "\0"..."\u{1F}", "\u{7F}":
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: return String(scalar)
    }
  }
}
