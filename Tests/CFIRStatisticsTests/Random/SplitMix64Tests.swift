import CFIRStatistics
import Testing

struct SplitMix64Tests {
  @Test func `gives the published sequence of a seed`() {
    // Source: Rosetta Code, "Pseudo-random numbers/Splitmix64", seed 1234567.
    var generator = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in generator.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func `streams of one seed share no numbers`() {
    var seen: Set<UInt64> = []
    for stream in 0..<200 {
      var generator = SplitMix64(seed: 1, stream: stream)
      for _ in 0..<50 { #expect(seen.insert(generator.next()).inserted) }
    }
  }
}
