/// Answers of respondents to the items of a scale, kept as counts, sums and products: memory does not grow with respondents.
///
/// Sums are taken about each item's first answer. Whole-number answers are therefore summed exactly, in any order.
public struct ItemMoments: Sendable {
  /// Which respondents a pair of items is seen by.
  public enum MissingRule: String, Sendable, CaseIterable {
    /// All who answered both items.
    case pairwise
    /// Only those who answered every item.
    case listwise
  }

  /// How many items there are.
  public let items: Int
  /// Those who answered at least one item.
  public private(set) var respondents = 0
  /// Those who answered every item.
  public private(set) var complete = 0

  private var origins: [Double]
  private var hasOrigins = false
  /// Room for the present respondent's answers about their origins.
  private var centred: [Double]
  /// Of complete respondents: sums, and products of each item with itself and the later ones, row by row.
  private var sums: [Double]
  private var products: [Double]
  /// Of the others, for each item and each other one: who answered both, the first one's sum, the products.
  private var pairCounts: [Int]
  private var pairSums: [Double]
  private var pairProducts: [Double]

  /// Nobody has answered yet.
  public init(items: Int) {
    self.items = items
    origins = [Double](repeating: .nan, count: items)
    centred = [Double](repeating: 0, count: items)
    sums = [Double](repeating: 0, count: items)
    products = [Double](repeating: 0, count: items * (items + 1) / 2)
    pairCounts = [Int](repeating: 0, count: items * items)
    pairSums = [Double](repeating: 0, count: items * items)
    pairProducts = [Double](repeating: 0, count: items * items)
  }

  /// Adds one respondent.
  ///
  /// - Parameter answers: One number for each item, already turned round where the item is reverse scored; NaN where there
  ///   is no answer. A row of another length is left out.
  public mutating func add(_ answers: [Double]) {
    guard answers.count == items else { return }
    let answered = answers.reduce(0) { $1.isNaN ? $0 : $0 + 1 }
    guard answered > 0 else { return }
    respondents += 1
    if !hasOrigins {
      for item in 0..<items where origins[item].isNaN { origins[item] = answers[item] }
      hasOrigins = !origins.contains(where: \.isNaN)
    }
    if answered == items {
      complete += 1
      addComplete(answers)
    } else {
      addPairs(of: answers)
    }
  }

  private mutating func addComplete(_ answers: [Double]) {
    for item in 0..<items {
      centred[item] = answers[item] - origins[item]
      sums[item] += centred[item]
    }
    centred.withUnsafeBufferPointer { centred in
      products.withUnsafeMutableBufferPointer { products in
        var place = 0
        for first in 0..<items {
          let a = centred[first]
          for second in first..<items {
            products[place] += a * centred[second]
            place += 1
          }
        }
      }
    }
  }

  private mutating func addPairs(of answers: [Double]) {
    let answered = answers.indices.filter { !answers[$0].isNaN }
    for first in answered {
      let a = answers[first] - origins[first]
      for second in answered {
        pairCounts[first * items + second] += 1
        pairSums[first * items + second] += a
        pairProducts[first * items + second] += a * (answers[second] - origins[second])
      }
    }
  }

  /// The item means, variances and covariances under a rule for missing answers; divisor *n* − 1.
  public func covariances(_ rule: MissingRule) -> ItemCovariances {
    var means = [Double?](repeating: nil, count: items)
    var values = [Double](repeating: .nan, count: items * items)
    var counts = [Int](repeating: complete, count: items)
    let countsPairs = rule == .pairwise
    for first in 0..<items {
      let ownPlace = first * items + first
      let answered = complete + (countsPairs ? pairCounts[ownPlace] : 0)
      counts[first] = answered
      if answered > 0 {
        means[first] =
          origins[first] + (sums[first] + (countsPairs ? pairSums[ownPlace] : 0)) / Double(answered)
      }
      for second in first..<items {
        let place = first * items + second
        let mirror = second * items + first
        let n = complete + (countsPairs ? pairCounts[place] : 0)
        guard n > 1 else { continue }
        let sumFirst = sums[first] + (countsPairs ? pairSums[place] : 0)
        let sumSecond = sums[second] + (countsPairs ? pairSums[mirror] : 0)
        let ofComplete = products[first * items - first * (first - 1) / 2 + second - first]
        let product = ofComplete + (countsPairs ? pairProducts[place] : 0)
        values[place] = (product - sumFirst * sumSecond / Double(n)) / Double(n - 1)
        values[mirror] = values[place]
      }
    }
    return ItemCovariances(
      respondents: countsPairs ? respondents : complete, counts: counts, means: means, values: values)
  }
}
