/// Kendall's τ-b: rank association that allows for ties on both sides.
///
/// Source: Kendall, Biometrika 1945;33:239–251. Counted in integers and divided once.
///
/// - Parameters:
///   - first: One number for each unit.
///   - second: As many, in the same order.
/// - Returns: −1 … +1; `nil` for fewer than two units or when either side is constant.
public func kendallTauB(_ first: [Double], _ second: [Double]) -> Double? {
  guard first.count == second.count, first.count >= 2 else { return nil }
  var concordant = 0
  var untiedFirst = 0
  var untiedSecond = 0
  for later in 1..<first.count {
    for earlier in 0..<later {
      let a = sign(first[later] - first[earlier])
      let b = sign(second[later] - second[earlier])
      concordant += a * b
      untiedFirst += a * a
      untiedSecond += b * b
    }
  }
  guard untiedFirst > 0, untiedSecond > 0 else { return nil }
  return Double(concordant) / (Double(untiedFirst) * Double(untiedSecond)).squareRoot()
}

/// Spearman's ρ: the product-moment correlation of mid-ranks.
///
/// Source: Spearman, American Journal of Psychology 1904;15:72–101, with mid-ranks for ties.
///
/// - Parameters:
///   - first: One number for each unit.
///   - second: As many, in the same order.
/// - Returns: −1 … +1; `nil` for fewer than two units or when either side is constant.
public func spearmanRho(_ first: [Double], _ second: [Double]) -> Double? {
  guard first.count == second.count, first.count >= 2 else { return nil }
  // Twice the mid-ranks are integers, so that sums are exact.
  let a = doubledRanks(first)
  let b = doubledRanks(second)
  let n = first.count
  let center = n + 1
  var products = 0
  var squaresA = 0
  var squaresB = 0
  for index in 0..<n {
    products += (a[index] - center) * (b[index] - center)
    squaresA += (a[index] - center) * (a[index] - center)
    squaresB += (b[index] - center) * (b[index] - center)
  }
  guard squaresA > 0, squaresB > 0 else { return nil }
  return Double(products) / (Double(squaresA) * Double(squaresB)).squareRoot()
}

private func sign(_ value: Double) -> Int { value > 0 ? 1 : value < 0 ? -1 : 0 }

private func doubledRanks(_ values: [Double]) -> [Int] {
  let order = values.indices.sorted { values[$0] < values[$1] }
  var ranks = [Int](repeating: 0, count: values.count)
  var start = 0
  while start < order.count {
    var end = start
    while end + 1 < order.count && values[order[end + 1]] == values[order[start]] { end += 1 }
    for index in start...end { ranks[order[index]] = start + end + 2 }
    start = end + 1
  }
  return ranks
}
