import CFIRInterchange
import CFIRKit
import Testing

struct OutcomeGroupTests {
  private let organizations = """
    organization,name,Uptake,reach
    A,Alpha,high,80
    B,Beta,low,10.5
    C,Gamma,medium,"40,5"
    D,Delta,,
    E,Epsilon,Low,40
    """

  private func groups(_ outcome: String) throws -> (groups: OrganizationGroups?, findings: [String]) {
    let folder = try StudyFolder([
      "study.yaml": "framework: cfir-2022\noutcome:\n" + outcome, "organizations.csv": organizations,
    ])
    let reading = folder.read()
    return (reading.study?.groups, folder.findings(reading))
  }

  @Test func `groups by an order: its first value is low, its last high, all between in the middle`() throws {
    let (groups, findings) = try groups("  column: uptake\n  order: [low, medium, high]\n")
    #expect(findings == [])
    #expect(groups?.high == ["A"] && groups?.middle == ["C"] && groups?.low == ["B", "E"])
    // An organization without an outcome is in no group and has no rank.
    #expect(groups?.outcomes == ["A": 3, "B": 1, "C": 2, "E": 1])
    #expect(groups?.labels["E"] == "Low")
  }

  @Test(
    arguments: [
      // At or above a cut is above it.
      ("[40, 80]", true, ["A"], ["C", "E"], ["B"]),
      ("[80, 40]", true, ["A"], ["C", "E"], ["B"]),
      ("[40.5]", true, ["A", "C"], [], ["B", "E"]),
      ("[40, 80]", false, ["B"], ["C", "E"], ["A"]),
      ("[40.5]", false, ["B", "E"], [], ["A", "C"]),
    ] as [(String, Bool, [String], [String], [String])])
  func `groups by cuts, whichever end is better`(
    cuts: String, isHigherBetter: Bool, high: [String], middle: [String], low: [String]
  ) throws {
    let (groups, findings) = try groups(
      "  column: reach\n  cuts: \(cuts)\n" + (isHigherBetter ? "" : "  higher-is-better: false\n"))
    #expect(findings == [])
    let found = try #require(groups)
    #expect(found.high.map(\.rawValue) == high)
    #expect(found.middle.map(\.rawValue) == middle)
    #expect(found.low.map(\.rawValue) == low)
    // Higher is better in what associations are taken with.
    let sign = isHigherBetter ? 1.0 : -1
    #expect(found.outcomes == ["A": 80 * sign, "B": 10.5 * sign, "C": 40.5 * sign, "E": 40 * sign])
  }

  @Test(arguments: [
    (
      "  column: uptak\n  order: [low, high]\n",
      "organizations.csv has no column 'uptak'; did you mean 'Uptake'?"
    ),
    (
      "  column: uptake\n  order: [low, high]\n",
      "the outcome 'medium' of 'C' is not in the order given; add it to `order:`"
    ),
    (
      "  column: uptake\n  order: [low, medum, high]\n",
      "the outcome 'medium' of 'C' is not in the order given; did you mean 'medum'?"
    ),
    (
      "  column: uptake\n  cuts: [1]\n",
      "the outcome 'high' of 'A' is not a number; write a number, or list the values under `order:`"
    ),
    (
      "  column: reach\n  cuts: [1, 2, 3]\n",
      "more than two cuts make more than three groups; give one or two cuts"
    ),
    ("  column: reach\n  cuts: [1]\n  order: [a, b]\n", "the outcome needs either 'order' or 'cuts'"),
  ])
  func `says what is wrong with an outcome`(outcome: String, message: String) throws {
    #expect(try groups(outcome).findings.first?.contains("error: " + message) == true)
  }

  @Test func `groups are given once`() throws {
    let (_, findings) = try groups(
      "  column: uptake\n  order: [low, medium, high]\ngroups: {high: [A], low: [B]}\n")
    #expect(findings.contains { $0.contains("groups are given twice, by 'outcome' and by 'groups'") })
  }

  @Test func `takes names of organizations in groups`() throws {
    let folder = try StudyFolder([
      "study.yaml": "framework: cfir-2022\ngroups: {high: [Alpha], middle: [C], low: [B, Epsilon]}\n",
      "organizations.csv": organizations,
    ])
    #expect(folder.read().study?.groups == OrganizationGroups(high: ["A"], middle: ["C"], low: ["B", "E"]))
  }
}
