import CFIRStatistics
import Testing

struct UnitizingAlphaTests {
  private typealias Span = CodedContinuum.Span

  /// Three coders, two codes, a text of 60.
  private static let three = CodedContinuum(
    length: 60,
    coders: [
      [Span(start: 2, end: 5, code: 1)],
      [Span(start: 2, end: 5, code: 1), Span(start: 10, end: 20, code: 2)],
      [Span(start: 2, end: 5, code: 2), Span(start: 15, end: 20, code: 2)],
    ])

  @Test func `two coders who share half of what they mark`() throws {
    // Length 10; A marks 0–4, B marks 2–6. Alike: 2 marked, 4 not, twice: ℓ = 20, same 12, observed 8.
    // Marked 8, squares 16 + 16; gaps 12: chance can pair 400 − 32 − 12 = 356, of which marked 64 − 32, gaps 144 − 12.
    let continuum = CodedContinuum(
      length: 10, coders: [[Span(start: 0, end: 4, code: 1)], [Span(start: 2, end: 6, code: 1)]])
    let expected = 20 - 20 * (32.0 + 132) / 356
    #expect(abs(try UnitizingAlpha(.unitizing, [continuum]).value - (1 - 8 / expected)) < 1e-12)
    // With one code, what is marked against what is not is the same question.
    #expect(abs(try UnitizingAlpha(.relevance, [continuum]).value - (1 - 8 / expected)) < 1e-12)
    // Marked against gap, once: 4 of 20·8·12/356 expected.
    #expect(abs(try UnitizingAlpha(.relevance, [continuum]).value - (1 - 4 / (1920.0 / 356))) < 1e-12)
    #expect(throws: NotComputable.self) { try UnitizingAlpha(.coding, [continuum]) }
  }

  /// Three coders, two codes, a text of 40.
  private static let closer = CodedContinuum(
    length: 40,
    coders: [
      [(0, 6, 1), (10, 18, 2), (25, 30, 1)], [(1, 6, 1), (11, 20, 2), (25, 28, 2)],
      [(0, 5, 1), (12, 18, 2), (24, 31, 1)],
    ].map { $0.map { Span(start: $0.0, end: $0.1, code: $0.2) } })

  // Source: the paper's equations 1, 4 to 6 and 9 to 11, summed character by character in Python 3.
  @Test(
    arguments: [
      (.unitizing, 0.3982981423791393, 0.6470332401366884, 1),
      (.relevance, 0.5238010446343779, 0.6730265619154507, 1),
      (.coding, 0.3571428571428571, 0.7596731780616078, 0.36666666666666664),
    ] as [(UnitizingAlpha.Form, Double, Double, Double)])
  func `the family has the values that summing characters gives`(
    form: UnitizingAlpha.Form, apart: Double, closer: Double, coverage: Double
  ) throws {
    #expect(abs(try UnitizingAlpha(form, [Self.three]).value - apart) < 1e-12)
    #expect(abs(try UnitizingAlpha(form, [Self.closer]).value - closer) < 1e-12)
    #expect(abs(try UnitizingAlpha(form, [Self.closer]).coverage - coverage) < 1e-12)
  }

  @Test func `a text in two parts is as good as one`() throws {
    let parts = [(0, 10), (10, 60)].map { start, end in
      CodedContinuum(
        length: end - start,
        coders: Self.three.coders.map { spans in
          spans.filter { $0.start >= start && $0.end <= end }.map {
            Span(start: $0.start - start, end: $0.end - start, code: $0.code)
          }
        })
    }
    for form in [UnitizingAlpha.Form.unitizing, .relevance, .coding] {
      #expect(
        abs(try UnitizingAlpha(form, parts).value - UnitizingAlpha(form, [Self.three]).value) < 1e-12)
    }
  }

  @Test func `overlapping spans of one code are one stretch, of several codes a reason`() throws {
    let overlapping = [Span(start: 0, end: 4, code: 1), Span(start: 2, end: 6, code: 1)]
    let merged = [Span(start: 0, end: 6, code: 1)]
    #expect(
      try UnitizingAlpha(.unitizing, [CodedContinuum(length: 9, coders: [overlapping, merged])]).value == 1)
    let double = [Span(start: 0, end: 4, code: 1), Span(start: 2, end: 6, code: 2)]
    let continuum = CodedContinuum(length: 9, coders: [double, double])
    #expect(throws: NotComputable.self) { try UnitizingAlpha(.unitizing, [continuum]) }
    #expect(try UnitizingAlpha(.unitizing, [continuum.only(2)]).value == 1)
    #expect(try UnitizingAlpha(.relevance, [continuum]).value == 1)
  }

  @Test func `what cannot be computed has a reason`() {
    let marked = [Span(start: 0, end: 4, code: 1)]
    let cases: [[CodedContinuum]] = [
      [], [CodedContinuum(length: 10, coders: [marked])],
      [CodedContinuum(length: 0, coders: [marked, marked])],
      [CodedContinuum(length: 10, coders: [[], []])], [CodedContinuum(length: 4, coders: [marked, marked])],
      [CodedContinuum(length: -1, coders: [[], []])],
    ]
    for continua in cases {
      for form in [UnitizingAlpha.Form.unitizing, .relevance, .coding] {
        if let alpha = try? UnitizingAlpha(form, continua) { #expect(alpha.value.isFinite) }
      }
    }
    #expect(throws: NotComputable("no text was coded by two coders")) { try UnitizingAlpha(.unitizing, []) }
  }

  @Test func `identical marks are 1`() throws {
    let spans = [Span(start: 3, end: 9, code: 4), Span(start: 9, end: 12, code: 5)]
    let continuum = CodedContinuum(length: 30, coders: [spans, spans, spans])
    for form in [UnitizingAlpha.Form.unitizing, .relevance, .coding] {
      #expect(try UnitizingAlpha(form, [continuum]).value == 1)
    }
  }
}
