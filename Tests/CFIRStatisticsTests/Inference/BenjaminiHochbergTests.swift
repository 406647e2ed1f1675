import CFIRStatistics
import Testing

struct BenjaminiHochbergTests {
  // Source: R 4.2.2, p.adjust(p, "BH").
  @Test func `agrees with R`() {
    let shares: [Double] = [0.01, 0.04, 0.03, 0.005, 0.55, 0.55, 1, 0.1]
    let expected: [Double] = [
      0.04, 0.08, 0.08, 0.04, 4.4 / 7, 4.4 / 7, 1, 0.16,
    ]
    for (value, other) in zip(benjaminiHochberg(shares), expected) { #expect(abs(value - other) < 1e-12) }
  }

  @Test func `what has no share is no test`() {
    let adjusted: [Double?] = benjaminiHochberg([0.02, nil, 0.5] as [Double?])
    #expect(adjusted == [0.04, nil, 0.5])
    #expect(benjaminiHochberg([] as [Double]).isEmpty)
  }
}
