/// Names of worksheets as Excel allows them, each once.
struct SheetName {
  /// Characters that no name of a sheet has.
  static let forbidden = "[]:*?/\\"
  /// How many UTF-16 units a name may have.
  static let longest = 31

  private var taken: Set<String> = []

  /// A name that can be given to the next sheet: the wanted one where that is possible.
  mutating func take(_ wanted: String) -> String {
    let plain = String(
      wanted.map { Self.forbidden.contains($0) || $0.isNewline || $0 == "\t" || $0 == "\0" ? "_" : $0 })
    let trimmed = String(
      plain.trimmingPrefix { $0 == "'" }.reversed().trimmingPrefix { $0 == "'" }.reversed())
    var name = Self.cut(trimmed.isEmpty ? "Sheet" : trimmed, to: Self.longest)
    // Excel keeps this one for itself.
    if name.lowercased() == "history" { name += "_" }
    let start = name
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let suffix = " (\(number))"
      name = Self.cut(start, to: Self.longest - suffix.utf16.count) + suffix
      number += 1
    }
    return name
  }

  private static func cut(_ name: String, to length: Int) -> String {
    var name = name
    while name.utf16.count > length { name.removeLast() }
    return name
  }
}
