import CFIRStatistics
import Testing

struct ReliabilityTests {
  private func covariances(
    _ answers: [[Double]], _ rule: ItemMoments.MissingRule = .pairwise
  ) -> ItemCovariances {
    var moments = ItemMoments(items: answers.first?.count ?? 0)
    for row in answers { moments.add(row) }
    return moments.covariances(rule)
  }

  // Source: R 4.2.2, psych 2.2.9, `psych::alpha(attitude)`.
  @Test func `agrees with psych on the supervisors`() throws {
    let items = covariances(Supervisors.answers)
    let alpha = try #require(items.cronbachAlpha())
    #expect(items.respondents == 30)
    #expect(isClose(alpha, 0.84314276956476))
    #expect(isClose(items.averageCorrelation(), 0.426906642649717))
    let dropped = [
      0.809760206309, 0.796917457274, 0.827847765939, 0.803030975023, 0.795386574198, 0.863872311446,
      0.840464868265,
    ]
    let rest = [
      0.671262057224, 0.742109710222, 0.560711111480, 0.714445498134, 0.786275593834, 0.265034339197,
      0.460810549468,
    ]
    let means = [
      64.6333333333, 66.6, 53.1333333333, 56.3666666667, 64.6333333333, 74.7666666667, 42.9333333333,
    ]
    let deviations = [
      12.17256194759, 13.31475717468, 12.23542999352, 11.73701287655, 10.39722553620, 9.89490754895,
      10.28870600534,
    ]
    for item in dropped.indices {
      #expect(isClose(items.cronbachAlpha(without: item), dropped[item]))
      #expect(isClose(items.itemRestCorrelation(of: item), rest[item]))
      #expect(isClose(items.means[item], means[item]))
      #expect(isClose(items.standardDeviation(of: item), deviations[item]))
    }
    // `psych::alpha(attitude)$feldt`.
    let interval = try #require(feldtInterval(alpha: alpha, respondents: 30, items: 7))
    #expect(isClose(interval.lower, 0.739375685643107))
    #expect(abs(interval.upper - 0.91577307) < 1e-8)
  }

  // Source: scipy 1.17.1, 1 - 0.1 * scipy.stats.f.ppf(share, n - 1, (n - 1) * 39).
  @Test func `the interval of a million respondents is as narrow as it should be`() throws {
    let interval = try #require(feldtInterval(alpha: 0.9, respondents: 1_000_000, items: 40))
    #expect(abs(interval.lower - 0.8997190837421727) < 1e-9)
    #expect(abs(interval.upper - 0.9002805077110408) < 1e-9)
  }

  // Source: R 4.2.2, psych 2.2.9, `psych::alpha(x)` and `psych::alpha(na.omit(x))`; the intervals by
  // `psych::alpha.ci(alpha, n.obs, 4)` with 19 respondents who answered anything, and 16 who answered everything.
  @Test func `agrees with psych under either rule for missing answers`() throws {
    let pairwise = covariances(Respondents.answers)
    #expect(pairwise.respondents == 19)
    #expect(pairwise.counts == [19, 18, 18, 18])
    #expect(isClose(pairwise.cronbachAlpha(), 0.79028376363822))
    #expect(isClose(pairwise.averageCorrelation(), 0.47826606966153))
    #expect(isClose(pairwise.itemRestCorrelation(of: 1), 0.33353597222387))
    #expect(isClose(pairwise.cronbachAlpha(without: 1), 0.85637088171956))
    #expect(isClose(pairwise.means[0], 3.0526315789474))
    #expect(isClose(pairwise.standardDeviation(of: 3), 1.0981267472114))
    let interval = try #require(feldtInterval(alpha: 0.79028376363822, respondents: 19, items: 4))
    #expect(isClose(interval.lower, 0.57817962724407))
    #expect(isClose(interval.upper, 0.91020873050540))

    let listwise = covariances(Respondents.answers, .listwise)
    #expect(listwise.respondents == 16)
    #expect(isClose(listwise.cronbachAlpha(), 0.77543366150961))
    #expect(isClose(listwise.averageCorrelation(), 0.45316024978597))
    #expect(isClose(listwise.itemRestCorrelation(of: 2), 0.56826710803113))
    #expect(isClose(listwise.cronbachAlpha(without: 3), 0.59468664850136))
    #expect(listwise.means[3] == 3.25)
    let narrower = try #require(feldtInterval(alpha: 0.77543366150961, respondents: 16, items: 4))
    #expect(isClose(narrower.lower, 0.51915718344700))
    #expect(isClose(narrower.upper, 0.91244927980301))
  }

  // Source: R 4.2.2, psych 2.2.9, `omega(cov2cor(cov(x, use = "pairwise")), nfactors = 1)$omega.tot`, which stops searching after about five digits;
  // `optim` with reltol 1e-16 on the sum of squared residuals gives 0.85099243989801, 0.81349861993739 and
  // 0.80520990370162.
  @Test(
    arguments: [
      (Supervisors.answers, .pairwise, 0.850992465078405, 0.85099243989801),
      (Respondents.answers, .pairwise, 0.8134986264665, 0.81349861993739),
      (Respondents.answers, .listwise, 0.80520990097388, 0.80520990370162),
    ] as [([[Double]], ItemMoments.MissingRule, Double, Double)])
  func `fits one factor as psych does`(
    answers: [[Double]], rule: ItemMoments.MissingRule, psych: Double, optimum: Double
  ) throws {
    let omega = try #require(OneFactor(covariances(answers, rule))?.omegaTotal)
    #expect(abs(omega - psych) < 1e-6)
    #expect(abs(omega - optimum) < 1e-10)
  }

  @Test func `finds the loadings of a perfect factor`() throws {
    // Three items determine their loadings: √(r12 r13 / r23). Answers of eight respondents by a 2³ design.
    let signs: [[Double]] = (0..<8).map { bits in (0..<3).map { bits >> $0 & 1 == 1 ? 1 : -1 } }
    let answers = signs.map { [$0[0] * 2 + $0[1], $0[0] * 2 + $0[2], $0[0] * 2 + $0[1] * $0[2]] }
    // Each pair correlates by 4/5, so each loading is √(4/5), and ω is 1 − 3·(1/5)/(3 + 6·4/5).
    let factor = try #require(OneFactor(covariances(answers)))
    for loading in factor.loadings { #expect(isClose(loading, 0.8.squareRoot())) }
    #expect(isClose(factor.omegaTotal, 1 - 0.6 / 7.8))
  }

  @Test func `does not depend on the order of respondents`() {
    let forwards = covariances(Respondents.answers)
    let backwards = covariances(Respondents.answers.reversed())
    for first in 0..<4 {
      for second in 0..<4 { #expect(isClose(forwards[first, second], backwards[first, second])) }
    }
  }

  @Test func `says nothing of what does not vary`() {
    let constant = covariances([[3, 1, 2], [3, 2, 4], [3, 4, 1]])
    #expect(constant.averageCorrelation() == nil)
    #expect(constant.itemRestCorrelation(of: 0) == nil)
    #expect(OneFactor(constant) == nil)
    #expect(constant.cronbachAlpha() != nil)
    #expect(covariances([[3, 3], [3, 3]]).cronbachAlpha() == nil)
    #expect(covariances([[1, 2]]).cronbachAlpha() == nil)
    #expect(covariances([[1], [2]]).cronbachAlpha() == nil)
    #expect(covariances([[1], [2]]).itemRestCorrelation(of: 0) == nil)
    #expect(covariances([]).cronbachAlpha() == nil)
    #expect(covariances([[1, .nan], [.nan, 2], [2, .nan]]).cronbachAlpha() == nil)
    #expect(feldtInterval(alpha: 0.8, respondents: 1, items: 4) == nil)
    #expect(feldtInterval(alpha: 0.8, respondents: 10, items: 4, confidence: 1) == nil)
  }

  @Test func `gives no loadings where the best fit leaves an item less than no variance of its own`() {
    // r12 = r13 = 0.8 and r23 = 0.4: the first loading would be √(0.64/0.4), above 1.
    let signs: [[Double]] = (0..<8).map { bits in (0..<3).map { bits >> $0 & 1 == 1 ? 1 : -1 } }
    let answers = signs.map { row -> [Double] in
      let (second, third) = (row[0], 0.4 * row[0] + 0.84.squareRoot() * row[1])
      return [(second + third) * 4 / 7 + (1 - 2.8 * 16 / 49).squareRoot() * row[2], second, third]
    }
    #expect(OneFactor(covariances(answers)) == nil)
  }

  private func isClose(_ value: Double?, _ expected: Double) -> Bool {
    value.map { abs($0 - expected) < 1e-10 } ?? false
  }
}
