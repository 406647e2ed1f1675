import Foundation
import Testing

struct ReportCommandTests {
  @Test(arguments: [
    ("peer-support", []), ("harbor-lantern", ["--for", "Harbor Lantern Recovery Center"]),
  ])
  func `the committed report is what the program writes now`(folder: String, options: [String]) throws {
    let scratch = try Scratch()
    let target = scratch.folder.appendingPathComponent("report")
    let outcome = try Command.run(["report", "SampleData/peer-support", "-o", target.path] + options)
    #expect(outcome.status == 0)
    let committed = Command.root.appendingPathComponent("Reports/\(folder)")
    let names = try FileManager.default.contentsOfDirectory(atPath: target.path).sorted()
    #expect(names == (try FileManager.default.contentsOfDirectory(atPath: committed.path).sorted()))
    for name in names {
      let written = try Data(contentsOf: target.appendingPathComponent(name))
      let kept = try Data(contentsOf: committed.appendingPathComponent(name))
      #expect(written == kept, "\(name) differs: run `make report` and read the difference")
    }
  }

  @Test func `a leader's page takes no other report's place, and is for somebody`() throws {
    let scratch = try Scratch(["r.csv": "construct,North,South\nCulture,1,0\n"])
    func run(_ options: String...) throws -> Command.Outcome {
      try Command.run(["report", "r.csv", "-o", "out"] + options, in: scratch.folder)
    }
    #expect(try run().status == 0)
    #expect(try run("--for", "North").status == 1)
    let outcome = try run("--for", "Nort")
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("there is no organization 'Nort'; did you mean 'North'?"))
  }

  @Test func `a report takes the place of one that was written before`() throws {
    let scratch = try Scratch(["r.csv": "construct,North,South\nCulture,1,0\n"])
    for _ in 1...2 {
      #expect(try Command.run(["report", "r.csv", "-o", "out"], in: scratch.folder).status == 0)
    }
    #expect(scratch.names == ["out", "r.csv"])
  }

  @Test func `the page needs nothing beside itself and names no folder of this machine`() throws {
    let page = try String(
      contentsOf: Command.root.appendingPathComponent("Reports/peer-support/index.html"), encoding: .utf8)
    #expect(!page.contains("<script"))
    #expect(!page.contains("<link"))
    #expect(!page.contains("<img"))
    #expect(!page.contains(Command.root.path))
  }
}
