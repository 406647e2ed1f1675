import Foundation
import Testing

/// Each error a user can cause: its message to the letter, exit status 1, nothing written.
struct BrokenInputTests {
  struct Broken: CustomTestStringConvertible {
    var testDescription: String
    var files: [String: String]
    var arguments: [String]
    var message: String

    init(_ description: String, _ files: [String: String], _ arguments: String..., says message: String) {
      (testDescription, self.files, self.arguments, self.message) = (description, files, arguments, message)
    }
  }

  static let study = "title: Test\nframework: cfir-2022\n"
  static let sites = "organization\nNorth\nSouth\n"

  static let cases: [Broken] = [
    Broken(
      "an empty file", ["a.csv": ""], "tally", "a.csv",
      says: "a.csv: error: the file is empty; export the table again, with its header row"),
    Broken(
      "a header only", ["a.csv": "source,code,text\n"], "tally", "a.csv",
      says: "a.csv:1: error: there is a header and no excerpt below it; export the coded segments again"),
    Broken(
      "a missing column", ["a.csv": "Document name,Segment\nI1,words\n"], "tally", "a.csv",
      says:
        "a.csv:1: error: there is no column for the code; name it in study.yaml under excerpts: columns: (its columns are Document name, Segment), or export coded segments with it"
    ),
    Broken(
      "an unclosed quote",
      ["a.csv": "source,code,text\nI1,Culture,fine\nI2,Culture,\"never closed\nI3,Culture,x\n"],
      "tally", "a.csv",
      says:
        "a.csv:3:12: error: a quote opens here and is never closed; close it, or double the quotes inside the cell (\"\")"
    ),
    Broken(
      "a ragged row", ["a.csv": "source,code,text\nI1,Culture\n"], "tally", "a.csv",
      says:
        "a.csv:2:11: error: this row has 2 cells, the header has 3; add or remove cells, or put quotes round a cell that holds the delimiter"
    ),
    Broken(
      "a NUL byte", ["a.csv": "source,code,text\nI1,Cul\0ture,x\n"], "tally", "a.csv",
      says:
        "a.csv:2:7: error: there is a NUL byte here, which no text has; export again as UTF-8 (a file of 16-bit characters needs its byte order mark)"
    ),
    Broken(
      "a damaged workbook", ["a.csv": "PK\u{3}\u{4}rest"], "tally", "a.csv",
      says:
        "a.csv: error: the zip archive is cut short or damaged: its list of entries is missing; export or copy it again"
    ),
    Broken(
      "an ambiguous code", ["a.csv": "source,code,text\nI1,Innovation Deliverers,x\n"], "tally", "a.csv",
      says:
        "a.csv:2:4: error: the code 'Innovation Deliverers' is borne by 3 constructs; write 'Roles > Innovation Deliverers' or 'Assessing Needs > Innovation Deliverers' or 'Engaging > Innovation Deliverers'"
    ),
    Broken(
      "an unknown organization",
      [
        "s/study.yaml": study, "s/organizations.csv": sites,
        "s/excerpts/a.csv": "organization,source,code,text\nNroth,I1,Culture,x\n",
      ], "tally", "s",
      says:
        "s/excerpts/a.csv:2:1: error: the organization 'Nroth' of source 'I1' is not in organizations.csv; did you mean 'North'?"
    ),
    Broken(
      "a rating of +3", ["r.csv": "construct,North\nCulture,+3\n"], "matrix", "r.csv",
      says:
        "r.csv:2:9: error: '+3' is not a rating; write −2 … +2 (0 (mixed) or +1* where it is mixed), missing, not asked, n/a, or nothing"
    ),
    Broken(
      "a duplicate rating",
      ["r.csv": "organization,construct,rater,rating,round\nNorth,culture,AK,+1,1\nNorth,Culture,AK,+2,1\n"],
      "matrix", "r.csv",
      says:
        "r.csv:3:18: error: AK rates 'North' on 'culture' twice in round 1, first at r.csv:2:18; keep one, or give them different rounds"
    ),
    Broken(
      "two columns for one organization", ["r.csv": "construct,North,South,North\nCulture,1,0,2\n"], "matrix",
      "r.csv",
      says:
        "r.csv:1:23: error: two columns (2 and 4) are for the organization 'North'; keep one, or rename the other"
    ),
    Broken(
      "a misspelt key", ["s/study.yaml": "title: Test\nframwork: cfir-2022\n"], "check", "s",
      says: "s/study.yaml:2:1: error: 'framwork' is no key of study.yaml; did you mean 'framework'?"),
    Broken(
      "no YAML", ["s/study.yaml": "title: \"Test\nframework: cfir-2022\n"], "matrix", "s",
      says:
        "s/study.yaml:1:8: error: this is not YAML: while scanning a quoted scalar, found unexpected end of stream; write `key: value`, indent lists with blanks, and quote text that holds ': ' or '#'"
    ),
    Broken(
      "a folder that is not a study", ["s/notes.txt": "x"], "matrix", "s",
      says:
        "s: error: this folder is not a study: it has no study.yaml; name a study folder, or make one with `cfir new DIR`"
    ),
    Broken(
      "a file that is not there", [:], "matrix", "s",
      says: "s: error: there is no such file or folder; check the name; `cfir new DIR` makes a study"),
    Broken(
      "an outcome column that is not there",
      [
        "s/study.yaml": study + "outcome: {column: outcom, order: [low, high]}\n",
        "s/organizations.csv": "organization,outcome\nNorth,high\n",
        "s/ratings/r.csv": "construct,North\nculture,1\n",
      ], "compare", "s",
      says: "s/study.yaml:3:19: error: organizations.csv has no column 'outcom'; did you mean 'outcome'?"),
    Broken(
      "no groups to compare", ["r.csv": "construct,North,South\nCulture,1,0\n"], "compare", "r.csv",
      says:
        "r.csv: error: there are no two groups to compare; name an outcome or groups in study.yaml, or say --high A,B --low C,D"
    ),
    Broken(
      "a group of nobody", ["r.csv": "construct,North,South\nCulture,1,0\n"], "compare", "r.csv", "--high",
      "Nrth", "--low",
      "South", says: "--high: error: there is no organization 'Nrth'; did you mean 'North'?"),
    Broken(
      "an unknown organization of a memo", ["r.csv": "construct,North,South\nCulture,1,0\n"], "memo", "r.csv",
      "--organization", "West",
      says: "--organization: error: there is no organization 'West'; the organizations are North, South"),
  ]

  @Test(arguments: cases)
  func `is named with its place and its mend`(broken: Broken) throws {
    let scratch = try Scratch(broken.files)
    let arguments = broken.arguments[0] == "check" ? broken.arguments : broken.arguments + ["-o", "out.csv"]
    let before = scratch.names
    let outcome = try Command.run(arguments, in: scratch.folder)
    #expect(outcome.status == 1)
    let said = broken.arguments[0] == "check" ? outcome.output : outcome.messages
    #expect(said.split(separator: "\n").contains(Substring(broken.message)), "\(said)")
    #expect(scratch.names == before)
  }

  @Test func `a hundred errors are a hundred lines`() throws {
    let rows = (1...100).map { "North,culture,R\($0),+\($0 + 2)" }
    let scratch = try Scratch([
      "r.csv": (["organization,construct,rater,rating"] + rows).joined(separator: "\n")
    ])
    let outcome = try Command.run(["check", "r.csv"], in: scratch.folder)
    #expect(outcome.status == 1)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 100)
    #expect(lines.last?.hasPrefix("r.csv:101:20: error: '+102' is not a rating") == true)
  }

  @Test(arguments: [
    (arguments: ["matrix", "r.csv", "-o", "nowhere/out.csv"], message: "the folder '"),
    (arguments: ["matrix", "r.csv", "-o", "there"], message: "it is a folder"),
    (arguments: ["report", "r.csv", "-o", "there"], message: "the folder exists and is left as it is"),
    (arguments: ["new", "there"], message: "the folder exists and is left as it is"),
  ])
  func `an output that cannot be written is refused`(arguments: [String], message: String) throws {
    let scratch = try Scratch(["r.csv": "construct,North\nCulture,1\n", "there/mine.txt": "mine"])
    let outcome = try Command.run(arguments, in: scratch.folder)
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
    #expect(scratch.names == ["r.csv", "there"])
    let mine = try String(
      contentsOf: scratch.folder.appendingPathComponent("there/mine.txt"), encoding: .utf8)
    #expect(mine == "mine")
  }

  @Test(arguments: [
    ["matrix"], ["frobnicate"], ["tally", "x", "--format", "pdf"], ["compare", "x", "--high", "A"],
  ])
  func `wrong usage ends with 64`(arguments: [String]) throws {
    #expect(try Command.run(arguments).status == 64)
  }
}
