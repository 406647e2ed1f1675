import CFIRKit

/// What the number formats of a workbook make of its numbers: dates and times, or plain numbers.
struct CellFormats {
  /// How a number is meant.
  enum Meaning {
    case number, date, dateAndTime, time, elapsed
  }

  /// Whether day 0 is the first of January 1904.
  let countsFrom1904: Bool
  private var meanings: [Meaning] = []

  init(countsFrom1904: Bool) { self.countsFrom1904 = countsFrom1904 }

  /// What the style of a cell says; a cell without one has style 0.
  func meaning(ofStyle style: Int) -> Meaning {
    meanings.indices.contains(style) ? meanings[style] : .number
  }

  /// Takes the part of a workbook that holds the styles.
  mutating func load(_ events: consuming XMLEvents) throws(Finding) {
    var xml = events
    var own: [Int: Meaning] = [:]
    var cellStyles: Int?
    while let event = try xml.next() {
      if event == .end, xml.depth == cellStyles { cellStyles = nil }
      guard event == .start else { continue }
      switch xml.name {
      case "numFmt":
        if let id = xml.attribute("numFmtId").flatMap({ Int($0) }), let code = xml.attribute("formatCode") {
          own[id] = Self.meaning(ofCode: code)
        }
      case "cellXfs": cellStyles = xml.depth
      case "xf" where cellStyles.map({ $0 + 1 }) == xml.depth:
        let id = xml.attribute("numFmtId").flatMap { Int($0) } ?? 0
        meanings.append(own[id] ?? Self.builtIn(id))
      default: break
      }
    }
  }

  /// The formats that every workbook has (ECMA-376 part 1, 18.8.30), those of East Asian editions included.
  private static func builtIn(_ id: Int) -> Meaning {
    switch id {
    case 14...17, 27...31, 36, 50...54, 57, 58: .date
    case 22: .dateAndTime
    case 18...21, 32...35, 45, 47: .time
    case 46: .elapsed
    default: .number
    }
  }

  /// What a format code says by its letters, outside of quotes, escapes and brackets.
  static func meaning(ofCode code: String) -> Meaning {
    var letters: Set<Character> = []
    var isElapsed = false
    var rest = Substring(code.lowercased())
    scan: while let character = rest.popFirst() {
      switch character {
      case ";": break scan
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) {
          isElapsed = true
        }
      case "g" where rest.hasPrefix("eneral"): rest = rest.dropFirst(6)
      case "a" where rest.hasPrefix("m/pm"): rest = rest.dropFirst(4)
      case "a" where rest.hasPrefix("/p"): rest = rest.dropFirst(2)
      default: if "ymdhs".contains(character) { letters.insert(character) }
      }
    }
    let hasTime = letters.contains("h") || letters.contains("s")
    // An m is a minute beside hours or seconds, else a month.
    let hasDate = letters.contains("y") || letters.contains("d") || (letters.contains("m") && !hasTime)
    if isElapsed { return .elapsed }
    if hasDate { return hasTime ? .dateAndTime : .date }
    return hasTime ? .time : .number
  }
}
