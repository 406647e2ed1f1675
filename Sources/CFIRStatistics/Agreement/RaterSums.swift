/// What the coefficients that know raters by name take from a sample of units.
struct RaterSums {
  /// How many raters gave a rating.
  let raters: Int
  /// How many categories there are.
  let categories: Int
  /// The values of the categories, less their middle so that sums of squares lose nothing.
  let values: [Double]
  /// How often each rater gave each category, rater by rater.
  private(set) var counts: [Double]
  /// The same as shares of the rater's ratings; not numbers for a rater without any.
  private(set) var profiles: [Double]
  /// The same in the units that all raters rated.
  private(set) var completeCounts: [Double]
  /// How many units all raters rated.
  private(set) var completeUnits = 0.0
  /// Sum over complete units of the squared sum of their values.
  private(set) var squaredUnitSums = 0.0
  /// For two raters, how often the first gave one category and the second another, in complete units, row by row.
  private(set) var crossed: [Double]

  /// The kinds of complete units, and how many of each are in the sample.
  private let complete: [Int]
  private(set) var completeSample: [Double]
  /// Where the raters' categories of each kind stand in `counts`, −1 where none; kind by kind.
  private let cells: [Int]
  private let unitSums: [Double]

  /// Works out what each kind adds; nothing is summed yet.
  init(_ alike: AlikeUnits) {
    raters = alike.raters
    categories = alike.categories
    let middle = ((alike.values.first ?? 0) + (alike.values.last ?? 0)) / 2
    let values = alike.values.map { $0 - middle }
    self.values = values
    let categories = alike.categories
    cells = alike.rows.flatMap { row in
      row.enumerated().map { rater, category in category < 0 ? -1 : rater * categories + category }
    }
    complete = alike.complete
    unitSums = alike.complete.map { kind in alike.rows[kind].reduce(0) { $0 + values[$1] } }
    counts = [Double](repeating: 0, count: alike.raters * alike.categories)
    (completeCounts, profiles) = (counts, counts)
    completeSample = [Double](repeating: 0, count: alike.complete.count)
    crossed = [Double](
      repeating: 0, count: alike.raters == 2 ? alike.countedCategories * alike.categories : 0)
  }

  /// Sums up a sample: so many units of each kind.
  mutating func load(_ sample: [Double]) {
    for place in counts.indices { (counts[place], completeCounts[place]) = (0, 0) }
    for place in crossed.indices { crossed[place] = 0 }
    (completeUnits, squaredUnitSums) = (0, 0)
    for kind in sample.indices where sample[kind] > 0 {
      for cell in (kind * raters)..<(kind * raters + raters) where cells[cell] >= 0 {
        counts[cells[cell]] += sample[kind]
      }
    }
    for (place, kind) in complete.enumerated() {
      let weight = sample[kind]
      completeSample[place] = weight
      guard weight > 0 else { continue }
      completeUnits += weight
      squaredUnitSums += weight * unitSums[place] * unitSums[place]
      let start = kind * raters
      for cell in start..<(start + raters) { completeCounts[cells[cell]] += weight }
      if !crossed.isEmpty { crossed[cells[start] * categories + cells[start + 1] - categories] += weight }
    }
    for rater in 0..<raters {
      let total = total(rater)
      for place in (rater * categories)..<(rater * categories + categories) {
        profiles[place] = counts[place] / total
      }
    }
  }

  /// How many ratings a rater gave.
  func total(_ rater: Int) -> Double {
    var total = 0.0
    for category in 0..<categories { total += counts[rater * categories + category] }
    return total
  }

  /// Adds up, over complete units, the squared sum of what the raters' categories are worth.
  ///
  /// - Parameter worth: What each category is worth by each rater, rater by rater.
  /// - Returns: The sum.
  func squaredSums(_ worth: [Double]) -> Double {
    var sum = 0.0
    for (place, kind) in complete.enumerated() where completeSample[place] > 0 {
      var unit = 0.0
      for cell in (kind * raters)..<(kind * raters + raters) { unit += worth[cells[cell]] }
      sum += completeSample[place] * unit * unit
    }
    return sum
  }
}
