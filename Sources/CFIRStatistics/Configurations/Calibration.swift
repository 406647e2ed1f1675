import Foundation

/// How numbers become memberships in a set.
///
/// Source: Ragin, Redesigning Social Inquiry, 2008, chapter 5 (direct method); Duşa, QCA with R, 2019, chapter 4, for the
/// end-point functions. Numbers are those of R `QCA`'s `calibrate()`.
public enum Calibration: Hashable, Sendable {
  /// The direct method: log odds of membership grow linearly from 0 at the crossover to those of `degree` at the anchor for full
  /// inclusion, and fall to their negative at the one for full exclusion.
  case direct(Anchors, degree: Double = 0.95)
  /// The end-point method: membership grows from 0 at full exclusion over 0.5 at the crossover to 1 at full inclusion, in
  /// straight lines.
  case linear(Anchors)
  /// As many values as there are thresholds and one more: how many thresholds a number reaches. One threshold makes a crisp set.
  case thresholds([Double])
  /// The numbers are memberships or values already.
  case none

  /// Three anchors, rising or falling.
  public struct Anchors: Hashable, Sendable {
    /// Up to here a case is fully out.
    public var exclusion: Double
    /// Here it is as much in as out.
    public var crossover: Double
    /// From here on it is fully in.
    public var inclusion: Double

    /// Three anchors; nothing unless the crossover lies between the other two.
    public init?(exclusion: Double, crossover: Double, inclusion: Double) {
      let rises = exclusion < crossover && crossover < inclusion
      let falls = exclusion > crossover && crossover > inclusion
      guard rises || falls else { return nil }
      self.exclusion = exclusion
      self.crossover = crossover
      self.inclusion = inclusion
    }
  }

  /// The membership or value of a number.
  public func callAsFunction(_ number: Double) -> Double {
    switch self {
    case .direct(let anchors, let degree): Self.rounded(Self.direct(number, anchors, degree))
    case .linear(let anchors): Self.rounded(Self.linear(number, anchors))
    case .thresholds(let thresholds): Double(thresholds.count { number >= $0 })
    case .none: number
    }
  }

  private static func direct(_ number: Double, _ anchors: Anchors, _ degree: Double) -> Double {
    let falls = anchors.exclusion > anchors.inclusion
    let deviation = number - anchors.crossover
    let (low, high) = falls ? (anchors.inclusion, anchors.exclusion) : (anchors.exclusion, anchors.inclusion)
    let reach = deviation < 0 ? anchors.crossover - low : high - anchors.crossover
    let membership = 1 / (1 + exp(-deviation * log(degree / (1 - degree)) / reach))
    return falls ? 1 - membership : membership
  }

  private static func linear(_ number: Double, _ anchors: Anchors) -> Double {
    let share = (number - anchors.crossover) / (anchors.inclusion - anchors.crossover)
    if share >= 0 { return min(1, 0.5 + share / 2) }
    return max(0, 0.5 - (number - anchors.crossover) / (anchors.exclusion - anchors.crossover) / 2)
  }

  /// R `QCA` sets memberships within 0.0001 of an end to that end.
  private static func rounded(_ membership: Double) -> Double {
    membership < 0.0001 ? 0 : membership > 0.9999 ? 1 : membership
  }
}
