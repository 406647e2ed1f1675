import CFIRKit
import Testing

struct EvidenceTallyTests {
  private func counts(_ excerpts: Int, _ judged: [Int: Int] = [:], mixed: Int = 0, weights: [Double] = [])
    -> EvidenceTally.Counts
  {
    var counts = EvidenceTally.Counts()
    counts.excerpts = excerpts
    for (value, rows) in judged { counts.judged[Judgement(value)] = rows }
    if mixed > 0 { counts.judged[Judgement(0, isMixed: true)] = mixed }
    counts.weightSum = weights.reduce(0, +)
    counts.weighted = weights.count
    return counts
  }

  private func informant(_ organization: String, _ participant: String?, _ source: String)
    -> EvidenceTally.Informant
  {
    .init(organization: .init(organization), participant: participant.map { .init($0) }, source: source)
  }

  private var parts: [EvidenceTally] {
    var first = EvidenceTally()
    first.add(
      counts(3, [1: 2, -2: 1], weights: [0.5, 1]), construct: "culture", informant: informant("N", "P1", "S1")
    )
    first.addUnmapped("Weather", rows: 2)
    var second = EvidenceTally()
    second.add(counts(4, [0: 1], mixed: 1), construct: "culture", informant: informant("N", "P2", "S1"))
    second.add(counts(1), construct: "planning", informant: informant("S", nil, "S9"))
    second.addUnmapped("Weather", rows: 1)
    second.addJudgements(rows: 5)
    var third = EvidenceTally()
    third.add(counts(2, [1: 2], weights: [3]), construct: "culture", informant: informant("N", "P1", "S2"))
    third.add(counts(2, [2: 1]), construct: "culture", informant: informant("S", nil, "S9"))
    third.addUnmapped("Food", rows: 1)
    return [first, second, third]
  }

  private func merged(_ tallies: [EvidenceTally]) -> EvidenceTally {
    tallies.reduce(into: EvidenceTally()) { $0.merge($1) }
  }

  @Test func `counts rows, sources and participants, and rows by judgement`() throws {
    let evidence = merged(parts).evidence()
    let cell = try #require(evidence["culture"]?["N"])
    #expect(cell.excerpts == 9)
    #expect(cell.sources == 2)
    #expect(cell.participants == 2)
    #expect(cell.positive == 4)
    #expect(cell.negative == 1)
    #expect(cell.neutral == 1)
    #expect(cell.mixed == 1)
    #expect(cell.unjudged == 2)
    // (0.5 + 1 + 3) over three weights.
    #expect(cell.meanWeight == 1.5)
    #expect(evidence["culture"]?["S"]?.participants == 0)
    #expect(evidence["culture"]?["S"]?.meanWeight == nil)
    #expect(evidence["planning"]?["S"]?.unjudged == 1)
    #expect(evidence["planning"]?["N"] == nil)
  }

  @Test func `keeps what matches no construct`() {
    let tally = merged(parts)
    #expect(tally.unmapped == ["Weather": 3, "Food": 1])
    // Rows of constructs 3 + 5 + 4, unmapped 4, judgements 5.
    #expect(tally.rows == 21)
  }

  @Test func `merges in any order and grouping`() {
    let (a, b, c) = (parts[0], parts[1], parts[2])
    let whole = merged([a, b, c])
    for order in [[a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]] {
      #expect(merged(order) == whole)
      #expect(merged(order).evidence() == whole.evidence())
      #expect(merged(order).informants == whole.informants)
    }
    var right = b
    right.merge(c)
    var left = a
    left.merge(right)
    #expect(left == whole)
  }

  @Test func `the empty tally changes nothing`() {
    for part in parts {
      var before = EvidenceTally()
      before.merge(part)
      var after = part
      after.merge(EvidenceTally())
      #expect(before == part)
      #expect(after == part)
    }
    #expect(EvidenceTally() == EvidenceTally())
  }

  @Test func `tallies that differ anywhere are different`() {
    let (a, b) = (parts[0], parts[1])
    #expect(a != b)
    #expect(merged([a, a]) != a)
    var other = a
    other.addUnmapped("Weather", rows: 1)
    #expect(other != a)
  }

  @Test func `rolls up to domains`() throws {
    let rolled = merged(parts).byDomain(Codebook(.cfir2022))
    let evidence = rolled.evidence()
    #expect(Set(evidence.keys) == ["inner-setting", "implementation-process"])
    #expect(evidence["inner-setting"]?["N"]?.excerpts == 9)
    #expect(evidence["implementation-process"]?["S"]?.excerpts == 1)
    #expect(rolled.unmapped == merged(parts).unmapped)
    #expect(rolled.rows == merged(parts).rows)
  }

  @Test func `hears each informant by the sum of what they say`() throws {
    let cell = try #require(merged(parts).evidence()["culture"]?["N"])
    #expect(cell.voices.map(\.name) == ["P1", "P2"])
    // P1: 1 + 1 − 2 in one source, 1 + 1 in another.
    #expect(cell.voices[0].sum == 2)
    #expect(cell.voices[0].holdsPositive && cell.voices[0].holdsNegative)
    #expect(cell.voices[0].holdsStrongNegative && !cell.voices[0].holdsStrongPositive)
    #expect(cell.voices[1].sum == 0)
  }
}
