import CFIRStatistics
import Testing

struct AgreementPlanTests {
  @Test func `Bonett's formula gives units for a width, an expected reliability and raters`() throws {
    // By hand: 8·1.96²·((1 − 0.7)(1 + 2·0.7))²/(3·2·0.3²) + 1 = 30.73·0.5184/0.54 + 1 = 30.5.
    #expect(try AgreementPlan.units(width: 0.3, expected: 0.7, raters: 3) == 31)
    // With two raters: 30.73·(0.3·1.7)²/(2·0.09) + 1 = 45.4, and 5·0.7 more.
    #expect(try AgreementPlan.units(width: 0.3, expected: 0.7, raters: 2) == 49)
    #expect(try AgreementPlan.units(width: 0.3, expected: 0.6, raters: 2) == 71)
  }

  @Test func `a pilot's error shrinks with the root of the units`() throws {
    // 20 units with an error of 0.1: four times as many halve it. t of 79 degrees is 1.99, so 0.199 wide.
    #expect(try AgreementPlan.units(width: 0.2, standardError: 0.1, pilot: 20) <= 80)
    #expect(try AgreementPlan.units(width: 0.2, standardError: 0.1, pilot: 20) >= 77)
    let wide = try AgreementPlan.units(width: 0.4, standardError: 0.1, pilot: 20)
    #expect(wide >= 19 && wide <= 24)
  }

  @Test func `wishes that nothing can meet have a reason`() {
    #expect(throws: NotComputable.self) { try AgreementPlan.units(width: 0, expected: 0.8, raters: 2) }
    #expect(throws: NotComputable.self) { try AgreementPlan.units(width: 0.2, expected: 1, raters: 2) }
    #expect(throws: NotComputable.self) { try AgreementPlan.units(width: 0.2, expected: 0.8, raters: 1) }
    #expect(throws: NotComputable.self) { try AgreementPlan.units(width: 1e-9, expected: 0.5, raters: 2) }
    #expect(throws: NotComputable.self) { try AgreementPlan.units(width: .nan, standardError: 0.1, pilot: 5) }
    #expect(throws: NotComputable.self) { try AgreementPlan.units(width: 0.2, standardError: 0, pilot: 20) }
  }
}
