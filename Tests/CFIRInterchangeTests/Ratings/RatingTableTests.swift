import CFIRInterchange
import CFIRKit
import Testing

struct RatingTableTests {
  private func read(
    _ tables: [String: String], yaml: String = "", organizations: String? = nil,
    configure: (inout StudyOptions) -> Void = { _ in }
  ) throws -> (study: Study?, findings: [String]) {
    var files = ["study.yaml": "framework: cfir-2022\n" + yaml]
    for (name, text) in tables { files["ratings/" + name] = text }
    files["organizations.csv"] = organizations
    let folder = try StudyFolder(files)
    let reading = folder.read(configure: configure)
    return (reading.study, folder.findings(reading))
  }

  @Test func `reads a long table with all that a rating carries`() throws {
    let (study, findings) = try read([
      "r.csv": """
      Organization,Construct,Rater,Rating,Summary,Rationale,Excerpts,Round,Date
      North,Culture,IK,\u{2212} 2,Sum.,Because.,S1#00000001; S2#00000002,1,2025-05-17
      North,Culture,Consensus,0 (mixed),,,,1,
      South,Planning,IK,not asked,,,,1,
      South,Culture,IK,,,,,1,
      """
    ])
    #expect(findings == [])
    let rating = try #require(study?.allRatings.first)
    #expect(
      rating.rater == "IK" && rating.value.token == "-2" && rating.summary == "Sum."
        && rating.rationale == "Because.")
    #expect(
      rating.excerpts == ["S1#00000001", "S2#00000002"] && rating.round == "1" && rating.date == "2025-05-17")
    #expect(rating.origin.line == 2 && rating.origin.column == 18)
    // An empty cell is no rating; the rater `consensus` is the team, however it is written.
    #expect(study?.allRatings.count == 3)
    let matrix = try #require(study?.matrix())
    #expect(matrix["culture", "North"]?.settled.basis == .consensus)
    #expect(matrix["culture", "North"]?.token == "0 (mixed)")
    #expect(matrix["planning", "South"]?.token == "not asked")
    #expect(matrix["culture", "South"] == nil)
  }

  @Test func `reads a wide table, its domains, headings and labels`() throws {
    let (study, findings) = try read(
      [
        "r.csv": """
        domain,construct,North,South,distinguishing,
        ,Inner Setting,,,,
        Inner setting,Culture,+2,-1,**,
        Inner setting,Compatibility,,X,,
        Process,Planning,M,N/A,I,
        """
      ], yaml: "ratings: [{path: ratings/r.csv, rater: IK, round: 2}]\n")
    #expect(findings == [])
    #expect(study?.organizations.map(\.id) == ["North", "South"])
    #expect(study?.allRatings.map(\.value.token) == ["+2", "-1", "0 (mixed)", "missing", "n/a"])
    #expect(study?.allRatings.allSatisfy { $0.rater == "IK" && $0.round == "2" } == true)
    #expect(
      study?.labels == [
        "culture": .strong, "compatibility": Optional<Verdict>.none, "planning": .insufficient,
      ])
  }

  @Test func `keeps a construct that no framework knows, and says so`() throws {
    let (study, findings) = try read([
      "r.csv": "construct,domain,North\nStreet credit,Inner Setting,+1\nCultur,,0\n"
    ])
    #expect(study?.matrix().constructs.map(\.id) == ["street-credit", "cultur"])
    #expect(study?.codebook.domain(of: "street-credit")?.id == "inner-setting")
    #expect(
      findings == [
        "ratings/r.csv:2:1: note: 'Street credit' is not in CFIR 2022; it is kept as a construct of this study",
        "ratings/r.csv:3:1: warning: 'Cultur' is not in CFIR 2022; it is kept as a construct of this study; did you mean 'Culture'?",
      ])
  }

  @Test func `settles raters by what they say`() throws {
    let (study, _) = try read([
      "a.csv":
        "organization,construct,rater,rating\nN,Culture,A,+1\nN,Planning,A,+1\nN,Compatibility,A,0\nN,Funding,A,M\n",
      "b.csv":
        "organization,construct,rater,rating\nN,Culture,B,+1\nN,Planning,B,M\nN,Compatibility,B,0 (mixed)\n",
    ])
    let matrix = try #require(study?.matrix())
    #expect(matrix["culture", "N"]?.settled.basis == .agreed)
    #expect(matrix["planning", "N"]?.settled.basis == .unresolved)
    #expect(matrix["planning", "N"]?.score == nil && matrix["planning", "N"]?.token == "unresolved")
    #expect(matrix["compatibility", "N"]?.settled.basis == .unresolved)
    #expect(matrix["funding", "N"]?.settled.basis == .single)
  }

  @Test func `analyses the last round, by number, or the one that is asked for`() throws {
    let table =
      "organization,construct,rater,rating,round\nN,Culture,A,+1,9\nN,Culture,A,-1,10\nN,Culture,A,0,2\n"
    #expect(try read(["r.csv": table]).study?.round == "10")
    #expect(try read(["r.csv": table]).study?.matrix()["culture", "N"]?.token == "-1")
    #expect(try read(["r.csv": table], yaml: "round: 2\n").study?.matrix()["culture", "N"]?.token == "0")
    #expect(
      try read(["r.csv": table], yaml: "round: 2\n") { $0.round = "9" }.study?.matrix()["culture", "N"]?.token
        == "+1")
    let none = try read(["r.csv": table]) { $0.round = "3" }
    #expect(
      none.findings == ["--round: error: there is no rating in round '3'; the rounds are '2', '9', '10'"])
    let nobody = try read(["r.csv": table]) { $0.rater = "B" }
    #expect(nobody.findings == ["--rater: error: 'B' gave no rating; did you mean 'A'?"])
  }

  @Test func `a hundred bad ratings give a hundred findings`() throws {
    let rows = (1...100).map { "Site \($0),Culture,A,+\($0 + 2)\n" }.joined()
    let (study, findings) = try read(["r.csv": "organization,construct,rater,rating\n" + rows])
    #expect(study == nil)
    #expect(findings.count == 100)
    for (place, finding) in findings.enumerated() {
      let number = place + 1
      let column = "Site \(number),Culture,A,".count + 1
      #expect(
        finding
          == "ratings/r.csv:\(number + 1):\(column): error: '+\(number + 2)' is not a rating; "
          + "write −2 … +2 (0 (mixed) or +1* where it is mixed), missing, not asked, n/a, or nothing")
    }
  }

  @Test func `names every bad cell of a wide table`() throws {
    let (_, findings) = try read([
      "r.csv": "construct,North,South,label\nCulture,+3,\"yes, much\",***\nPlanning,1,2,*\n"
    ])
    #expect(
      findings.map { $0.prefix(24) } == [
        "ratings/r.csv:2:9: error", "ratings/r.csv:2:12: erro", "ratings/r.csv:2:24: erro",
      ])
  }

  @Test func `the same rating twice is an error, in one file or two`() throws {
    let header = "organization,construct,rater,rating,round\n"
    let (study, findings) = try read([
      "a.csv": header
        + "N,Culture,A,+1,1\nN,Inner Setting > Culture,A,+2,1\nN,Culture,B,+1,1\nN,Culture,A,+1,2\n",
      "b.csv": header + "N,Culture,B,0,1\n",
    ])
    #expect(study == nil)
    #expect(
      findings == [
        "ratings/a.csv:3:29: error: A rates 'N' on 'culture' twice in round 1, first at ratings/a.csv:2:13; keep one, or give them different rounds",
        "ratings/b.csv:2:13: error: B rates 'N' on 'culture' twice in round 1, first at ratings/a.csv:4:13; keep one, or give them different rounds",
      ])
  }

  @Test func `an organization that is not listed is an error, in a column and in a header`() throws {
    let listed = "organization,name\nNorth,The North\nSouth,The South\n"
    let long = try read(
      ["r.csv": "organization,construct,rating\nNorth,Culture,+1\nNroth,Culture,+1\nNroth,Planning,+1\n"],
      organizations: listed)
    #expect(
      long.findings == [
        "ratings/r.csv:3:1: error: the organization 'Nroth' is not in organizations.csv; did you mean 'North'?"
      ])
    let wide = try read(["r.csv": "construct,North,Suoth\nCulture,+1,+1\n"], organizations: listed)
    #expect(wide.findings.count == 1)
    #expect(wide.findings.first?.hasPrefix("ratings/r.csv:1") == true)
    #expect(
      wide.findings.first?.hasSuffix(
        "the organization 'Suoth' is not in organizations.csv; did you mean 'South'?") == true)
  }

  @Test func `two columns for one organization are an error`() throws {
    let finding = try #require(
      try read(["r.csv": "construct,North,South,North\nCulture,+1,0,-1\n"]).findings.first)
    #expect(finding.hasPrefix("ratings/r.csv:1"))
    #expect(
      finding.contains(
        "error: two columns (2 and 4) are for the organization 'North'; keep one, or rename the other"))
  }

  @Test func `what was found before reading stopped is said too`() throws {
    let (_, findings) = try read(["r.csv": "construct,North\nCulture,+5\nPlanning,\"+1\n"])
    #expect(findings.map { $0.prefix(25) } == ["ratings/r.csv:2:9: error:", "ratings/r.csv:3:10: error"])
  }

  @Test(arguments: [
    (
      "organization,construct,rating\nN,Innovation Deliverers,+1\n",
      "ratings/r.csv:2:3: error: 'Innovation Deliverers' is borne by 3 constructs"
    ),
    (
      "organization,construct,rating\nN,Inner Setting,+1\n",
      "ratings/r.csv:2:3: error: 'Inner Setting' is a domain, which is never rated"
    ),
    ("organization,construct,rating\nN,,+1\n", "ratings/r.csv:2:3: error: this row names no construct"),
    (
      "organization,construct,rating\n,Culture,+1\n",
      "ratings/r.csv:2:1: error: this row names no organization"
    ),
    (
      "organization,construct,raiting\nN,Culture,+1\n",
      "ratings/r.csv:1: error: there is no column 'rating'; did you mean 'raiting'?"
    ),
    (
      "constrct,North\nCulture,+1\n",
      "ratings/r.csv:1: error: there is no column 'construct'; did you mean 'constrct'?"
    ),
    ("construct\nCulture\n", "ratings/r.csv:1: error: there is no column for any organization"),
    ("construct,North\n", "ratings/r.csv:1: error: there is a header and no rating below it"),
    (
      "construct,North\nCulture,E\n",
      "ratings/r.csv:2:9: warning: 'E' describes where an intervention came from"
    ),
    ("construct,North\nCulture,\"+1\n", "ratings/r.csv:2:9: error: a quote opens here and is never closed"),
    ("construct,North\nCulture\n", "ratings/r.csv:2:8: error: this row has 1 cell, the header has 2"),
  ])
  func `says what is wrong with a table`(table: String, finding: String) throws {
    #expect(try read(["r.csv": table]).findings.first?.hasPrefix(finding) == true)
  }
}
