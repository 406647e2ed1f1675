import CFIRStatistics
import Foundation
import Testing

struct CalibrationTests {
  /// Ragin, Redesigning Social Inquiry, 2008, table 5.2: membership in developed countries by income per head, full exclusion at
  /// 2,500, crossover at 5,000, full inclusion at 20,000 US dollars, log odds of 3 at the anchors.
  @Test(arguments: [
    (40_110, 1.00), (25_200, 0.98), (20_060, 0.95), (17_090, 0.92), (15_320, 0.89), (13_680, 0.85),
    (11_720, 0.79),
  ])
  func `gives the published memberships by the direct method`(income: Double, published: Double) throws {
    let anchors = try #require(Calibration.Anchors(exclusion: 2500, crossover: 5000, inclusion: 20_000))
    let membership = Calibration.direct(anchors, degree: exp(3) / (1 + exp(3)))(income)
    #expect((membership * 100).rounded() / 100 == published)
  }

  @Test(arguments: [false, true])
  func `gives the chosen degree at the anchors, rising and falling`(falls: Bool) throws {
    let (low, high) = falls ? (9.0, -1.0) : (-1.0, 9.0)
    let anchors = try #require(Calibration.Anchors(exclusion: low, crossover: 2, inclusion: high))
    let calibrate = Calibration.direct(anchors)
    #expect(abs(calibrate(high) - 0.95) < 1e-12)
    #expect(abs(calibrate(low) - 0.05) < 1e-12)
    #expect(calibrate(2) == 0.5)
  }

  @Test func `draws straight lines between end-points`() throws {
    let rising = try #require(Calibration.Anchors(exclusion: -2, crossover: 0.5, inclusion: 2))
    #expect(
      [-3, -2, -1, 0, 0.5, 1.25, 2, 3].map { Calibration.linear(rising)($0) } == [
        0, 0, 0.2, 0.4, 0.5, 0.75, 1, 1,
      ])
    let falling = try #require(Calibration.Anchors(exclusion: 10, crossover: 5, inclusion: 0))
    #expect([12, 7.5, 5, 1, -1].map { Calibration.linear(falling)($0) } == [0, 0.25, 0.5, 0.9, 1])
  }

  @Test func `counts the thresholds that a number reaches`() {
    #expect([-1, 0, 1, 2].map { Calibration.thresholds([0, 2])($0) } == [0, 1, 1, 2])
  }

  @Test func `wants the crossover between the other anchors`() {
    #expect(Calibration.Anchors(exclusion: 0, crossover: 3, inclusion: 2) == nil)
    #expect(Calibration.Anchors(exclusion: 1, crossover: 1, inclusion: 2) == nil)
  }
}
