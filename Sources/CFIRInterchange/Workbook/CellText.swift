/// A text as a workbook can hold it.
struct CellText {
  /// How many UTF-16 units a cell can hold, those of escapes included.
  static let longest = 32_767

  private(set) var text: String
  /// Whether it was too long.
  private(set) var isCut = false
  /// Whether it had a NUL, which no cell can hold.
  private(set) var hadNUL = false

  init(_ original: String) {
    text = original
    if original.utf8.contains(where: { $0 < 0x20 || $0 == 0x5F || $0 == 0xEF }) { escape() }
    guard text.utf8.count > Self.longest, text.utf16.count > Self.longest else { return }
    isCut = true
    // As long as there is room for the sign that something is missing; no escape is cut in two.
    var short =
      String(text.utf16.prefix(Self.longest - 1)) ?? String(text.utf16.prefix(Self.longest - 2)) ?? ""
    if let underscore = short.utf8.suffix(6).lastIndex(of: 0x5F),
      short.utf8[underscore...].dropFirst().first == 0x78
    {
      short = String(short[..<underscore])
    }
    text = short + "…"
  }

  private mutating func escape() {
    var written = String.UnicodeScalarView()
    let scalars = text.unicodeScalars
    for (place, scalar) in zip(scalars.indices, scalars) {
      switch scalar.value {
      case 0:
        hadNUL = true
        written.append("\u{FFFD}")
      case 0x09, 0x0A: written.append(scalar)
      case 0..<0x20, 0xFFFE, 0xFFFF: written.append(contentsOf: Self.escaped(scalar))
      case 0x5F where Self.isEscape(scalars[place...]): written.append(contentsOf: Self.escaped(scalar))
      default: written.append(scalar)
      }
    }
    text = String(written)
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return ("_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_").unicodeScalars
  }

  /// Whether a reader would take these for an escape.
  private static func isEscape(_ scalars: Substring.UnicodeScalarView) -> Bool {
    let seven = Array(scalars.prefix(7))
    return seven.count == 7 && seven[1] == "x" && seven[6] == "_"
      && seven[2..<6].allSatisfy { $0.properties.isASCIIHexDigit }
  }
}
