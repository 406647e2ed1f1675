import CFIRKit
import Testing

@testable import CFIRInterchange

/// What a program knows of its documents, in a table beside the coded segments.
struct DocumentVariableTests {
  private let segments = """
    Document group;Document name;Code;Segment
    Wave 1;A;Culture;We learn.
    Wave 2;A;Culture;We learned.
    Wave 1;B;Culture;No.
    """

  @Test func `are joined on group and name, and name organization, participant and role`() throws {
    let folder = try StudyFolder([
      "study.yaml": "framework: cfir-2022\n", "excerpts/segments.csv": segments,
      "excerpts/variables.csv": """
      Dokumentgruppe;Dokumentname;Site;Participant;Role;Age
      Wave 1;A;North;P1;Nurse;40
      Wave 2;A;South;P2;Peer;30
      Wave 1;B;North;P1;Nurse;40
      """,
    ])
    let reading = folder.read()
    #expect(folder.findings(reading) == [])
    let study = try #require(reading.study)
    #expect(study.organizations.map(\.id) == ["North", "South"])
    #expect(
      study.excerpts.map { "\($0.organization) \($0.informant)" } == ["North P1", "South P2", "North P1"])
    #expect(
      study.participants.map { "\($0.id) \($0.role) \($0.sources)" } == [
        "P1 Nurse [\"A\", \"B\"]", "P2 Peer [\"A\"]",
      ])
    #expect(study.participants.first?.attributes == [Attribute(name: "Age", value: "40")])
  }

  @Test func `of OpenQDA are found by the document's name; those that nothing uses are named`() throws {
    let folder = try StudyFolder([
      "study.yaml": "framework: cfir-2022\n",
      "excerpts/selections.csv":
        "source,code category,created by,created at,last update,start pos,end pos,selection\nN1,Culture,A,,,0,2,We\n",
      "excerpts/variables.csv":
        "name,Site,Age\ndatatype,Text,Text\ndescription,,\ncreated_at,1,1\ncreated_by,A,A\nupdated_at,1,1\nN1,North,40\n",
    ])
    let reading = folder.read()
    #expect(reading.study?.organizations.map(\.id) == ["North"])
    #expect(
      folder.findings(reading).contains {
        $0.hasPrefix("excerpts/variables.csv:1:11: warning: 1 variable ('Age') is left out")
      })
  }

  @Test func `a document without a group is found where its name is alone`() {
    var variables = DocumentVariables()
    variables.add([Attribute(name: "Site", value: "North")], to: .init(group: "W1", name: "A"))
    variables.add([Attribute(name: "Site", value: "South")], to: .init(group: "W1", name: "B"))
    variables.add([Attribute(name: "Site", value: "West")], to: .init(group: "W2", name: "B"))
    #expect(variables["", "A"].map(\.value) == ["North"])
    #expect(variables["W3", "A"] == [])
    #expect(variables["", "B"] == [])
    #expect(variables["W2", "B"].map(\.value) == ["West"])
  }
}
