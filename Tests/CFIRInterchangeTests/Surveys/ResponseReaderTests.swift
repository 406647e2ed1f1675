import CFIRInterchange
import CFIRKit
import Foundation
import Testing

/// Invented responses to two items from 1 to 5 and one choice.
final class ResponseReaderTests {
  private let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv")

  deinit { try? FileManager.default.removeItem(at: file) }

  private static let instrument = Instrument(
    id: "own", title: "Own", asksEvidence: true, subscales: [.init(id: "all", name: "All")],
    items: [
      Item(id: "a", subscale: "all", answers: ResponseScale("1-5") ?? .any),
      Item(id: "b", subscale: "all", answers: ResponseScale("1, No | 5, Yes | x, Cannot answer") ?? .any),
      Item(id: "kind", kind: .choices, answers: ResponseScale("p, Paper | v, Voice") ?? .any),
    ])

  private func read(_ text: String, _ change: (inout ResponseOptions) -> Void = { _ in }) throws
    -> ResponseReading
  {
    try text.write(to: file, atomically: true, encoding: .utf8)
    var options = ResponseOptions()
    change(&options)
    return try ResponseReader.read(
      path: file.path, name: "r.csv", instrument: Self.instrument,
      scales: Self.instrument.scoredScales(by: Codebook(.cfir2022)), options: options)
  }

  @Test func `wide and long tables say the same`() throws {
    let wide = try read(
      """
      Record ID;Site;Role;a;b;b_evidence;kind
      1;N;leader;4;Yes;data;p
      2;N;staff;2;x;2;"p; v"
      1;S;staff;;1;;
      """)
    let long = try read(
      """
      respondent,site,role,item,answer,evidence
      1,N,leader,a,4,
      2,N,staff,B,cannot answer,observation
      1,S,staff,b,No,
      1,N,leader,b,5,3
      1,N,leader,kind,p,
      2,N,staff,a,2,
      """)
    for reading in [wide, long] {
      #expect(reading.findings.all.isEmpty)
      let tally = reading.survey.tally
      #expect(tally.respondents == 3)
      #expect(tally.organizations.map(\.id) == ["N", "S"])
      #expect(tally.scores[0].ascending.map(\.value) == [1, 2, 4.5])
      #expect(tally.unanswerable == [0, 1])
      #expect(tally.evidence[1] == [0, 1, 1, 0])
      #expect(tally.organizations[0].roles.map(\.role) == ["leader", "staff"])
    }
  }

  @Test(
    arguments: [
      ("1,N,6,1,p", "r.csv:2:5: error: a: 6 is outside the scale of 1 to 5"),
      ("1,N,\"3,5\",1,p", "r.csv:2:5: error: a: '3,5' has a decimal comma; write 3.5"),
      ("1,N,often,1,p", "r.csv:2:5: error: a: 'often' is text where a number belongs"),
      ("1,N,3,2,p", "r.csv:2:7: error: b: '2' is none of the answers; write one of 1 (No), 5 (Yes)"),
      ("1,N,3,5,p;w", "r.csv:2:9: error: kind: 'w' is none of the answers"),
      ("1,X,3,5,p", "r.csv:2:3: error: the organization 'X' is not in the study"),
      ("1,,3,5,p", "r.csv:2:3: error: this row names no organization"),
      (
        "1,N,3,5,p\n2,N,1,1,\n1,N,2,5,v",
        "r.csv:4:1: error: the respondent '1' stands here again, first on line 2"
      ),
      ("1,N,3,5", "r.csv:2:8: error: this row has 4 cells, the header has 5"),
    ])
  func `a bad response is located and explained`(rows: String, message: String) throws {
    let reading = try read("respondent,organization,a,b,kind\n\(rows)\n") {
      $0.organizations = [Organization(id: "N"), Organization(id: "S")]
      $0.needsOrganization = true
    }
    #expect(reading.findings.all.count == 1)
    #expect(reading.findings.description.hasPrefix(message), "\(reading.findings)")
    #expect(reading.findings.all.allSatisfy { !$0.fix.isEmpty })
  }

  @Test(
    arguments: [
      ("1,c,3", "r.csv:2:3: error: there is no item 'c'"),
      (",a,3", "r.csv:2:1: error: this row names no respondent"),
      ("1,a,3\n1,a,4", "r.csv:3:3: error: '1' answers 'a' here again, first at r.csv:2:3"),
      ("1,a,9", "r.csv:2:5: error: a: 9 is outside the scale of 1 to 5"),
    ])
  func `a bad answer of a long table is located and explained`(rows: String, message: String) throws {
    let reading = try read("respondent,item,answer\n\(rows)\n")
    #expect(reading.findings.all.count == 1)
    #expect(reading.findings.description.hasPrefix(message), "\(reading.findings)")
  }

  @Test func `the same id in two organizations is two people`() throws {
    let reading = try read("respondent,organization,a\n1,N,3\n1,S,4\n")
    #expect(!reading.findings.hasErrors)
    #expect(reading.survey.tally.respondents == 2)
  }

  @Test func `an item without a column is a warning that names the nearest`() throws {
    let reading = try read("respondent,a,bb,kind\n1,3,1,p\n")
    #expect(
      reading.findings.description
        == "r.csv:1: warning: the item 'b' has no column; nobody has answered it; did you mean 'bb'?")
  }

  @Test func `the last round counts, by number, unless another is asked for`() throws {
    let text = "respondent,round,a\n1,2,3\n1,10,5\n2,2,1\n"
    let last = try read(text)
    #expect(last.survey.round == "10")
    #expect(last.survey.tally.answers[0].ascending.map(\.value) == [5])
    let first = try read(text) { $0.round = "2" }
    #expect(first.survey.tally.respondents == 2)
    #expect(throws: Finding.self) { try self.read(text) { $0.round = "3" } }
  }

  @Test func `further codes can mean no answer`() throws {
    let reading = try read("a\n3\n99\n") { $0.noAnswer = ["99"] }
    #expect(reading.findings.all.filter { $0.severity == .error }.isEmpty)
    #expect(reading.survey.tally.answers[0].count == 1)
    #expect(reading.survey.rows.map(\.respondent) == ["row 1", "row 2"])
  }

  @Test(arguments: ["x,y\n1,2\n", "respondent,a\n"])
  func `a table without items or responses is refused`(text: String) {
    #expect(throws: Finding.self) { try self.read(text) }
  }

  @Test func `a table full of errors is not read to its end`() throws {
    let text = "a\n" + String(repeating: "9\n", count: 5000)
    let finding = #expect(throws: Finding.self) { try self.read(text) }
    #expect(finding?.description.contains("1000 errors") == true)
  }
}
