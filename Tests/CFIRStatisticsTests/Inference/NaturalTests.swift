import CFIRStatistics
import Testing

struct NaturalTests {
  @Test(
    arguments: [
      (0, "0"), (7, "7"), (999_999_999, "999999999"), (1_000_000_000, "1000000000"),
      (1_000_000_007, "1000000007"), (UInt64.max, "18446744073709551615"),
    ] as [(UInt64, String)])
  func `prints decimal digits`(value: UInt64, digits: String) {
    #expect(Natural(value).description == digits)
  }

  @Test func `carries into as many words as a sum takes`() {
    // 2^64, 2^128 and 2^200. Source: Python 3, 2**64, 2**128, 2**200.
    let powers = [
      64: "18446744073709551616",
      128: "340282366920938463463374607431768211456",
      200: "1606938044258990275541962092341162602522202993782792835301376",
    ]
    var power = Natural(1)
    for exponent in 1...200 {
      power += power
      if let digits = powers[exponent] { #expect(power.description == digits) }
    }
  }

  @Test func `carries through words that are full`() {
    // (2^128 − 1) + 1 = 2^128: both words run over.
    var full = Natural(UInt64.max)
    for _ in 0..<64 { full += full }
    full += Natural(UInt64.max)
    full += Natural(1)
    #expect(full.description == "340282366920938463463374607431768211456")
  }

  @Test func `adding nothing changes nothing`() {
    var sum = Natural(12)
    sum += Natural(0)
    #expect(sum == Natural(12))
    var nothing = Natural(0)
    nothing += Natural(12)
    #expect(nothing == Natural(12))
  }

  @Test func `is ordered by size, however many words it takes`() {
    var large = Natural(UInt64.max)
    large += Natural(1)
    #expect(Natural(0) < Natural(1))
    #expect(Natural(UInt64.max) < large)
    #expect(!(large < Natural(UInt64.max)))
    #expect(!(large < large))
    var larger = large
    larger += Natural(1)
    #expect(large < larger)
  }

  @Test func `is a share of a whole whatever the size of both`() {
    var (part, whole) = (Natural(1), Natural(3))
    #expect(abs(part.share(of: whole) - 1.0 / 3) < 1e-15)
    // 1/3 of the way through 2^2000, which no floating-point number holds.
    for _ in 0..<2000 {
      part += part
      whole += whole
    }
    #expect(abs(part.share(of: whole) - 1.0 / 3) < 1e-14)
    #expect(Natural(0).share(of: whole) == 0)
    #expect(whole.share(of: whole) == 1)
  }
}
