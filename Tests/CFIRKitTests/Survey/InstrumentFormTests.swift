import CFIRKit
import Testing

struct InstrumentFormTests {
  @Test(arguments: InstrumentForm.Role.allCases)
  func `a page asks every question in a group with a legend`(role: InstrumentForm.Role) throws {
    let instrument = try InstrumentTable.read(.readinessPeerSupport)
    let page = InstrumentForm(instrument, role: role).page
    #expect(page.matches(of: /<fieldset>/).count == 30)
    #expect(page.matches(of: /<legend>/).count == 30)
    // Five answers, “cannot answer”, and four kinds of evidence, each in its label.
    #expect(page.matches(of: /<label><input type="radio"/).count == 30 * 10)
    #expect(page.contains("lang=\"en\""))
    for item in instrument.items { #expect(page.contains("name=\"\(item.id)\"")) }
    #expect(page.contains("I have a caseload that I can carry.") == (role == .staff))
  }

  @Test func `the table to fill in has the columns that are read`() throws {
    let form = InstrumentForm(try InstrumentTable.read(.oric), role: .leader)
    #expect(
      form.answer().rendered(as: .csv)
        == "respondent,organization,role,round,oric1,oric2,oric3,oric4,oric5,oric6,oric7,oric8,oric9,oric10,oric11,oric12\n"
    )
  }

  @Test func `REDCap gets a row for each field, with choices as it writes them`() throws {
    let table = InstrumentForm(try InstrumentTable.read(.readiness), role: .leader).redcap
    let rows = table.csv.split(separator: "\n")
    #expect(rows.count == 1 + 3 + 30 * 2)
    #expect(rows[0].hasPrefix("Variable / Field Name,Form Name,Section Header,Field Type,Field Label,"))
    #expect(
      rows[4].contains(
        "\"1, Not true | 2, A little true | 3, Half true | 4, Mostly true | 5, Fully true | x, Cannot answer\""
      ))
    #expect(rows[5].hasPrefix("innovation_evidence_base_evidence,readiness,,radio,"))
  }

  @Test func `numbers go to REDCap with their ends`() throws {
    let table = InstrumentForm(try InstrumentTable.read(.organizationProfile), role: .leader).redcap
    #expect(
      table.csv.contains(
        "\nyears,organization_profile,,text,For how many years has the organization existed?,,,number,0,300,")
    )
  }
}
