import Foundation
import Testing

/// A small study to rate, and what tests ask of it.
enum RatedStudy {
  /// Two organizations, three constructs, and words on two of them.
  static let files = [
    "s/study.yaml": "title: T\nframework: cfir-2022\nconstructs: [culture, planning, funding]\n",
    "s/organizations.csv": "organization,name\nN,North\nS,South\n",
    "s/participants.csv": "participant,organization,source\nP1,N,I1\nP2,N,I2\n",
    "s/excerpts/e.csv": """
    id,organization,source,code,text
    e1,N,I1,Culture,Learning is rewarded.
    e2,N,I2,Culture,Nobody asks why.
    e3,N,I1,Planning,There was a plan.

    """,
  ]

  static func rate(_ scratch: Scratch, _ arguments: String..., input: String = "") throws -> Command.Outcome {
    try Command.run(["rate"] + arguments, in: scratch.folder, input: input)
  }

  static func matrix(_ scratch: Scratch, _ arguments: String...) throws -> [Substring] {
    let outcome = try Command.run(["matrix", "s", "--format", "csv"] + arguments, in: scratch.folder)
    #expect(outcome.status == 0, "\(outcome.messages)")
    return Array(outcome.output.split(separator: "\n").dropFirst())
  }

  static func log(_ scratch: Scratch, _ study: String = "s") throws -> [[String: Any]] {
    let outcome = try Command.run(["rate", "log", study, "--format", "json"], in: scratch.folder)
    #expect(outcome.status == 0, "\(outcome.messages)")
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect(value?["schema"] as? String == "cfir.log/1")
    return try #require(value?["events"] as? [[String: Any]])
  }
}
