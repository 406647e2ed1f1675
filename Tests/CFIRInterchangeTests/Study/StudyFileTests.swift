import CFIRInterchange
import CFIRKit
import Foundation
import Testing

/// What `study.yaml` can say, and what is said of its mistakes.
struct StudyFileTests {
  private let ratings = "construct,North,South\nCulture,+2,-1\n"

  private func findings(_ yaml: String, _ files: [String: String] = [:]) throws -> [String] {
    let folder = try StudyFolder(["study.yaml": yaml, "ratings/r.csv": ratings].merging(files) { $1 })
    return folder.findings(folder.read())
  }

  @Test(arguments: [
    ("titel: x\n", "study.yaml:1:1: error: 'titel' is no key of study.yaml; did you mean 'title'?"),
    (
      "framework: cfir-2022\nrounds: 2\n",
      "study.yaml:2:1: error: 'rounds' is no key of study.yaml; did you mean 'round'?"
    ),
    (
      "outcome:\n  colum: x\n  order: [a, b]\n",
      "study.yaml:2:3: error: 'colum' is no key of outcome; did you mean 'column'?"
    ),
    ("groups:\n  hihg: [North]\n", "study.yaml:2:3: error: 'hihg' is no key of groups; did you mean 'high'?"),
    (
      "ratings:\n  - path: ratings/r.csv\n    rator: A\n",
      "study.yaml:3:5: error: 'rator' is no key of a ratings entry; did you mean 'rater'?"
    ),
    (
      "excerpts:\n  - path: ratings/r.csv\n    column: {}\n",
      "study.yaml:3:5: error: 'column' is no key of an excerpts entry; did you mean 'columns'?"
    ),
    (
      "rule: seperation\n",
      "study.yaml:1:7: error: 'seperation' is none of separation, separation-positive, valence, mean-difference, mean-difference-2.5; did you mean 'separation'?"
    ),
    (
      "framework: cfir-2020\n",
      "study.yaml:1:12: error: 'cfir-2020' is none of cfir-2022, cfir-2009; did you mean 'cfir-2022'?"
    ),
    (
      "mixed: numbr\n",
      "study.yaml:1:8: error: 'numbr' is none of number, unscored, leaning; did you mean 'number'?"
    ),
    ("derive: perhaps\n", "study.yaml:1:9: error: 'perhaps' is neither true nor false; write true or false"),
    ("title: [a, b]\n", "study.yaml:1:8: error: here a single value is expected; write it after the colon"),
    (
      "groups: North\n",
      "study.yaml:1:9: error: groups is a list of keys and values; write `key: value`, one to a line"
    ),
    (
      "codebook: codebok.csv\n",
      "study.yaml:1:11: error: there is no file 'codebok.csv' in the study; paths are taken from the folder of study.yaml"
    ),
    (
      "ratings:\n  - ratings/R1.csv\n",
      "study.yaml:2:5: error: there is no file 'ratings/R1.csv' in the study; did you mean 'ratings/r.csv'?"
    ),
    ("ratings:\n  - rater: A\n", "study.yaml:2:5: error: this ratings entry names no file; add `path:`"),
    (
      "constructs: [Cultur]\n",
      "study.yaml:1:14: error: 'Cultur' is not in CFIR 2022; did you mean 'Culture'?"
    ),
    (
      "constructs: [Inner Setting]\n",
      "study.yaml:1:14: error: 'Inner Setting' is a domain, which is never rated; list its constructs"
    ),
    ("round: 3\n", "study.yaml:1:8: error: there is no rating in round '3'; the ratings have no rounds"),
    (
      "groups:\n  high: [Nroth]\n  low: [South]\n",
      "study.yaml:2:10: error: there is no organization 'Nroth'; did you mean 'North'?"
    ),
    (
      "groups:\n  high: [North]\n  low: [South, North]\n",
      "study.yaml:3:16: error: the organization 'North' is in two groups; keep it in one"
    ),
    (
      "outcome: {order: [a, b]}\n",
      "study.yaml:1:10: error: the outcome names no column; add `column:` with a column of organizations.csv"
    ),
    (
      "outcome: {column: x}\n",
      "study.yaml:1:10: error: the outcome needs either 'order' or 'cuts'; list its values from low to high under `order:`, or give one or two numbers under `cuts:`"
    ),
    (
      "outcome: {column: x, cuts: [1, much]}\n",
      "study.yaml:1:32: error: the cut 'much' is not a number; write a number"
    ),
    (
      "outcome: {column: x, order: [a]}\n",
      "study.yaml:1:10: error: an order of one value makes no groups; list its values from low to high"
    ),
  ])
  func `says where a mistake stands and what would be right`(yaml: String, finding: String) throws {
    let whole = yaml.hasPrefix("framework") ? yaml : yaml + "framework: cfir-2022\n"
    #expect(try findings(whole).contains(finding))
  }

  @Test(arguments: [
    ("title: \"open\nframework: cfir-2022\n", 1...3),
    ("title: a: b\n", 1...1),
    ("title: x\n\tframework: cfir-2022\n", 2...2),
    ("title: x\ntitle: y\n", 1...2),
  ])
  func `says on which line a file is not YAML`(yaml: String, lines: ClosedRange<Int>) throws {
    let folder = try StudyFolder(["study.yaml": yaml, "ratings/r.csv": ratings])
    let reading = folder.read()
    #expect(reading.study == nil)
    let finding = try #require(reading.findings.all.first)
    #expect(finding.severity == .error)
    #expect(lines.contains(try #require(finding.origin.line)))
    #expect(finding.origin.column != nil)
  }

  @Test func `an empty study.yaml says nothing, and everything is found where it should stand`() throws {
    let folder = try StudyFolder([
      "study.yaml": "", "ratings/r.csv": ratings, "ratings/notes.md": "# Notes", "ratings/.hidden.csv": "x",
      "excerpts/e.tsv": "organization\tsource\tcode\ttext\nNorth\tS1\tCulture\tx\n",
      "codebook.csv": "id,name\nculture,The way we work\n",
    ])
    let reading = folder.read()
    #expect(folder.findings(reading) == [])
    let study = try #require(reading.study)
    #expect(study.title == URL(filePath: folder.path).lastPathComponent)
    #expect(study.matrix().constructs.map(\.name) == ["The way we work"])
    #expect(study.tally.rows == 1)
    #expect(study.matrix()["culture", "South"]?.settled.basis == .consensus)
  }

  @Test func `names a file that is no table`() throws {
    #expect(
      try findings("framework: cfir-2022\n", ["ratings/r.pdf": "%PDF"]) == [
        "ratings/r.pdf: warning: this file is neither delimited text nor a workbook and is left out; save it as CSV (UTF-8) or .xlsx, or move it elsewhere"
      ])
  }

  @Test func `a folder without study.yaml is no study, and neither is a path to nothing`() throws {
    let folder = try StudyFolder(["ratings/r.csv": ratings])
    #expect(
      folder.findings(folder.read()) == [
        "study: error: this folder is not a study: it has no study.yaml; name a study folder, or make one with `cfir new DIR`"
      ])
    #expect(folder.read("nothing").errors == ["there is no such file or folder"])
    #expect(folder.read("nothing").study == nil)
  }

  @Test func `a table of something else is no study`() throws {
    let folder = try StudyFolder(["t.csv": "colour,size\nred,2\n"])
    #expect(
      folder.findings(folder.read("t.csv")).first?.hasPrefix(
        "t.csv:1: error: these columns are neither those of coded excerpts nor of ratings: 'colour', 'size'")
        == true)
  }

  @Test func `the words of the user go before those of the study`() throws {
    let folder = try StudyFolder([
      "study.yaml":
        "framework: cfir-2022\nrule: valence\nmixed: leaning\ngroups: {high: [North], low: [South]}\n",
      "ratings/r.csv": ratings,
    ])
    let said = try #require(folder.read().study)
    #expect(said.rule == .valence && said.mixed == .leaning && !said.derives)
    #expect(said.groups?.high == ["North"])
    let overridden = try #require(
      folder.read { options in
        options.rule = .meanDifference
        options.mixed = .unscored
        options.derives = true
        options.high = ["South"]
        options.low = ["North"]
      }.study)
    #expect(overridden.rule == .meanDifference && overridden.mixed == .unscored && overridden.derives)
    #expect(overridden.groups?.high == ["South"] && overridden.groups?.low == ["North"])
  }

  @Test(arguments: [
    ("Evidence Strength and Quality,+1\nLeadership Engagement,-1\nCulture,0\n", Framework.Edition.cfir2009),
    ("Innovation Evidence-Base,+1\nMid-level Leaders > Motivation,-1\nCulture,0\n", .cfir2022),
    ("Culture,0\n", .cfir2022),
  ])
  func `without a framework the edition that knows most is used, and said`(
    rows: String, edition: Framework.Edition
  ) throws {
    let folder = try StudyFolder(["r.csv": "construct,North\n" + rows])
    let reading = folder.read("r.csv")
    #expect(reading.study?.codebook.framework.edition == edition)
    let note = try #require(reading.findings.all.last)
    #expect(note.severity == .note && note.message.contains(Framework(edition).title))
    #expect(folder.read("r.csv") { $0.edition = .cfir2009 }.study?.codebook.framework.edition == .cfir2009)
  }
}
