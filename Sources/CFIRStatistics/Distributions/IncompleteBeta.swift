import Foundation

/// The regularized incomplete beta function, both tails: I_x(a, b) and 1 − I_x(a, b).
///
/// A continued fraction (Lentz's evaluation of DLMF 8.17.22) times a prefactor by saddle point (Loader 2000), so that large
/// parameters lose no digits. Relative error below 1e−12 of the smaller tail.
///
/// - Parameters:
///   - x: 0 … 1.
///   - y: 1 − x, given besides because near 1 the difference would lose its digits.
///   - a: Above 0.
///   - b: Above 0.
/// - Returns: Both tails, 0 … 1.
func incompleteBeta(_ x: Double, complement y: Double, a: Double, b: Double) -> (lower: Double, upper: Double)
{
  if x <= 0 { return (0, 1) }
  if y <= 0 { return (1, 0) }
  // The fraction converges fast on this side of the mean only.
  if x > (a + 1) / (a + b + 2) {
    let mirrored = incompleteBeta(y, complement: x, a: b, b: a)
    return (mirrored.upper, mirrored.lower)
  }
  let prefactor = b / (a + b) * binomialDensity(a, of: a + b, x, y)
  let lower = min(1, prefactor * continuedFraction(x, a: a, b: b))
  return (lower, 1 - lower)
}

private func continuedFraction(_ x: Double, a: Double, b: Double) -> Double {
  let tiny = 1e-300
  func away(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
  var c = 1.0
  var d = 1 / away(1 - (a + b) * x / (a + 1))
  var result = d
  for step in 1...1_000_000 {
    let m = Double(step)
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    result *= c * d
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    result *= c * d
    if abs(c * d - 1) < 1e-16 { break }
  }
  return result
}

/// The binomial density of a whole or broken number of successes. Source: Loader, Fast and Accurate Computation of Binomial
/// Probabilities, 2000.
private func binomialDensity(_ successes: Double, of trials: Double, _ p: Double, _ q: Double) -> Double {
  let failures = trials - successes
  let logarithm =
    stirlingError(trials) - stirlingError(successes) - stirlingError(failures)
    - deviance(successes, trials * p) - deviance(failures, trials * q)
  return exp(logarithm) * (trials / (2 * .pi * successes * failures)).squareRoot()
}

/// ln Γ(n + 1) less Stirling's formula for it.
private func stirlingError(_ n: Double) -> Double {
  if n < 16 { return lgamma(n + 1) - (n + 0.5) * log(n) + n - 0.5 * log(2 * .pi) }
  let square = n * n
  let series = 1 / 360.0 - (1 / 1260.0 - (1 / 1680.0 - 1 / 1188.0 / square) / square) / square
  return (1 / 12.0 - series / square) / n
}

/// x ln(x/m) + m − x, without loss where x is near m.
private func deviance(_ x: Double, _ m: Double) -> Double {
  guard abs(x - m) < 0.1 * (x + m) else { return x * log(x / m) + m - x }
  let v = (x - m) / (x + m)
  var sum = (x - m) * v
  var power = 2 * x * v
  for step in 1...1000 {
    power *= v * v
    let next = sum + power / Double(2 * step + 1)
    if next == sum { break }
    sum = next
  }
  return sum
}
