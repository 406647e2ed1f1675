import Foundation
import Testing

/// `cfir cna` on small invented tables.
struct CoincidenceCommandTests {
  /// Every combination of trained staff, money and a champion; adopted where staff are trained or there is a champion with
  /// money.
  static let crisp = """
    site,Trained,Money,Champion,Adopted
    a,1,1,1,1
    b,1,1,0,1
    c,1,0,1,1
    d,1,0,0,1
    e,0,1,1,1
    f,0,1,0,0
    g,0,0,1,0
    h,0,0,0,0
    """

  /// Runs it in a folder with some files, which stays until it ends.
  private func run(
    _ arguments: [String], _ files: [String: String], interruptedAfter delay: TimeInterval? = nil
  ) throws -> Command.Outcome {
    let scratch = try Scratch(files)
    return try withExtendedLifetime(scratch) {
      try Command.run(arguments, in: scratch.folder) { process in
        guard let delay else { return }
        Thread.sleep(forTimeInterval: delay)
        process.interrupt()
      }
    }
  }

  private func json(_ arguments: [String], _ files: [String: String]) throws -> [String: Any] {
    let outcome = try run(arguments + ["--format", "json"], files)
    #expect(outcome.status == 0, "\(outcome.messages)")
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(value as? [String: Any])
  }

  private func conditions(_ value: [String: Any], _ key: String) -> [String] {
    (value[key] as? [[String: Any]] ?? []).compactMap { $0["condition"] as? String }
  }

  @Test func `finds what made sites adopt`() throws {
    let value = try json(["cna", "t.csv", "--outcome", "ADOPTED"], ["t.csv": Self.crisp])
    #expect(value["schema"] as? String == "cfir.cna/1")
    #expect(value["data"] as? String == "crisp")
    #expect(conditions(value, "msc") == ["TRAINED->ADOPTED", "MONEY*CHAMPION->ADOPTED"])
    #expect(conditions(value, "asf") == ["TRAINED+MONEY*CHAMPION<->ADOPTED"])
    #expect(conditions(value, "csf") == ["TRAINED+MONEY*CHAMPION<->ADOPTED"])
    let model = try #require((value["asf"] as? [[String: Any]])?.first)
    #expect(model["outcome"] as? String == "ADOPTED")
    #expect(model["consistency"] as? Double == 1 && model["coverage"] as? Double == 1)
    #expect(model["complexity"] as? Int == 3)
    #expect(value["complete"] as? Bool == true)
  }

  @Test func `explains absence and single values`() throws {
    let absent = try json(["cna", "t.csv", "--outcome", "adopted"], ["t.csv": Self.crisp])
    #expect(conditions(absent, "asf") == ["trained*money+trained*champion<->adopted"])
    let table = "site,Staff,Adopted\na,0,0\nb,1,1\nc,2,1\nd,2,1\n"
    let many = try json(["cna", "t.csv", "--outcome", "ADOPTED=1"], ["t.csv": table])
    #expect(conditions(many, "asf") == ["STAFF=1+STAFF=2<->ADOPTED=1"])
  }

  @Test func `says when absence is asked about, and takes a tilde for it`() throws {
    let lower = try run(["cna", "t.csv", "--outcome", "adopted"], ["t.csv": Self.crisp])
    #expect(lower.messages.contains("note: the outcome is the absence of ADOPTED"))
    let tilde = try run(["cna", "t.csv", "--outcome", "~Adopted"], ["t.csv": Self.crisp])
    #expect(tilde.output == lower.output)
  }

  @Test func `analyses a study's ratings and says how they became factors`() throws {
    let value = try json(
      [
        "cna", Command.root.appendingPathComponent("SampleData/peer-support").path, "--conditions",
        "financing,planning", "--con", "0.8", "--cov", "0.8",
      ], [:])
    #expect(value["framework"] as? String == "cfir-2022")
    #expect(value["data"] as? String == "crisp")
    #expect(value["factors"] as? [String] == ["FINANCING", "PLANNING", "IMPLEMENTATION"])
    let notes = (value["notes"] as? [String] ?? []).joined(separator: "\n")
    #expect(notes.contains("financing and planning: ratings by the study’s recipe, crisp, in from 1."))
    #expect(notes.contains("Left out, without a number: Open Door Outreach (planning)."))
  }

  @Test func `ranks conditions and scores models`() throws {
    let reduced = try json(
      ["cna", "t.csv", "--reduce", "--outcome", "ADOPTED", "--top", "1"], ["t.csv": Self.crisp])
    #expect(conditions(reduced, "msc") == ["TRAINED->ADOPTED"])
    #expect(reduced["counts"] as? [Int] == [1, 1, 0])
    let scored = try json(
      ["cna", "t.csv", "--outcome", "ADOPTED", "--robustness", "--grid", "1,0.8"], ["t.csv": Self.crisp])
    let robustness = try #require(scored["robustness"] as? [String: Any])
    #expect(robustness["analyses"] as? Int == 4)
    // At coverage 0.8 TRAINED alone is enough, both times; at 1 the whole is needed, both times: 2 for itself, 2 for the other.
    #expect(conditions(robustness, "models") == ["TRAINED<->ADOPTED", "TRAINED+MONEY*CHAMPION<->ADOPTED"])
    #expect((robustness["models"] as? [[String: Any]])?.compactMap { $0["score"] as? Int } == [4, 4])
  }

  @Test(arguments: ["table", "csv", "json", "markdown", "html"])
  func `answers in every form, the same twice`(format: String) throws {
    let arguments = ["cna", "t.csv", "--con", "0.7", "--cov", "0.7", "--robustness", "--format", format]
    let first = try run(arguments, ["t.csv": Self.crisp])
    #expect(first.status == 0)
    #expect(first.output.contains("TRAINED"))
    #expect(try run(arguments, ["t.csv": Self.crisp]).output == first.output)
  }

  @Test(arguments: [
    (
      table: "case,A,B\nx,1,0\ny,1,no\n",
      message:
        "t.csv:3:5: error: 'no' in column 'B' is not a number; write a number, or NA where there is none"
    ),
    (
      table: "case,A,B\nx,1,0\ny,1,\"0,5\"\n",
      message: "t.csv:3:5: error: '0,5' in column 'B' is not a number; write it with a decimal point"
    ),
    (table: "case,A,A,B\nx,1,0,1\n", message: "t.csv:1:8: error: the column 'A' stands twice"),
    (
      table: "case,A,B\nx,0.5,0\ny,1,2\n",
      message: "t.csv:3:5: error: 2 is no membership and no value of a factor"
    ),
    (table: "case,A,a\nx,1,0\ny,0,1\n", message: "t.csv:1:8: error: 'a' and 'A' differ by case alone"),
    (table: "case,A,B*C\nx,1,0\ny,0,1\n", message: "t.csv:1:8: error: 'B*C' cannot be the name of a factor"),
    (table: "case,A,B\n", message: "t.csv:1: error: there is a header and no case below it"),
    (table: "case\nx\n", message: "t.csv:1: error: there is no column of numbers"),
    (table: "case,A,B\nx,,0\ny,,1\n", message: "error: no case has a number on every condition"),
  ])
  func `says where a table is wrong`(table: String, message: String) throws {
    let outcome = try run(["cna", "t.csv"], ["t.csv": table])
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
  }

  @Test(arguments: [
    (["--outcome", "C"], "--outcome: error: there is no column or construct 'C'; did you mean 'A'?"),
    (["--conditions", "A,C"], "--conditions: error: there is no column or construct 'C'"),
    (
      ["--outcome", "B=2"], "--outcome: error: 'B=2' is no value that occurs; it is present (B) or absent (b)"
    ),
    (["--calibrate", "C=crisp:1"], "--calibrate: error: there is no column or construct 'C'"),
    (["--frequency", "C"], "--frequency: error: there is no column or construct 'C'"),
    (["--ordering", "A<C"], "there is no factor 'C'; did you mean 'A'?"),
  ])
  func `says which name it does not know`(arguments: [String], message: String) throws {
    let outcome = try run(["cna", "t.csv"] + arguments, ["t.csv": "case,A,B\nx,1,0\ny,0,1\n"])
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
  }

  @Test(arguments: [
    ["--con", "2"], ["--maxstep", "3,4"], ["--reduce", "--outcome", "A,B"],
    ["--reduce", "--outcome", "A", "--depth", "6"],
    ["--grid", "1,x"], ["--outcome", ","],
  ])
  func `wrong usage ends with 64`(arguments: [String]) throws {
    #expect(try Command.run(["cna", "t.csv"] + arguments).status == 64)
  }

  @Test func `prints what was found when it is interrupted`() throws {
    let names = (0..<150).map { "F\($0)" }
    // Pseudo-random bits, the same in every run.
    var state: UInt32 = 1
    let rows = (0..<60).map { row in
      (["c\(row)"]
        + names.map { _ in
          state = state &* 1_664_525 &+ 1_013_904_223
          return String(state >> 31)
        }).joined(separator: ",")
    }
    let table = (["case," + names.joined(separator: ",")] + rows).joined(separator: "\n")
    let outcome = try run(
      ["cna", "t.csv", "--reduce", "--outcome", "F1", "--con", "0.8", "--depth", "5", "--format", "json"],
      ["t.csv": table], interruptedAfter: 3)
    #expect(outcome.status == 0)
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect(value?["complete"] as? Bool == false)
    #expect(outcome.messages.contains("incomplete: conditions of F1"))
  }
}
