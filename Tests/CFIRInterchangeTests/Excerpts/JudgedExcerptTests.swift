import CFIRInterchange
import CFIRKit
import Testing

/// What a coder's words, weights and other codes say of a passage, counted and kept alike.
struct JudgedExcerptTests {
  private func study(
    _ rows: [String], header: String = "source,code,text,start,end,rating,weight", yaml: String = ""
  ) throws -> Study {
    let folder = try StudyFolder([
      "study.yaml": "title: North\nframework: cfir-2022\n" + yaml,
      "excerpts/e.csv": ([header] + rows).joined(separator: "\n") + "\n",
    ])
    let reading = folder.read()
    return try #require(reading.study, "\(reading.findings)")
  }

  /// The counts of Culture, and the judgement of the excerpt that stands first; both ways must say the same.
  private func culture(_ study: Study) throws -> (cell: CellEvidence, judgement: Judgement?) {
    let cell = try #require(study.tally.evidence()["culture"]?["North"])
    let excerpt = try #require(study.excerpts.first { $0.codings.contains { $0.construct == "culture" } })
    return (cell, excerpt.judgement(on: "culture"))
  }

  @Test(arguments: [
    // A judgement code on the same passage, after and before the construct's row.
    (["S,Culture,We learn.,3,3,,", "S,Facilitator,We learn.,3,3,,"], 1),
    (["S,Barrier,We learn.,3,3,,", "S,Culture,We learn.,3,3,,"], -1),
    (
      ["S,Culture,We learn.,3,3,,", "S,Planning,Other.,4,4,,", "S,Valence > Strong Barrier,We learn.,3,3,,"],
      -2
    ),
    // Exports disagree about blanks at the ends of a passage.
    (["S,Culture,We learn. ,3,3,,", "S,Facilitator,\" We learn.\n\",3,3,,"], 1),
    // Two of a kind: the stronger.
    (
      ["S,Culture,We learn.,3,3,,", "S,Facilitator,We learn.,3,3,,", "S,Strong Facilitator,We learn.,3,3,,"],
      2
    ),
    // A sub-code, before any code on the passage.
    (["S,Culture > Barrier,We learn.,3,3,,"], -1),
    (["S,Inner Setting > Culture > Strong Facilitator,We learn.,3,3,,", "S,Barrier,We learn.,3,3,,"], 2),
    // The rating column, before any code.
    (["S,Culture,We learn.,3,3,-2,", "S,Facilitator,We learn.,3,3,,"], -2),
    (["S,Culture > Barrier,We learn.,3,3,+1,"], 1),
    (["S,Culture,We learn.,3,3,\u{2212} 1,"], -1),
    (["S,Culture,We learn.,3,3,0,", "S,Facilitator,We learn.,3,3,,"], 0),
  ])
  func `judges a passage by what is nearest to it`(rows: [String], value: Int) throws {
    let (cell, judgement) = try culture(study(rows))
    #expect(judgement == Judgement(value))
    #expect(cell.excerpts == 1)
    #expect(
      [cell.positive, cell.negative, cell.neutral] == [
        value > 0 ? 1 : 0, value < 0 ? 1 : 0, value == 0 ? 1 : 0,
      ])
    #expect(cell.voices.first?.sum == value)
  }

  @Test(arguments: [
    ["S,Culture,We learn.,3,3,,", "S,Facilitator,We learn.,3,3,,", "S,Barrier,We learn.,3,3,,"],
    ["S,Barrier,We learn.,3,3,,", "S,Culture,We learn.,3,3,,", "S,Facilitator,We learn.,3,3,,"],
    ["S,Culture,We learn.,3,3,0 (mixed),"],
  ])
  func `a passage that is both is mixed`(rows: [String]) throws {
    let (cell, judgement) = try culture(study(rows))
    #expect(judgement == Judgement(0, isMixed: true))
    #expect(cell.mixed == 1 && cell.positive == 0 && cell.negative == 0)
  }

  @Test(arguments: [
    // Another paragraph, other words, another source.
    "S,Facilitator,We learn.,4,4,,", "S,Facilitator,We learned.,3,3,,", "T,Facilitator,We learn.,3,3,,",
  ])
  func `a judgement says nothing of another passage`(other: String) throws {
    let (cell, judgement) = try culture(study(["S,Culture,We learn.,3,3,,", other]))
    #expect(judgement == nil)
    #expect(cell.unjudged == 1)
  }

  @Test func `a judgement holds for every construct on its passage`() throws {
    let study = try study([
      "S,Culture,We learn.,3,3,,", "S,Facilitator,We learn.,3,3,,", "S,Planning,We learn.,3,3,,",
    ])
    let evidence = study.tally.evidence()
    #expect(evidence["culture"]?["North"]?.positive == 1)
    #expect(evidence["planning"]?["North"]?.positive == 1)
    #expect(study.tally.rows == 3)
    #expect(study.tally.unmapped.isEmpty)
    #expect(study.excerpts.count == 1)
    #expect(study.excerpts.first?.codings.count == 2)
  }

  @Test func `weights mean what the study says, and nothing else`() throws {
    let rows = [
      "S,Culture,One.,1,1,,100", "S,Culture,Two.,2,2,,0", "S,Culture,Three.,3,3,,50",
      "S,Culture,Four.,4,4,-2,100",
    ]
    let yaml = """
      excerpts:
        - path: excerpts/e.csv
          judgements: {weight: {100: "+2", 50: "0 (mixed)"}}
      """
    let mapped = try culture(study(rows, yaml: yaml)).cell
    // 100 is +2 but for the row that has a rating of its own; 0 is MAXQDA's default.
    #expect([mapped.positive, mapped.negative, mapped.mixed, mapped.unjudged] == [1, 1, 1, 1])
    #expect(mapped.voices.first?.holdsStrongPositive == true)
    #expect(mapped.meanWeight == 62.5)
    let unmapped = try culture(study(rows)).cell
    #expect([unmapped.positive, unmapped.negative, unmapped.mixed, unmapped.unjudged] == [0, 1, 0, 3])
  }

  @Test func `a mapped weight goes before a sub-code`() throws {
    let yaml = "excerpts:\n  - path: excerpts/e.csv\n    judgements: {weight: {3: \"+2\"}}\n"
    #expect(
      try culture(study(["S,Culture > Barrier,We learn.,3,3,,3"], yaml: yaml)).judgement == Judgement(2))
    #expect(
      try culture(study(["S,Culture > Barrier,We learn.,3,3,,\"3,0\""], yaml: yaml)).judgement == Judgement(2)
    )
  }

  @Test func `a study's own judgement codes are judgements`() throws {
    let yaml =
      "excerpts:\n  - path: excerpts/e.csv\n    judgements: {codes: {Helps a lot: \"+2\", In the way: \"-1\"}}\n"
    let study = try study(
      ["S,Culture,We learn.,3,3,,", "S,helps a lot,We learn.,3,3,,", "S,Planning > In the way,No.,4,4,,"],
      yaml: yaml)
    #expect(try culture(study).judgement == Judgement(2))
    #expect(study.tally.evidence()["planning"]?["North"]?.negative == 1)
    #expect(study.tally.unmapped.isEmpty)
  }
}
