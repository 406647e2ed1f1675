import Foundation
import Testing

/// A table of cases is the same to `cfir qca` and `cfir cna`.
struct CaseTableTests {
  private static let commands = ["qca", "cna"]

  private static func answer(_ arguments: [String], _ files: [String: String]) throws -> (
    [String: Any], messages: String
  ) {
    let scratch = try Scratch(files)
    let outcome = try Command.run(arguments + ["--format", "json"], in: scratch.folder)
    #expect(outcome.status == 0, "\(outcome.messages)")
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return (try #require(value as? [String: Any]), outcome.messages)
  }

  private static func answer(_ arguments: [String], of table: String) throws -> [String: Any] {
    try answer(arguments, ["t.csv": table]).0
  }

  @Test(arguments: commands, [";", "\t"])
  func `takes decimal commas between semicolons or tabs`(command: String, separator: String) throws {
    let plain = "case,A,B,O\np,0.9,0.2,1\nq,0.7,0.6,0.8\nr,0.1,1,0.3\ns,0.2,0,0.1\n"
    let comma = plain.replacing(",", with: separator).replacing(".", with: ",")
    let question = [command, "t.csv", "--outcome", "O"]
    let (first, second) = (
      try Self.answer(question, of: plain), try Self.answer(question, of: comma)
    )
    #expect(first["cases"] as? Int == 4)
    #expect(NSDictionary(dictionary: first) == NSDictionary(dictionary: second))
  }

  @Test(arguments: commands, ["", "NA", "n/a", ".", "–", "?"])
  func `leaves a case without a number out, and names case and column`(
    command: String, cell: String
  ) throws {
    let (answer, messages) = try Self.answer(
      [command, "t.csv", "--outcome", "O", "--conditions", "A"],
      ["t.csv": "case,A,B,O\np,1,1,1\nq,\(cell),1,1\nr,0,\(cell),0\n"])
    // The empty cell of r is in a column that is not analysed.
    #expect(answer["cases"] as? Int == 2)
    #expect(messages == "t.csv:3:3: note: the case 'q' has no number for 'A' and is left out\n")
  }

  @Test(arguments: commands)
  func `counts what is missing as absent where that is asked for`(command: String) throws {
    let table = "case,A,O\np,1,1\nq,,0\nr,0,0\n"
    let answer = try Self.answer([command, "t.csv", "--outcome", "O", "--missing", "absent"], of: table)
    #expect(answer["cases"] as? Int == 3)
  }

  @Test(arguments: commands)
  func `calibrates the columns of a table`(command: String) throws {
    let raw = "case,A,O\np,60,1\nq,40,0\nr,55,1\n"
    let sets = "case,A,O\np,1,1\nq,0,0\nr,1,1\n"
    let question = [command, "t.csv", "--outcome", "O"]
    let found = try Self.answer(question + ["--calibrate", "A=crisp:50"], of: raw)
    let known = try Self.answer(question, of: sets)
    for key in ["truthTable", "solutions", "msc", "asf"] {
      #expect((found[key] as? NSObject) == (known[key] as? NSObject))
    }
  }

  @Test(arguments: commands)
  func `counts rows by a column as if each case had its own`(command: String) throws {
    let counted = "case,A,B,O,n\np,1,0,1,2\nq,1,1,0,1\nr,0,1,0,0\ns,0,0,0,3\n"
    let single = "case,A,B,O\np,1,0,1\np2,1,0,1\nq,1,1,0\ns,0,0,0\ns2,0,0,0\ns3,0,0,0\n"
    let question = [command, "t.csv", "--outcome", "O"]
    let found = try Self.answer(question + ["--frequency", "n"], of: counted)
    let known = try Self.answer(question, of: single)
    #expect(found["cases"] as? Int == 6)
    #expect((found["asf"] as? NSObject) == (known["asf"] as? NSObject))
    #expect((found["necessity"] as? NSObject) == (known["necessity"] as? NSObject))
  }

  @Test(arguments: commands)
  func `says where a number is neither a membership nor a value`(command: String) throws {
    let scratch = try Scratch(["t.csv": "case,A,O\np,0.5,1\nq,35,0\n"])
    let outcome = try Command.run([command, "t.csv", "--outcome", "O"], in: scratch.folder)
    #expect(outcome.status == 1)
    #expect(outcome.messages.hasPrefix("t.csv:3:3: error: "), "\(outcome.messages)")
    #expect(outcome.messages.contains("--calibrate 'A=direct:OUT,CROSSOVER,IN'"))
  }

  @Test(arguments: commands)
  func `says which frequency is none`(command: String) throws {
    let scratch = try Scratch(["t.csv": "case,A,O,n\np,0,1,1\nq,1,0,1.5\n"])
    let outcome = try Command.run(
      [command, "t.csv", "--outcome", "O", "--frequency", "n"], in: scratch.folder)
    #expect(outcome.status == 1)
    #expect(outcome.messages.hasPrefix("t.csv:3:7: error: the frequency of 'q'"), "\(outcome.messages)")
  }

  @Test(arguments: commands)
  func `passes over empty rows and columns without a name`(command: String) throws {
    let answer = try Self.answer(
      [command, "t.csv", "--outcome", "O"], of: "case,A,O,\np,1,1,\n,,,\nq,0,0,\n")
    #expect(answer["cases"] as? Int == 2)
  }
}
