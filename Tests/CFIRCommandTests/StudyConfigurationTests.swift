import Foundation
import Testing

/// What `cfir qca`, `cfir cna` and `cfir report` make of a study: survey scores as conditions, and what the study asks.
struct StudyConfigurationTests {
  /// Invented: six organizations, the first three with success. Four have five respondents each, E and F three, whose scores are held
  /// back.
  private static func files(_ yaml: String = "", minimum: Int = 5) -> [String: String] {
    let answers = ["A": (5, 5), "B": (4, 5), "C": (2, 5), "D": (1, 5), "E": (5, 3), "F": (5, 3)]
    var responses = "respondent,organization,money,time\n"
    for (site, (answer, count)) in answers.sorted(by: { $0.key < $1.key }) {
      for number in 1...count { responses += "\(site)\(number),\(site),\(answer),3\n" }
    }
    return [
      "s/study.yaml": """
      title: T
      framework: cfir-2022
      minimum-cell: \(minimum)
      groups: {high: [A, B, C], low: [D, E, F]}
      surveys: [{path: surveys/r.csv, instrument: asked.csv}]

      """ + yaml,
      "s/organizations.csv": "organization,staff,posts\nA,9,1\nB,8,0\nC,7,1\nD,many,35\nE,2,0\nF,1,0\n",
      "s/ratings/r.csv": """
      construct,A,B,C,D,E,F
      funding,+2,+1,+1,-1,-1,0
      planning,+1,+1,-1,+1,-1,-2
      culture,-1,+2,+1,-2,+1,-1

      """,
      "s/asked.csv": """
      kind,id,subscale,constructs,text,type,answers,rule
      instrument,asked,,,Asked,,,
      subscale,means,,,What there is,,,mean
      item,money,means,funding,There is money.,rating,1-5,
      item,time,means,culture,There is time.,rating,1-5,

      """,
      "s/surveys/r.csv": responses,
    ]
  }

  private static func run(_ arguments: [String], _ files: [String: String]) throws -> Command.Outcome {
    let scratch = try Scratch(files)
    return try withExtendedLifetime(scratch) { try Command.run(arguments, in: scratch.folder) }
  }

  private static func json(_ arguments: [String], _ files: [String: String]) throws -> [String: Any] {
    let outcome = try run(arguments + ["--format", "json"], files)
    #expect(outcome.status == 0, "\(outcome.messages)")
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(value as? [String: Any])
  }

  private static func report(_ files: [String: String]) throws -> (json: [String: Any], page: String) {
    let scratch = try Scratch(files)
    let outcome = try Command.run(["report", "s", "-o", "out"], in: scratch.folder)
    try #require(outcome.status == 0, "\(outcome.messages)")
    func text(_ name: String) throws -> String {
      try String(contentsOf: scratch.folder.appendingPathComponent("out/\(name)"), encoding: .utf8)
    }
    let value = try JSONSerialization.jsonObject(with: Data(text("report.json").utf8)) as? [String: Any]
    return (try #require(value?["configurations"] as? [String: Any]), try text("index.html"))
  }

  @Test func `expects nothing of conditions that an option names in place of the study's`() throws {
    let yaml = "configurations: {conditions: [funding, planning], expect: [planning]}\n"
    let kinds = { (answer: [String: Any]) in
      (answer["solutions"] as? [[String: Any]] ?? []).compactMap { $0["kind"] as? String }
    }
    let own = try Self.json(["qca", "s"], Self.files(yaml))
    #expect(kinds(own) == ["conservative", "parsimonious", "intermediate"])
    let other = try Self.json(["qca", "s", "--conditions", "culture"], Self.files(yaml))
    #expect(kinds(other) == ["conservative", "parsimonious"])
  }

  /// `1,200` could be 1.2 or 1200.
  @Test func `takes no number for thousands or decimals at will`() throws {
    var files = Self.files()
    files["s/organizations.csv"] = "organization,clients\nA,\"1,200\"\nB,900\nC,800\nD,700\nE,600\nF,500\n"
    let outcome = try Self.run(
      ["qca", "s", "--conditions", "clients", "--calibrate", "clients=crisp:750"], files)
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("s/organizations.csv:2:3: error: "), "\(outcome.messages)")
  }

  @Test(arguments: ["~survey:funding", "Survey:funding"])
  func `commands that read no survey leave its scores alone`(name: String) throws {
    let yaml = "configurations: {outcome: \"\(name)\", conditions: [planning]}\n"
    #expect(try Self.run(["matrix", "s"], Self.files(yaml)).status == 0)
  }

  // MARK: Survey scores

  /// Means 5, 4, 2 and 1 by straight lines over 1, 3.5 and 5: 1, 0.5 + 0.5/3, 0.5 − 0.75/2.5 and 0.
  @Test func `takes survey scores as conditions, and none of few respondents`() throws {
    let outcome = try Self.run(
      ["qca", "s", "--conditions", "survey:funding,planning", "--part", "calibrated", "--format", "csv"],
      Self.files())
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(
      outcome.output.split(separator: "\n").map { $0.split(separator: ",").prefix(2).joined(separator: " ") }
        == ["case survey:funding", "A 1", "B 0.6666666666666666", "C 0.2", "D 0"])
    let answer = try Self.json(["qca", "s", "--conditions", "survey:funding,planning"], Self.files())
    let notes = (answer["notes"] as? [String] ?? []).joined(separator: "\n")
    #expect(
      notes.contains(
        "survey:funding: the mean of an organization’s respondents on ‘Funding’ (Asked), from 1 to 5; no score, or one that is held back (minimum-cell 5), for E and F."
      ))
    let methods = (answer["calibration"] as? [[String: Any]] ?? []).compactMap { $0["method"] as? String }
    #expect(
      methods.first
        == "survey scores by the usual recipe, end-point method in straight lines, anchors 1, 3.5, 5")
    #expect((answer["leftOut"] as? [[String: String]])?.compactMap { $0["case"] } == ["E", "F"])
  }

  @Test(arguments: ["exclude", "absent"])
  func `a score that is held back shows in no calibrated value`(missing: String) throws {
    // Those of E and F are the highest there are; as absent they are 0, as if nobody had answered.
    let outcome = try Self.run(
      [
        "qca", "s", "--conditions", "survey:funding", "--missing", missing, "--part", "calibrated",
        "--format", "csv",
      ], Self.files())
    let rows = outcome.output.split(separator: "\n").filter { $0.hasPrefix("E,") || $0.hasPrefix("F,") }
    #expect(rows == (missing == "absent" ? ["E,0,0", "F,0,0"] : []))
  }

  @Test func `a study that holds nothing back gives all scores`() throws {
    let answer = try Self.json(["qca", "s", "--conditions", "survey:funding"], Self.files(minimum: 0))
    #expect(answer["cases"] as? Int == 6)
  }

  @Test func `calibrates survey scores by anchors on the survey's own answers`() throws {
    let files = Self.files(
      """
      calibration: {factors: {"survey:funding": {method: crisp, anchors: [3]}}}
      configurations: {conditions: [survey:funding, survey:means]}

      """)
    let answer = try Self.json(["qca", "s", "--calibrate", "survey:means=crisp:2.5"], files)
    let rows = answer["truthTable"] as? [[String: Any]] ?? []
    // Means of the subscale are 4, 3.5, 2.5 and 2.
    #expect(rows.compactMap { $0["cases"] as? [String] } == [["D"], ["C"], ["A", "B"]])
    #expect(
      rows.compactMap { $0["configuration"] as? [String: Int] }.map { $0["survey:funding"] } == [0, 0, 1])
  }

  @Test func `coincidence analysis writes them by the same name`() throws {
    let answer = try Self.json(
      ["cna", "s", "--conditions", "survey:funding,planning", "--con", "0.8", "--cov", "0.5"], Self.files())
    #expect(answer["factors"] as? [String] == ["PLANNING", "SURVEY:FUNDING", "OUTCOME"])
    let found = (answer["msc"] as? [[String: Any]] ?? []).compactMap { $0["condition"] as? String }
    // The least of both, over the sum: 1.87 of 1.87 in the high group.
    #expect(found.contains("SURVEY:FUNDING->OUTCOME"))
    #expect((answer["leftOut"] as? [[String: String]])?.compactMap { $0["case"] } == ["E", "F"])
  }

  @Test(
    arguments: ["qca", "cna"],
    [
      ("survey:fundin", "did you mean 'survey:funding'?"),
      ("survey:xxxxxxxxx", "there are survey:means, survey:culture, survey:funding"),
    ])
  func `lists the scores that there are`(command: String, name: (String, fix: String)) throws {
    let outcome = try Self.run([command, "s", "--conditions", name.0], Self.files())
    #expect(outcome.status == 1)
    #expect(
      outcome.messages.hasPrefix("--conditions: error: there is no survey score '\(name.0)'; \(name.fix)"),
      "\(outcome.messages)")
  }

  @Test func `two surveys of one construct are told apart by their instruments`() throws {
    var files = Self.files().mapValues { $0 }
    files["s/other.csv"] = files["s/asked.csv"]?.replacing("instrument,asked,", with: "instrument,other,")
    files["s/surveys/o.csv"] = files["s/surveys/r.csv"]
    files["s/study.yaml"] = files["s/study.yaml"]?.replacing(
      "surveys: [", with: "surveys: [{path: surveys/o.csv, instrument: other.csv}, ")
    let answer = try Self.json(["qca", "s", "--conditions", "survey:other:funding"], files)
    #expect(answer["cases"] as? Int == 4)
    let outcome = try Self.run(["qca", "s", "--conditions", "survey:funding"], files)
    #expect(outcome.messages.contains("there is no survey score 'survey:funding'"), "\(outcome.messages)")
  }

  // MARK: What the study asks

  private static let questions = [
    "",
    "configurations: {conditions: [planning, Funding], expect: [funding], inclusion: 0.6, pri: 0.1, cases: 1}\n",
    "configurations: {conditions: [survey:funding, planning], outcome: ~outcome}\n",
    "calibration: {ratings: {method: crisp, anchors: [1]}}\n",
  ]

  @Test(arguments: questions)
  func `command and report give the same`(yaml: String) throws {
    let files = Self.files(yaml)
    let asked = try Self.json(["qca", "s", "--robustness"], files)
    let reported = try Self.report(files).json
    for key in [
      "conditions", "calibration", "cuts", "cases", "leftOut", "notes", "truthTable", "necessity",
      "solutions", "robustness",
    ] {
      let (first, second) = (asked[key] as? NSObject, reported[key] as? NSObject)
      #expect(first != nil && first == second, "\(key)")
    }
  }

  @Test func `reduction gives what the report chose from`() throws {
    let files = Self.files()
    let reported = try #require(try Self.report(files).json["reduction"] as? [String: Any])
    let asked = try Self.json(["cna", "s", "--reduce", "--con", "0.8"], files)
    func figures(_ value: [String: Any]) -> [[Double]] {
      (value["msc"] as? [[String: Any]] ?? []).map { model in
        ["consistency", "coverage", "complexity"].compactMap { model[$0] as? Double }
      }
    }
    #expect(!figures(asked).isEmpty && figures(asked) == figures(reported))
  }

  @Test func `says how conditions were chosen that nobody named`() throws {
    let answer = try Self.json(["qca", "s"], Self.files())
    #expect((answer["conditions"] as? [[String: Any]])?.count ?? 0 <= 2)
    #expect(
      (answer["notes"] as? [String])?.contains { $0.hasPrefix("No conditions are named.") } == true)
  }

  @Test func `options go before what the study asks`() throws {
    let files = Self.files(Self.questions[1])
    let answer = try Self.json(
      [
        "qca", "s", "--conditions", "culture", "--incl", "0.9", "--expect", "~culture", "--outcome",
        "~outcome",
      ],
      files)
    #expect((answer["conditions"] as? [[String: Any]])?.compactMap { $0["name"] as? String } == ["culture"])
    #expect(answer["outcome"] as? String == "~outcome")
    let cuts = answer["cuts"] as? [String: Any]
    #expect(cuts?["inclusion"] as? Double == 0.9 && cuts?["pri"] as? Double == 0.1)
    let intermediate = try Self.run(["qca", "s", "--solution", "intermediate"], files)
    #expect(intermediate.status == 0, "\(intermediate.messages)")
  }

  @Test func `coincidence analysis takes outcome and conditions from the study`() throws {
    let files = Self.files("configurations: {conditions: [planning, funding], outcome: ~outcome}\n")
    let answer = try Self.json(["cna", "s", "--con", "0.7", "--cov", "0.5"], files)
    #expect(answer["factors"] as? [String] == ["FUNDING", "PLANNING", "OUTCOME"])
    let outcomes = (answer["msc"] as? [[String: Any]] ?? []).compactMap { $0["outcome"] as? String }
    #expect(Set(outcomes) == ["outcome"])
  }

  @Test func `the report calls a survey's score by its name`() throws {
    let page = try Self.report(Self.files(Self.questions[2])).page
    #expect(page.contains("Funding (survey)"))
    #expect(page.contains("held back (minimum-cell 5), for E and F."))
  }

  // MARK: What is wrong

  @Test(
    arguments: ["qca", "cna"],
    [
      ("--conditions=staff", "organizations.csv:5:3: error: 'many' in column 'staff' is not a number"),
      ("--conditions=posts,culture", "organizations.csv:5:8: error: "),
    ])
  func `says where a number of organizations csv is wrong`(
    command: String, asked: (option: String, message: String)
  ) throws {
    let outcome = try Self.run([command, "s", asked.option], Self.files())
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains(asked.message), "\(outcome.messages)")
  }

  @Test(arguments: [
    (
      "configurations: {conditions: [planning, fundin]}",
      "study.yaml:6:41: error: there is no column or construct"
    ),
    ("configurations: {outcome: sucess}", "study.yaml:6:27: error: there is no column or construct"),
    (
      "configurations: {conditions: [culture], expect: [funding]}",
      "study.yaml:6:49: error: 'funding' is no expectation"
    ),
    (
      "calibration: {factors: {fundin: {method: crisp, anchors: [1]}}}",
      "study.yaml:6:33: error: there is no column"
    ),
  ])
  func `says where the study asks for what is not there`(yaml: String, message: String) throws {
    let outcome = try Self.run(["qca", "s"], Self.files(yaml + "\n"))
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
  }
}
