import CFIRStatistics

extension RatedUnits {
  /// A cell of a plain table of ratings.
  public struct Word: Sendable {
    /// What stands there; empty where there is no rating.
    public var text: String
    /// Where it stands.
    public var origin: Origin

    /// A cell.
    public init(_ text: String, at origin: Origin) {
      self.text = text
      self.origin = origin
    }
  }

  /// A plain table of ratings: a row for each unit, a column for each rater.
  ///
  /// - Parameters:
  ///   - raters: The raters' names.
  ///   - rows: One cell for each rater.
  ///   - scale: What the categories mean to each other; by default ordinal for numbers and for words in a given order, else nominal.
  ///   - categories: All categories in their order; empty: those that occur, numbers by size and words by the alphabet.
  ///   - origin: Where the scale and categories were asked for.
  ///   - findings: What was found on the way.
  public init?(
    raters: [String], rows: [[Word]], scale: MeasurementScale?, categories: [String], origin: Origin,
    noting findings: inout Findings
  ) {
    let given = rows.joined().filter { !$0.text.isEmpty }
    let written = categories.isEmpty ? given.map(\.text) : categories
    let numbers = written.map(Self.number)
    let isNumeric = numbers.allSatisfy { $0 != nil } && given.allSatisfy { Self.number($0.text) != nil }
    let scale = scale ?? (isNumeric || !categories.isEmpty ? .ordinal : .nominal)
    if !isNumeric && (scale == .interval || scale == .ratio) {
      let word = given.first { Self.number($0.text) == nil }
      findings.add(
        .error(
          at: word?.origin ?? origin,
          "'\(word?.text ?? "")' is no number, which the \(scale.rawValue) scale takes",
          fix: "say --scale ordinal with --categories in their order, or --scale nominal"))
      return nil
    }
    if !isNumeric && scale == .ordinal && categories.isEmpty {
      findings.add(
        .error(
          at: origin, "the ratings are words, and nothing says their order",
          fix: "say --categories with all of them from low to high, or --scale nominal"))
      return nil
    }
    if isNumeric {
      let values = Array(Set(numbers.compactMap { $0 })).sorted()
      let places = Dictionary(values.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      let units = Self.indices(rows, of: { Self.number($0).flatMap { places[$0] } }, noting: &findings)
      self.init(
        unitName: "row", raters: raters, categories: values.map(Self.name), scale: scale,
        table: AgreementTable(units: units, values: values))
    } else {
      var seen: Set<String> = []
      let names =
        categories.isEmpty ? Set(written).sorted() : categories.filter { seen.insert($0).inserted }
      let places = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      let units = Self.indices(rows, of: { places[$0] }, noting: &findings)
      self.init(
        unitName: "row", raters: raters, categories: names, scale: scale,
        table: AgreementTable(units: units, values: names.indices.map { Double($0 + 1) }))
    }
  }

  private static func indices(
    _ rows: [[Word]], of place: (String) -> Int?, noting findings: inout Findings
  ) -> [[Int?]] {
    var units: [[Int?]] = []
    for row in rows {
      var unit: [Int?] = []
      for word in row {
        let category = word.text.isEmpty ? nil : place(word.text)
        if category == nil && !word.text.isEmpty {
          findings.add(
            .error(
              at: word.origin, "'\(word.text)' is none of the categories given",
              fix: "add it to --categories, or correct the cell"))
        }
        unit.append(category)
      }
      units.append(unit)
    }
    return units
  }

  /// A number with an ASCII or typographic sign.
  static func number(_ text: String) -> Double? {
    guard let number = Double(text.replacing("\u{2212}", with: "-")), number.isFinite else { return nil }
    return number == 0 ? 0 : number
  }

  private static func name(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? String(value)
  }
}
