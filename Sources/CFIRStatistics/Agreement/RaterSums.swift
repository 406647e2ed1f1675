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
  /// The same in the units that all raters rated.
  private(set) var completeCounts: [Double]
  /// How many units all raters rated.
  private(set) var completeUnits = 0.0
  /// Sum over complete units of the squared sum of their values.
  private(set) var squaredUnitSums = 0.0
  /// For two raters, how often the first gave one category and the second another, in complete units, row by row.
  private(set) var crossed: [Double]

  /// The kinds of complete units, and how many of each are in the sample.
  let complete: [Int]
  private(set) var completeSample: [Double]
  let rows: [[Int]]
  private let unitSums: [Double]

  /// Works out what each kind adds; nothing is summed yet.
  init(_ alike: AlikeUnits) {
    raters = alike.raters
    categories = alike.categories
    let middle = ((alike.values.first ?? 0) + (alike.values.last ?? 0)) / 2
    let values = alike.values.map { $0 - middle }
    self.values = values
    rows = alike.rows
    complete = alike.complete
    unitSums = alike.complete.map { kind in alike.rows[kind].reduce(0) { $0 + values[$1] } }
    counts = [Double](repeating: 0, count: alike.raters * alike.categories)
    completeCounts = counts
    completeSample = [Double](repeating: 0, count: alike.complete.count)
    crossed = [Double](repeating: 0, count: alike.raters == 2 ? alike.categories * alike.categories : 0)
  }

  /// Sums up a sample: so many units of each kind.
  mutating func load(_ sample: [Double]) {
    for place in counts.indices { (counts[place], completeCounts[place]) = (0, 0) }
    for place in crossed.indices { crossed[place] = 0 }
    (completeUnits, squaredUnitSums) = (0, 0)
    for kind in sample.indices where sample[kind] > 0 {
      let row = rows[kind]
      for rater in 0..<raters where row[rater] >= 0 {
        counts[rater * categories + row[rater]] += sample[kind]
      }
    }
    for (place, kind) in complete.enumerated() {
      let weight = sample[kind]
      completeSample[place] = weight
      guard weight > 0 else { continue }
      completeUnits += weight
      squaredUnitSums += weight * unitSums[place] * unitSums[place]
      let row = rows[kind]
      for rater in 0..<raters { completeCounts[rater * categories + row[rater]] += weight }
      if raters == 2 { crossed[row[0] * categories + row[1]] += weight }
    }
  }

  /// How many ratings a rater gave.
  func total(_ rater: Int) -> Double {
    var total = 0.0
    for category in 0..<categories { total += counts[rater * categories + category] }
    return total
  }

  /// The share of a rater's ratings that each category has, rater by rater; not a number for a rater without any.
  var profiles: [Double] {
    var profiles = counts
    for rater in 0..<raters {
      let total = total(rater)
      for category in 0..<categories { profiles[rater * categories + category] /= total }
    }
    return profiles
  }
}
