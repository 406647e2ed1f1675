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

  @Test func `a study of surveys alone has pages for its organizations`() throws {
    let rows = (1...6).map { "p\($0),North,\($0 == 1 ? "leader" : "staff"),4" }.joined(separator: "\n")
    let scratch = try Scratch([
      "study.yaml": "surveys: [{path: r.csv, instrument: i.csv}]\nframework: cfir-2022\n",
      "i.csv": "kind,id,constructs,text,answers\nitem,q,planning,We have a plan.,1-5\n",
      "r.csv": "respondent,organization,role,q\n\(rows)\n",
    ])
    for options in [["-o", "team"], ["--for", "North", "-o", "north"]] {
      #expect(try Command.run(["report", "."] + options, in: scratch.folder).status == 0)
    }
    let page = try String(
      contentsOf: scratch.folder.appendingPathComponent("north/index.html"), encoding: .utf8)
    #expect(page.contains(">you 4.0 · staff 4.0</text>"))
  }
}
