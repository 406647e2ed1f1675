import CFIRInterchange
import CFIRKit
import Testing

/// A source belongs to an organization by the organization column, `participants.csv`, the document group, then a pattern.
struct SourceAssignmentTests {
  private let pattern = "excerpts:\n  - path: excerpts/e.csv\n    organization-from: \"^([A-Z]+)_\"\n"

  private func read(
    _ table: String, participants: String? = nil, organizations: String? = nil, yaml: String = ""
  ) throws -> (study: Study?, findings: [String]) {
    var files = ["study.yaml": "title: Whole\nframework: cfir-2022\n" + yaml, "excerpts/e.csv": table]
    files["participants.csv"] = participants
    files["organizations.csv"] = organizations
    let folder = try StudyFolder(files)
    let reading = folder.read()
    return (reading.study, folder.findings(reading))
  }

  @Test(arguments: [
    ("by column,P1,by group", "by column"),
    (",P1,by group", "by participant"),
    // P9 is listed without an organization.
    (",P9,by group", "by group"),
    (",,by group", "by group"),
    (",P9,", "PAT"),
    (",,", "PAT"),
  ])
  func `takes what stands first`(places: String, organization: String) throws {
    let (study, findings) = try read(
      "organization,participant,group,source,code,text\n\(places),PAT_1,Culture,x\n",
      participants: "participant,organization\nP1,by participant\nP9,\n", yaml: pattern)
    #expect(findings == [])
    #expect(study?.excerpts.first?.organization.rawValue == organization)
    #expect(study?.tally.informants.map(\.organization.rawValue) == [organization])
  }

  @Test func `knows who spoke by the sources that participants left`() throws {
    let (study, findings) = try read(
      "group,source,code,text\nwrong,int-1,Culture,x\nG,int-2,Culture,y\n",
      participants: "participant,organization,role,source\nP1,North,director,int-1; int-3\nP2,North,peer,\n")
    #expect(findings == [])
    #expect(study?.excerpts.map(\.participant) == ["P1", nil])
    #expect(study?.excerpts.map(\.organization) == ["North", "G"])
    #expect(study?.participants.first?.sources == ["int-1", "int-3"])
  }

  @Test func `a source of two people belongs to their organization, and neither is taken for the speaker`()
    throws
  {
    let (study, findings) = try read(
      "source,code,text\nfocus group,Culture,x\n",
      participants: "participant,organization,source\nP1,North,focus group\nP2,North,focus group\n")
    #expect(findings == [])
    #expect(study?.excerpts.first?.organization == "North")
    #expect(study?.excerpts.first?.participant == nil)
  }

  @Test func `a study in which nothing names an organization is one organization`() throws {
    let (study, findings) = try read("source,code,text\nS1,Culture,x\nS2,Culture,y\n")
    #expect(findings == [])
    #expect(study?.organizations.map(\.id) == ["Whole"])
  }

  @Test func `takes an organization's name for its id`() throws {
    let (study, findings) = try read(
      "organization,source,code,text\nNorth Harbor,S1,Culture,x\n",
      organizations: "organization,name\nNH,North Harbor\n")
    #expect(findings == [])
    #expect(study?.excerpts.first?.organization == "NH")
    #expect(study?.organizations.map(\.id) == ["NH"])
  }

  @Test func `discovers organizations where no table lists them`() throws {
    let (study, _) = try read(
      "organization,source,code,text\nB,S1,Culture,x\nA,S2,Culture,y\nB,S3,Culture,z\n")
    #expect(study?.organizations.map(\.id) == ["B", "A"])
  }

  @Test func `names each source of an unknown organization or participant, or of none`() throws {
    let (study, findings) = try read(
      """
      organization,participant,source,code,text
      Nroth,P1,S1,Culture,x
      North,P7,S2,Culture,y
      ,,S3,Culture,z
      """, participants: "participant,organization\nP1,North\n", organizations: "organization\nNorth\nSouth\n"
    )
    #expect(study == nil)
    #expect(
      findings == [
        "excerpts/e.csv:2:1: error: the organization 'Nroth' of source 'S1' is not in organizations.csv; did you mean 'North'?",
        "excerpts/e.csv:3:1: error: the participant 'P7' is not in participants.csv; did you mean 'P1'?",
        "excerpts/e.csv:4:1: error: nothing says which organization the source 'S3' belongs to; "
          + "list it in participants.csv, fill its document group, or give `organization-from:` in study.yaml",
      ])
  }

  @Test func `names a participant of two organizations, and of an unknown one`() throws {
    let (study, findings) = try read(
      "organization,source,code,text\nNorth,S1,Culture,x\n",
      participants: "participant,organization\nP1,North\nP1,South\nP2,Sotuh\n",
      organizations: "organization\nNorth\nSouth\nNorth\n")
    #expect(study == nil)
    #expect(
      findings == [
        "organizations.csv:4:1: error: the organization 'North' stands here twice, first at organizations.csv:2:1; keep one row",
        "participants.csv:3:1: error: participant 'P1' is of 'South' here and of 'North' above; give the two people different ids",
        "participants.csv:4:4: error: the organization 'Sotuh' is not in organizations.csv; did you mean 'South'?",
      ])
  }

  @Test func `refuses a pattern that is none`() throws {
    let (_, findings) = try read(
      "source,code,text\nS1,Culture,x\n",
      yaml: "excerpts:\n  - path: excerpts/e.csv\n    organization-from: \"([A-Z\"\n")
    #expect(findings.first?.hasPrefix("study.yaml:5:24: error: '([A-Z' is no regular expression") == true)
  }
}
