import CFIRStatistics

extension RatedUnits {
  /// A plain table of ratings: a row for each unit, a column for each rater.
  ///
  /// - Parameters:
  ///   - raters: The raters' names.
  ///   - rows: For each unit, what each rater wrote; empty where there is no rating.
  ///   - scale: What the categories mean to each other; by default ordinal for numbers and for words in a given order, else nominal.
  ///   - categories: All categories in their order; empty: those that occur, numbers by size and words by the alphabet. What is none of
  ///     them counts as no rating.
  public init(raters: [String], rows: [[String]], scale: MeasurementScale?, categories: [String]) {
    let given = Set(rows.joined()).subtracting([""])
    let numbers = given.union(categories).reduce(into: [String: Double]()) { numbers, word in
      numbers[word] = Self.number(word)
    }
    let isNumeric = given.union(categories).allSatisfy { numbers[$0] != nil }
    let scale = scale ?? (isNumeric || !categories.isEmpty ? .ordinal : .nominal)
    let known = categories.isEmpty ? given.sorted() : categories
    let values: [Double]
    let names: [String]
    var places: [String: Int] = [:]
    if isNumeric {
      // 2 and 2.0 are one number.
      values = Set(known.compactMap { numbers[$0] }).sorted()
      names = values.map(Self.name)
      for word in given { places[word] = numbers[word].flatMap(values.firstIndex) }
    } else {
      var seen: Set<String> = []
      names = known.filter { seen.insert($0).inserted }
      values = names.indices.map { Double($0 + 1) }
      for (place, name) in names.enumerated() { places[name] = place }
    }
    self.init(
      unitName: "row", raters: raters, categories: names, scale: scale,
      table: AgreementTable(units: rows.map { $0.map { places[$0] } }, values: values))
  }

  /// A number with an ASCII or typographic sign; nothing for other words.
  public static func number(_ word: String) -> Double? {
    let number = Double(word) ?? (word.hasPrefix("\u{2212}") ? Double("-" + word.dropFirst()) : nil)
    guard let number, number.isFinite else { return nil }
    return number == 0 ? 0 : number
  }

  private static func name(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? String(value)
  }
}
