import Foundation
import Testing

struct AgreementTests {
  /// Krippendorff, "Computing Krippendorff's alpha-reliability", 2011, section C.
  private static let published = """
    unit,A,B,C,D
    1,1,1,NA,1
    2,2,2,3,2
    3,3,3,3,3
    4,3,3,3,3
    5,2,2,2,2
    6,1,2,3,4
    7,4,4,4,4
    8,1,1,2,1
    9,2,2,2,2
    10,,5,5,5
    11,,,1,1
    12,,,3,
    """

  private func json(_ arguments: [String], in folder: URL = Command.root) throws -> [String: Any] {
    let outcome = try Command.run(["agreement"] + arguments + ["--format", "json"], in: folder)
    #expect(outcome.status == 0, "\(outcome.messages)")
    return try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  private func coefficient(
    _ answer: [String: Any], _ name: String, _ weights: String
  ) throws -> [String: Any] {
    let all = try #require(answer["coefficients"] as? [[String: Any]])
    return try #require(
      all.first { $0["name"] as? String == name && $0["weights"] as? String == weights })
  }

  @Test(arguments: [
    ("unweighted", 0.743), ("ordinal", 0.815), ("ordinal-gwet", 0.834), ("interval", 0.849), ("ratio", 0.797),
  ])
  func `a plain table gives α by its weights' names`(weights: String, alpha: Double) throws {
    let scratch = try Scratch(["t.csv": Self.published])
    let answer = try json(["t.csv", "--units", "rows"], in: scratch.folder)
    #expect(answer["schema"] as? String == "cfir.agreement/1")
    #expect(answer["units"] as? Int == 12)
    #expect(answer["raters"] as? Int == 4)
    let found = try coefficient(answer, "krippendorff-alpha", weights)
    #expect(abs(try #require(found["estimate"] as? Double) - alpha) < 0.0005)
    #expect((answer["raterPairs"] as? [Any])?.count == 6)
  }

  @Test func `names, scale and categories can be said`() throws {
    let scratch = try Scratch(["t.csv": "A,B\nlow,mid\nmid,mid\nhigh,high\nlow,low\n"])
    let ordered = try json(
      ["t.csv", "--units", "rows", "--no-names", "--categories", "low,mid,high"], in: scratch.folder)
    #expect(ordered["scale"] as? String == "ordinal")
    #expect(
      try coefficient(ordered, "krippendorff-alpha", "ordinal")["estimate"] as? Double != nil)
    let nominal = try json(["t.csv", "--units", "rows", "--no-names"], in: scratch.folder)
    #expect(nominal["scale"] as? String == "nominal")
    let rank = try coefficient(nominal, "kendall-w", "unweighted")
    #expect(rank["estimate"] is NSNull)
    #expect((rank["reason"] as? String)?.contains("nominal") == true)
  }

  @Test(arguments: [
    (["--scale", "ordinal"], "t.csv: error: the ratings are words, and nothing says their order"),
    (["--scale", "interval"], "t.csv:2:3: error: 'low' is no number, which the interval scale takes"),
    (["--categories", "low,mid"], "t.csv:3:3: error: 'high' is none of the categories given"),
  ])
  func `what cannot be read is said with its place`(options: [String], message: String) throws {
    let scratch = try Scratch(["t.csv": "u,A,B\n1,low,mid\n2,high,mid\n"])
    let outcome = try Command.run(["agreement", "t.csv", "--units", "rows"] + options, in: scratch.folder)
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
  }

  @Test(arguments: [
    "u,A\n1,2\n2,3\n", "u,A,B\n1,2,3\n", "u,A,B\n1,2,2\n2,2,2\n", "u,A,B\n1,NA,NA\n2,,\n",
    "u,A,B\n1,,1\n2,1,\n",
  ])
  func `degenerate tables end with reasons`(table: String) throws {
    let scratch = try Scratch(["t.csv": table])
    for format in ["table", "csv", "markdown", "html"] {
      let outcome = try Command.run(
        ["agreement", "t.csv", "--units", "rows", "--bootstrap", "100", "--format", format],
        in: scratch.folder)
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(!outcome.output.lowercased().contains("nan,") && !outcome.output.contains("inf,"))
    }
    let answer = try json(["t.csv", "--units", "rows"], in: scratch.folder)
    for found in try #require(answer["coefficients"] as? [[String: Any]]) {
      #expect(found["estimate"] is Double || found["reason"] is String)
    }
  }

  @Test func `bootstrap intervals are the same for the same seed, and say what they are`() throws {
    let scratch = try Scratch(["t.csv": Self.published])
    let options = [
      "t.csv", "--units", "rows", "--coefficient", "krippendorff-alpha:ordinal", "--bootstrap", "500",
      "--seed", "9",
    ]
    let first = try json(options, in: scratch.folder)
    let found = try coefficient(first, "krippendorff-alpha", "ordinal")
    #expect(found["intervalMethod"] as? String == "bootstrap-bca")
    #expect((first["coefficients"] as? [Any])?.count == 1)
    let again = try coefficient(try json(options, in: scratch.folder), "krippendorff-alpha", "ordinal")
    #expect(found["lower"] as? Double == again["lower"] as? Double)
    let other = try coefficient(
      try json(options + ["--interval", "percentile"], in: scratch.folder), "krippendorff-alpha", "ordinal")
    #expect(other["intervalMethod"] as? String == "bootstrap-percentile")
  }

  @Test func `the sample study is compared overall, by domain and construct, before consensus`() throws {
    let answer = try json(["SampleData/peer-support"])
    #expect(answer["raterNames"] as? [String] == ["IK", "TV"])
    #expect((answer["domains"] as? [Any])?.count == 5)
    let constructs = try #require(answer["constructs"] as? [[String: Any]])
    #expect(constructs.contains { $0["id"] as? String == "learning-centeredness" })
    let unscored = try #require(answer["unscored"] as? [String: Any])
    #expect(unscored["rule"] as? String == "gap")
    #expect((answer["methods"] as? String)?.contains("ordinal scale") == true)
  }

  @Test func `ratings without a score follow the rule that was named`() throws {
    let scratch = try Scratch([
      "r.csv": "organization,construct,rater,rating\nN,culture,A,+1\nN,culture,B,missing\nN,culture,C,+1\n"
        + "S,culture,A,0\nS,culture,B,-1\nS,culture,C,0\n"
    ])
    for (rule, units) in [("gap", 2), ("exclude", 1), ("category", 2)] {
      let answer = try json(["r.csv", "--unscored", rule], in: scratch.folder)
      #expect(answer["pairableUnits"] as? Int == units)
      let said = try Command.run(["agreement", "r.csv", "--unscored", rule], in: scratch.folder).output
      #expect(
        said.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains("(--unscored \(rule))"))
    }
  }

  @Test func `a consensus alone has no agreement, and the answer says what it takes`() throws {
    let scratch = try Scratch(["r.csv": "construct,N,S\nculture,+1,-1\n"])
    let outcome = try Command.run(["agreement", "r.csv"], in: scratch.folder)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("no ratings but the team’s consensus"))
  }

  @Test func `a warning is given where κ and AC part ways`() throws {
    let rows = (1...18).map { "\($0),1,1\n" }.joined()
    let scratch = try Scratch(["t.csv": "u,A,B\n" + rows + "19,1,2\n20,2,1\n"])
    let outcome = try Command.run(["agreement", "t.csv", "--units", "rows"], in: scratch.folder)
    #expect(outcome.output.contains("Warning: κ and AC part ways."))
  }

  @Test func `coders are compared by the stretches that they marked`() throws {
    let header = "organization,source,code,text,start,end,coder\n"
    let scratch = try Scratch([
      "e.csv": header + "N,S1,Culture,abcd,0,4,A\nN,S1,Culture,cdef,2,6,B\nN,S1,Planning,ij,8,10,A\n"
        + "N,S1,Planning,ij,8,10,B\n"
    ])
    let answer = try json(["e.csv"], in: scratch.folder)
    let constructs = try #require(answer["constructs"] as? [[String: Any]])
    #expect(constructs.map { $0["id"] as? String } == ["culture", "planning"])
    let planning = try #require((constructs[1]["coefficients"] as? [[String: Any]])?.first)
    #expect(planning["name"] as? String == "bar-u-alpha")
    #expect(planning["estimate"] as? Double == 1)
  }

  @Test func `a plan says how many cells for a width, with or without a study`() throws {
    let plan = try json(["--plan", "--width", "0.3", "--expect", "0.7", "--raters", "3"])
    #expect(plan["schema"] as? String == "cfir.agreement-plan/1")
    // Bonett's formula by hand: 30.73·(0.3·2.4)²/(6·0.09) + 1 = 30.5.
    #expect((plan["plans"] as? [[String: Any]])?.first?["units"] as? Int == 31)
    let pilot = try json(["SampleData/peer-support", "--plan"])
    #expect((pilot["plans"] as? [[String: Any]])?.first?["basis"] as? String == "pilot")
    #expect(pilot["cells"] as? Int != nil)
  }

  @Test(arguments: [
    [], ["t.csv", "--scale", "ordinal"], ["t.csv", "--width", "0.2"], ["--plan", "--width", "0"],
    ["t.csv", "--units", "rows", "--bootstrap", "5"],
    ["t.csv", "--units", "rows", "--coefficient", "kappa:x"],
    ["t.csv", "--level", "1"],
  ])
  func `wrong usage is refused`(arguments: [String]) throws {
    #expect(try Command.run(["agreement"] + arguments).status == 64)
  }
}
