import Foundation

/// The logarithm of the gamma function of a number above 0.
func logGamma(_ x: Double) -> Double { lgamma(x) }
