import Foundation
import Testing

/// `kill -9` at any moment loses nothing that was acknowledged and leaves a ledger that opens and verifies.
@Suite(.serialized)
struct KilledTests {
  private static let constructs = (1...24).map { "own-\($0)" }
  private static let points = 16

  private func study() throws -> Scratch {
    let rows = Self.constructs.map { "\($0),\($0),inner-setting,construct" }
    return try Scratch([
      "s/study.yaml":
        "title: T\nframework: cfir-2022\nconstructs: [\(Self.constructs.joined(separator: ", "))]\n",
      "s/codebook.csv": (["id,name,parent,kind"] + rows).joined(separator: "\n") + "\n",
      "s/organizations.csv": "organization\n" + (1...12).map { "O\($0)\n" }.joined(),
    ])
  }

  /// The events by name, from a ledger that opens; the log ends with an error where it does not verify.
  private func events(_ scratch: Scratch) throws -> [String] {
    let log = try Command.run(["rate", "log", "s", "--format", "csv"], in: scratch.folder)
    #expect(log.status == 0, "\(log.messages)")
    return log.output.split(separator: "\n").dropFirst().compactMap { $0.split(separator: ",").first }.map(
      String.init)
  }

  /// How long a whole run takes, so that kills fall into every part of it.
  private func duration(_ body: () throws -> Command.Outcome) throws -> TimeInterval {
    let start = Date()
    let outcome = try body()
    #expect(outcome.status == 0, "\(outcome.messages)")
    return Date().timeIntervalSince(start)
  }

  private func kill(at point: Int, of duration: TimeInterval) -> (Process) -> Void {
    { process in
      Thread.sleep(forTimeInterval: duration * Double(point) / Double(Self.points))
      Foundation.kill(process.processIdentifier, SIGKILL)
    }
  }

  @Test func `an import is there whole or not at all`() throws {
    let ratings = (1...12).flatMap { site in Self.constructs.map { "O\(site),\($0),AK,+1,Because of \($0)." }
    }
    let table = (["organization,construct,rater,rating,rationale"] + ratings).joined(separator: "\n")
    let importing = ["rate", "import", "s", "table.csv", "--as", "AK"]
    let whole = try study()
    try whole.write("table.csv", table)
    let duration = try duration { try Command.run(importing, in: whole.folder) }
    #expect(try events(whole).count == ratings.count + 1)
    for point in 0...Self.points {
      let scratch = try study()
      try scratch.write("table.csv", table)
      let outcome = try Command.run(importing, in: scratch.folder, interrupt: kill(at: point, of: duration))
      let found = try events(scratch).count
      #expect(found == 0 || found == ratings.count + 1, "killed at \(point): \(found) events")
      if outcome.output.contains("taken over") { #expect(found == ratings.count + 1, "killed at \(point)") }
      guard point % 4 == 0 else { continue }
      #expect(try Command.run(importing, in: scratch.folder).status == 0)
      #expect(try events(scratch).count == ratings.count + 1)
    }
  }

  @Test func `every rating that was acknowledged in a session is there`() throws {
    let answers = Self.constructs.map { "+1\nBecause of \($0).\n" }.joined()
    let rating = ["rate", "s", "--as", "AK", "--organization", "O1"]
    let whole = try study()
    let duration = try duration { try Command.run(rating, in: whole.folder, input: answers) }
    #expect(try events(whole).count == Self.constructs.count)
    var seen: Set<Int> = []
    for point in 0...Self.points {
      let scratch = try study()
      let outcome = try Command.run(
        rating, in: scratch.folder, input: answers, interrupt: kill(at: point, of: duration))
      let acknowledged = outcome.output.matches(of: /saved as (\S+):/).map { String($0.1) }
      let found = try events(scratch)
      #expect(Set(acknowledged).isSubset(of: found), "killed at \(point)")
      // At most the one that was being written when the end came.
      #expect(found.count <= acknowledged.count + 1, "killed at \(point)")
      seen.insert(found.count)
      guard point % 4 == 0 else { continue }
      // The same command goes on where it was left.
      let rest = try Command.run(rating, in: scratch.folder, input: answers)
      #expect(rest.status == 0, "\(rest.messages)")
      #expect(try events(scratch).count == Self.constructs.count)
    }
    #expect(seen.count > 2, "the kills fell into one place only")
  }
}
