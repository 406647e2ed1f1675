import CFIRKit
import Testing

@testable import CFIRInterchange

/// Answers to surveys as REDCap and Qualtrics export them.
struct ResponseTableTests {
  private let dictionary = """
    "Variable / Field Name","Form Name","Section Header","Field Type","Field Label","Choices, Calculations, OR Slider Labels","Field Note","Identifier?"
    record_id,start,,text,Record,,,
    email,start,,text,E-mail,,,y
    intro,start,,descriptive,Welcome,,,
    ready,start,,radio,"<b>Are you ready?</b>","1, No, not yet | 2, Yes",,
    duties,start,,checkbox,Duties,"1, Groups | -2, Rides",,
    lead,start,,yesno,Leads others?,,,
    """

  @Test func `reads a raw export of REDCap by its dictionary`() throws {
    let folder = try StudyFolder([
      "d.csv": dictionary,
      "r.csv":
        "record_id,redcap_event_name,email,ready,duties___1,duties____2,lead,start_complete,other\n"
        + "7,baseline,a@b.c,2,1,1,0,2,x\n7,later,,,0,1,,0,\n",
    ])
    let table = try ResponseTable.read(
      path: folder.path + "/r.csv", name: "r.csv", dictionary: folder.path + "/d.csv")
    #expect(table.items.map(\.id) == ["ready", "duties", "lead"])
    #expect(table.items[0].label == "Are you ready?")
    #expect(
      table.items[0].choices == [.init(code: "1", label: "No, not yet"), .init(code: "2", label: "Yes")])
    #expect(table.items[2].choices.map(\.label) == ["Yes", "No"])
    #expect(table.responses.map(\.respondent) == ["7", "7"])
    #expect(table.responses.map(\.answers) == [["2", "1;-2", "0"], ["", "-2", ""]])
    #expect(table.responses[1].attributes.first == Attribute(name: "redcap_event_name", value: "later"))
    #expect(table.account.left.map(\.reason.key) == ["identifying", "unknown-field"])
    #expect(table.answer(table.responses[0], to: "ready") == "2")
  }

  @Test func `reads Qualtrics' three rows of headers, and leaves out who answered`() throws {
    let folder = try StudyFolder([
      "q.csv": """
      StartDate,Status,IPAddress,Finished,RecordedDate,ResponseId,RecipientEmail,Q1,Q2_1
      Start Date,Response Type,IP Address,Finished,Recorded Date,Response ID,Recipient Email,"How ready, on the whole?",Match - Our goals
      "{""ImportId"":""startDate""}","{""ImportId"":""status""}","{""ImportId"":""ipAddress""}","{""ImportId"":""finished""}","{""ImportId"":""recordedDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""recipientEmail""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_1""}"
      2024-03-01,IP Address,10.0.0.1,True,2024-03-01,R_1,a@b.c,4,2
      2024-03-01,Survey Preview,10.0.0.1,True,2024-03-01,R_2,a@b.c,1,1
      2024-03-02,IP Address,10.0.0.2,False,2024-03-02,R_3,,5,
      """
    ])
    let table = try ResponseTable.read(path: folder.path + "/q.csv", name: "q.csv")
    #expect(
      table.items == [
        .init(id: "Q1", label: "How ready, on the whole?"), .init(id: "Q2_1", label: "Match - Our goals"),
      ])
    #expect(
      table.responses.map { "\($0.respondent) \($0.answers)" } == ["R_1 [\"4\", \"2\"]", "R_3 [\"5\", \"\"]"])
    #expect(table.account.left.map { "\($0.reason.key) \($0.count)" } == ["identifying 2", "preview 1"])
    #expect(table.account.notes.map(\.message) == ["1 response was not finished; what was answered is kept"])
  }

  @Test func `says what is no export of either`() throws {
    let folder = try StudyFolder(["t.csv": "person,q1\n1,2\n", "r.csv": "record_id,a,b_complete\n1,2,2\n"])
    let said = finding { _ = try ResponseTable.read(path: folder.path + "/t.csv", name: "t.csv") }
    #expect(said?.hasPrefix("t.csv:1: error: these are the columns neither") == true)
    #expect(try ResponseTable.read(path: folder.path + "/r.csv").items == [.init(id: "a")])
    let wrong = finding {
      _ = try ResponseTable.read(path: folder.path + "/r.csv", dictionary: folder.path + "/t.csv")
    }
    #expect(wrong?.contains("this is not REDCap's data dictionary") == true)
  }
}
