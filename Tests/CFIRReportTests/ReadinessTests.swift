import CFIRKit
import Testing

/// The words of docs/readiness.md, each by its rule.
@Suite struct ReadinessTests {
  private static func line(_ answers: [AskedStudy.Answer], minimum: Int = 5) throws -> ReadinessLine {
    let survey = AskedStudy.survey(answers, on: ["culture"], minimum: minimum)
    let profile = try #require(AskedStudy.study(survey).readiness(of: "North"))
    return try #require(profile.lines.first)
  }

  @Test(
    arguments: [
      // From 1 to 5, the place is the mean less 3.
      (5.0, 2.0, .strength), (4.0, 1.0, .strength), (3.5, 0.5, .between), (3.0, 0.0, .between),
      (2.9, -0.1, .gap), (1.0, -2.0, .gap),
    ] as [(Double, Double, ReadinessLine.Standing)])
  func `strength begins at 4 of 5, gap ends at the middle`(
    answer: Double, position: Double, standing: ReadinessLine.Standing
  ) throws {
    let line = try Self.line(AskedStudy.answers("North", leader: nil, staff: [answer], count: 5))
    #expect(abs((line.position ?? 9) - position) < 1e-9)
    #expect(line.standing == standing && line.basis == .everybody)
  }

  @Test func `a single leader's own answer stands where the others are too few`() throws {
    let line = try Self.line(AskedStudy.answers("North", leader: [2], staff: [5], count: 4))
    #expect(line.everybody == .heldBack && line.staff == .heldBack)
    #expect(line.leaders.opinion?.mean == 2)
    #expect(line.basis == .leader && line.standing == .gap)
  }

  @Test func `leader and staff a whole answer apart see it differently`() throws {
    let apart = try Self.line(AskedStudy.answers("North", leader: [5], staff: [4], count: 5))
    #expect(apart.difference == 1 && apart.isSeenDifferently)
    let near = try Self.line(
      AskedStudy.answers("North", leader: [5], staff: [4], count: 5)
        + AskedStudy.answers("North", leader: nil, staff: [5], count: 1))
    #expect(!near.isSeenDifferently)
  }

  @Test func `a few leaders are not shown, nor staff, from whom they could be worked out`() throws {
    let leaders: [AskedStudy.Answer] = [("North", "leader", [1]), ("North", "Leader", [2])]
    let line = try Self.line(leaders + AskedStudy.answers("North", leader: nil, staff: [4], count: 6))
    #expect(line.everybody.opinion?.respondents == 8)
    #expect(line.leaders == .heldBack && line.staff == .heldBack && line.difference == nil)
  }

  @Test func `staff are held back where a few others would be left over`() throws {
    let volunteers: [AskedStudy.Answer] = [("North", "volunteer", [1]), ("North", "volunteer", [1])]
    let answers = AskedStudy.answers("North", leader: [5], staff: [4], count: 6)
    #expect(try Self.line(answers).staff.opinion?.respondents == 6)
    #expect(try Self.line(answers + volunteers).staff == .heldBack)
  }

  // Source of the bound: Burke & Dunlap 2002, AD(M) of at most c/6 for c answers; here 5/6 = 0.83.
  @Test(arguments: [([5.0, 5, 5, 1, 1, 1], true), ([3.0, 4, 3, 4, 3, 4], false)])
  func `opinions are divided where the mean distance is over a sixth of the answers`(
    answers: [Double], isDivided: Bool
  ) throws {
    let line = try Self.line(answers.map { ("North", "staff", [$0]) })
    #expect(line.everybody.opinion?.isDivided == isDivided)
  }

  @Test func `nobody could answer is said of enough people only`() throws {
    let many = try Self.line(AskedStudy.answers("North", leader: nil, staff: [.nan], count: 5))
    #expect(many.everybody == .unanswered && many.isUnanswered && many.standing == .unknown)
    let few = try Self.line(AskedStudy.answers("North", leader: nil, staff: [.nan], count: 4))
    #expect(few.everybody == .heldBack && !few.isUnanswered)
    // The leader and four others: of the four nothing is said, of the leader that the leader could not.
    let own = try Self.line(AskedStudy.answers("North", leader: [.nan], staff: [.nan], count: 4))
    #expect(own.everybody == .heldBack && own.leaders == .unanswered && own.isUnanswered)
  }

  @Test(arguments: [(3.0, ReadinessLine.Change.better), (3.5, .better), (3.75, .same), (5, .worse)])
  func `half a point is a change`(before: Double, change: ReadinessLine.Change) throws {
    var survey = AskedStudy.survey(
      AskedStudy.answers("North", leader: nil, staff: [4], count: 6), on: ["culture"])
    let earlier = AskedStudy.survey(
      AskedStudy.answers("North", leader: nil, staff: [before], count: 6), on: ["culture"])
    survey.earlier = .init(round: "1", tally: earlier.tally)
    let line = try #require(AskedStudy.study(survey).readiness(of: "North")?.lines.first)
    #expect(line.change == change)
  }

  @Test func `without a survey the team's rating speaks`() throws {
    let profile = try #require(TinyStudy.compared.readiness(of: "East"))
    #expect(profile.gaps.map(\.construct.id) == ["funding"])
    #expect(profile.lines.allSatisfy { $0.basis != .everybody })
  }

  @Test(
    arguments: [
      (4.0, "+1", .agree), (4.0, "0", .agree), (4.5, "0", .differInStrength), (5.0, "-1", .differInDirection),
      (3.2, "+2", .differInStrength), (4.0, "missing", .interviewsSilent),
      (4.0, "not asked", .interviewsSilent),
    ] as [(Double, String, JointDisplay.Relation)])
  func `survey and interviews agree within a step`(
    answer: Double, token: String, relation: JointDisplay.Relation
  ) throws {
    var study = AskedStudy.study(
      AskedStudy.survey(
        AskedStudy.answers("North", leader: nil, staff: [answer], count: 5), on: ["culture"]))
    study.allRatings = [TinyStudy.rating("North", "culture", token)]
    let display = JointDisplay(study.surveys[0], study.matrix(), codebook: study.codebook)
    #expect(display.rows.map(\.relation) == [relation])
  }

  @Test func `what to look into begins with the farthest apart, direction first`() {
    let constructs: [Construct.ID] = ["planning", "funding", "culture", "space", "teaming"]
    var study = AskedStudy.study(
      AskedStudy.survey(
        AskedStudy.answers("North", leader: nil, staff: [4.5, 4.5, 3.5, 2, .nan], count: 5), on: constructs))
    study.allRatings = [
      TinyStudy.rating("North", "planning", "-1"), TinyStudy.rating("North", "funding", "-2"),
      TinyStudy.rating("North", "culture", "+2"), TinyStudy.rating("North", "teaming", "-1"),
    ]
    let display = JointDisplay(study.surveys[0], study.matrix(), codebook: study.codebook)
    #expect(display.toLookInto.map(\.construct.id) == ["funding", "planning", "culture", "space", "teaming"])
    #expect(display.toLookInto.map(\.relation).last == .surveySilent)
  }

  @Test func `every construct of the readiness instruments has plain words`() throws {
    let codebook = Codebook(.cfir2022)
    for shipped in [ShippedInstrument.readiness, .readinessPeerSupport] {
      for item in try InstrumentTable.read(shipped).items {
        let construct = try #require(item.constructs.first.flatMap(codebook.printed))
        #expect(PlainWords.of(construct) != construct.name, "\(construct.id)")
        #expect(PlainWords.of(construct).count < 36)
      }
    }
  }
}
