import Foundation
import Testing

/// One study is the same study for every verb.
struct ConsistencyTests {
  private static let judged = [
    "s/study.yaml": "title: T\nframework: cfir-2022\nderive: true\ngroups: {high: [A], low: [B]}\n",
    "s/excerpts/e.csv":
      "group,source,code,text\nA,S1,Culture > Facilitator,Good.\nB,S2,Culture > Barrier,Bad.\n",
  ]

  @Test func `compare derives where the study says so`() throws {
    let scratch = try Scratch(Self.judged)
    let outcome = try Command.run(["compare", "s", "--format", "csv"], in: scratch.folder)
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.output.contains("culture,Culture,strong,high,2,2,2,2,1,1,1,no,"))
  }

  @Test(arguments: ["tally", "matrix", "summary", "compare", "check", "memo"])
  func `organizations are those of ratings and excerpts together`(verb: String) throws {
    let scratch = try Scratch([
      "s/study.yaml": "title: T\nframework: cfir-2022\ngroups: {high: [A], low: [B]}\n",
      "s/excerpts/e.csv": "group,source,code,text\nB,S2,Culture > Barrier,Bad.\n",
      "s/ratings/r.csv": "organization,construct,rater,rating\nA,culture,AK,+1\n",
    ])
    let outcome = try Command.run([verb, "s"], in: scratch.folder)
    #expect(outcome.status == 0, "\(outcome.messages)")
  }

  @Test func `ratings may use the organizations' names`() throws {
    let scratch = try Scratch([
      "s/study.yaml": "title: T\nframework: cfir-2022\n",
      "s/organizations.csv": "organization,name\nN,North Site\n",
      "s/ratings/r.csv": "organization,construct,rater,rating\nNorth Site,culture,AK,+1\nN,planning,AK,0\n",
    ])
    let outcome = try Command.run(["matrix", "s", "--format", "csv"], in: scratch.folder)
    #expect(
      outcome.output == "construct,domain,N\nculture,inner-setting,+1\nplanning,implementation-process,0\n")
  }

  @Test func `a key whose items are commented out says nothing`() throws {
    let scratch = try Scratch([
      "s/study.yaml":
        "title: T\nframework: cfir-2022\nexcerpts:\n#  - path: a.csv\nconstructs:\norganizations:\n"
    ])
    #expect(try Command.run(["check", "s"], in: scratch.folder).status == 0)
  }

  @Test func `standard output that cannot be written ends with a message`() throws {
    let scratch = try Scratch(Self.judged)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    process.arguments = ["-c", "'\(program.path)/cfir' matrix s > /dev/full"]
    process.currentDirectoryURL = scratch.folder
    let messages = Pipe()
    process.standardError = messages
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
    let said = String(decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(said.contains("standard output cannot be written"))
  }

  @Test func `documents of one name in two groups make a study that checks without errors`() throws {
    let scratch = try Scratch([
      "e.csv":
        "Document group,Document name,Code,Segment\nA,Interview 1,Culture,One.\nB,Interview 1,Culture,Two.\n"
    ])
    #expect(try Command.run(["new", "s", "--from", "e.csv"], in: scratch.folder).status == 0)
    #expect(try Command.run(["check", "s"], in: scratch.folder).status == 0)
    let tally = try Command.run(["tally", "s", "--format", "csv"], in: scratch.folder).output
    #expect(tally.contains("A,culture,Culture,1,1") && tally.contains("B,culture,Culture,1,1"))
  }

  @Test func `what spreadsheets would take for a formula is guarded, and read back`() throws {
    let scratch = try Scratch(["r.csv": "organization,construct,rater,rating\n=1+1,culture,AK,-1\n"])
    let printed = try Command.run(["matrix", "r.csv", "--format", "csv"], in: scratch.folder).output
    #expect(printed.contains("domain,'=1+1\nculture,inner-setting,-1\n"))
    #expect(try Command.run(["report", "r.csv", "-o", "out"], in: scratch.folder).status == 0)
    let reported = try String(
      contentsOf: scratch.folder.appendingPathComponent("out/matrix.csv"), encoding: .utf8)
    #expect(reported.split(separator: "\n").first?.contains(",'=1+1") == true)
    try scratch.write("again.csv", printed)
    #expect(
      try Command.run(["matrix", "again.csv", "--format", "csv"], in: scratch.folder).output == printed)
  }
}
