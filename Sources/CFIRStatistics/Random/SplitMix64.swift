/// Numbers that look random and are the same for the same seed everywhere.
///
/// Source: Steele, Lea & Flood, OOPSLA 2014, figure 17.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts the sequence of a seed.
  public init(seed: UInt64) { state = seed }

  /// The generator of one of many streams of a seed, so that work can be shared out and the numbers stay the same.
  ///
  /// Neighbouring states would give the same numbers one step apart; a stream therefore starts at the mixed number of its place.
  public init(seed: UInt64, stream: Int) {
    var places = SplitMix64(seed: seed &+ UInt64(truncatingIfNeeded: stream) &* 0x9E37_79B9_7F4A_7C15)
    state = places.next()
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
