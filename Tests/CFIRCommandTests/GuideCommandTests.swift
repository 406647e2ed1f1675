import Foundation
import Testing

struct GuideCommandTests {
  private static let study = [
    "study/study.yaml":
      "title: T\nframework: cfir-2022\nconstructs: [funding, innovation-recipients/need, financing, local-attitudes]\n",
    "study/organizations.csv": "organization,name\nN,North\nS,South\n",
    "study/excerpts/e.csv":
      "organization,source,code,text\nN,i1,Funding,Money is short.\nN,i2,Funding,It is.\n",
  ]

  private struct Answer: Decodable {
    struct Role: Decodable {
      struct Question: Decodable { var construct, question: String }
      var role: String
      var minutes: Int
      var questions: [Question]
    }
    struct Cell: Decodable {
      var construct, organization: String
      var sources: Int
    }
    var roles: [Role]
    var coverage: [Cell]
  }

  @Test func `asks each role what it can know, in the study's words, and says what has been heard`() throws {
    let scratch = try Scratch(Self.study)
    let outcome = try Command.run(
      ["guide", "study", "--innovation", "peer support", "--place", "North", "--format", "json"],
      in: scratch.folder)
    #expect(outcome.status == 0)
    let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
    let asked = Dictionary(
      uniqueKeysWithValues: answer.roles.map { ($0.role, $0.questions.map(\.construct)) })
    #expect(asked["leader"] == ["local-attitudes", "financing", "funding"])
    #expect(asked["staff"] == ["local-attitudes", "funding", "innovation-recipients/need"])
    #expect(asked["recipient"] == ["local-attitudes", "innovation-recipients/need"])
    // 3 minutes a question, 10 to open and close.
    #expect(answer.roles.map(\.minutes) == [19, 19, 16])
    #expect(!outcome.output.contains("{innovation}") && !outcome.output.contains("{organization}"))
    #expect(outcome.output.contains("peer support"))
    #expect(answer.coverage.first { $0.construct == "funding" && $0.organization == "N" }?.sources == 2)
    #expect(answer.coverage.first { $0.construct == "funding" && $0.organization == "S" }?.sources == 0)
  }

  @Test func `one role can be asked for`() throws {
    let scratch = try Scratch(Self.study)
    let outcome = try Command.run(
      ["guide", "study", "--role", "staff", "--format", "csv"], in: scratch.folder)
    #expect(outcome.output.split(separator: "\n").count == 4)
    #expect(outcome.output.hasPrefix("role,construct,name,domain,question\nstaff,"))
  }
}
