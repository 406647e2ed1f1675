import Foundation
import Testing

struct ReportCommandTests {
  @Test func `the committed report is what the program writes now`() throws {
    let scratch = try Scratch()
    let target = scratch.folder.appendingPathComponent("report")
    let outcome = try Command.run(["report", "SampleData/peer-support", "-o", target.path])
    #expect(outcome.status == 0)
    let committed = Command.root.appendingPathComponent("Reports/peer-support")
    let names = try FileManager.default.contentsOfDirectory(atPath: target.path).sorted()
    #expect(names == (try FileManager.default.contentsOfDirectory(atPath: committed.path).sorted()))
    for name in names {
      let written = try Data(contentsOf: target.appendingPathComponent(name))
      let kept = try Data(contentsOf: committed.appendingPathComponent(name))
      #expect(written == kept, "\(name) differs: run `make report` and read the difference")
    }
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
