import CFIRKit
import Testing

struct CodebookAdaptationTests {
  private func adapted(
    _ text: String, edition: Framework.Edition = .cfir2022
  ) throws -> (codebook: Codebook, findings: [Finding]) {
    var findings = Findings()
    let rows = try CodebookTable.read(text: text, file: "codebook.csv", noting: &findings)
    var codebook = Codebook(Framework(edition))
    codebook.adapt(rows, noting: &findings)
    return (codebook, findings.all)
  }

  @Test func `the peer support codebook adapts CFIR 2022 without a finding`() throws {
    let (codebook, findings) = try adapted(ShippedCodebook.peerSupport.text)
    #expect(findings == [])
    // Nothing of the framework is lost, and ids stay unique.
    #expect(Set(codebook.constructs.map(\.id)).isSuperset(of: Framework.cfir2022.constructs.map(\.id)))
    #expect(Set(codebook.constructs.map(\.id)).count == codebook.constructs.count)
    #expect(codebook.constructs.count > Framework.cfir2022.constructs.count)
    for construct in codebook.constructs where construct.parent != nil {
      #expect(codebook.domain(of: construct.id)?.kind == .domain, "\(construct.id)")
    }
  }

  @Test func `renames a construct and still knows its published name`() throws {
    let (codebook, findings) = try adapted(
      "id,name,aliases,definition\nculture,How we do things,Vibe;Spirit,Ours.\n")
    #expect(findings == [])
    for name in ["How we do things", "Culture", "vibe", "spirit", "III.D"] {
      guard case .found(let construct) = codebook.match(name) else {
        Issue.record("'\(name)' is not found")
        continue
      }
      #expect(construct.id == "culture")
      #expect(construct.name == "How we do things")
      #expect(construct.definition == "Ours.")
      // What the row leaves empty stays.
      #expect(!construct.include.isEmpty)
    }
  }

  @Test func `adds codes and constructs behind their parent`() throws {
    let (codebook, findings) = try adapted(
      "name,parent,kind\nGallows humor,Culture,\nStipends,Funding,construct\nOn call,mid-level-leaders/motivation,code\n"
    )
    #expect(findings == [])
    let humor = try #require(codebook.construct("gallows-humor"))
    #expect(humor.kind == .code && !humor.kind.isRated)
    #expect(humor.parent == "culture" && humor.domain == "inner-setting")
    // Behind Culture and its four subconstructs, before Tension for Change.
    #expect(codebook.position("learning-centeredness") < codebook.position("gallows-humor"))
    #expect(codebook.position("gallows-humor") < codebook.position("tension-for-change"))
    let stipends = try #require(codebook.construct("stipends"))
    #expect(stipends.kind.isRated && stipends.parent == "funding")
    #expect(codebook.position("funding") < codebook.position("stipends"))
    #expect(codebook.construct("on-call")?.domain == "individuals")
  }

  @Test func `changes a pair without touching its role`() throws {
    let (codebook, findings) = try adapted("id,name\nmid-level-leaders/motivation,Supervisors' drive\n")
    #expect(findings == [])
    #expect(codebook.construct("mid-level-leaders/motivation")?.name == "Supervisors' drive")
    #expect(codebook.construct("mid-level-leaders")?.name == "Mid-level Leaders")
    #expect(codebook.construct("mid-level-leaders/need")?.name == "Mid-level Leaders: Need")
  }

  @Test(arguments: [
    (
      "id,name\nculture,One\nculture,Two\n", "codebook.csv:3:1",
      "'culture' stands in this codebook already, at codebook.csv:2:1", "keep one row"
    ),
    (
      "name,parent\nHumor,Cultur\n", "codebook.csv:2:1", "the parent 'Cultur' of 'Humor' is unknown",
      "did you mean 'Culture'?"
    ),
    (
      "name\nTention for change\n", "codebook.csv:2:1",
      "'Tention for change' is not in CFIR 2022 and has no parent", "did you mean 'Tension for Change'?"
    ),
    ("name,parent,kind\nHumor,Culture,cod\n", "codebook.csv:2:15", "'cod' is no kind of construct", "code"),
    (
      "id,reverse\nculture,perhaps\n", "codebook.csv:2:9", "'perhaps' is neither yes nor no",
      "write yes or no"
    ),
    (
      "id,aliases\nculture,Planning\n", "codebook.csv:2:1",
      "the alias 'Planning' is borne by 'culture' and 'planning'", "keep it for one of them"
    ),
  ])
  func `says what is wrong with a row`(text: String, place: String, message: String, fix: String) throws {
    let finding = try #require(try adapted(text).findings.first)
    #expect(finding.origin.description == place)
    #expect(finding.message == message)
    #expect(finding.fix.contains(fix))
  }

  @Test func `needs an id or a name`() {
    #expect(throws: Finding.self) { try adapted("parent,kind\nculture,code\n") }
  }

  @Test(arguments: [
    ("Physician Champion", "physician-champion"), ("Policies & Laws (2020)", "policies-and-laws-2020"),
    ("Überblick", "überblick"),
  ])
  func `makes slugs of names`(name: String, slug: String) {
    #expect(Construct.slug(name).rawValue == slug)
  }
}
