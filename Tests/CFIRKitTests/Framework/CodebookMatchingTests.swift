import CFIRKit
import Testing

struct CodebookMatchingTests {
  private static let codebooks = [
    Framework.Edition.cfir2022: Codebook(.cfir2022), .cfir2009: Codebook(.cfir2009),
  ]

  private func found(_ written: String, in edition: Framework.Edition) -> Construct.ID? {
    guard case .found(let construct) = Self.codebooks[edition]?.match(written) else { return nil }
    return construct.id
  }

  @Test(arguments: Framework.Edition.allCases)
  func `finds every construct by id, number, and path`(edition: Framework.Edition) {
    let codebook = Codebook(Framework(edition))
    for construct in codebook.constructs {
      #expect(found(construct.id.rawValue, in: edition) == construct.id)
      #expect(found(construct.number, in: edition) == construct.id)
      #expect(found(codebook.path(construct), in: edition) == construct.id)
      if construct.kind != .subdomain {
        let steps = Codebook.steps(codebook.path(construct))
        let numbered = steps.dropLast() + ["\(construct.number). \(steps.last ?? "")"]
        #expect(found(numbered.joined(separator: " > "), in: edition) == construct.id)
      }
    }
  }

  @Test(arguments: [
    // Names without regard to case, punctuation, `&`, and blanks.
    ("Culture", "culture"), ("CULTURE", "culture"), ("tension for change", "tension-for-change"),
    ("Tension-for-Change", "tension-for-change"), ("Policies and Laws", "policies-and-laws"),
    ("Policies & Laws", "policies-and-laws"), ("POLICIES &  LAWS.", "policies-and-laws"),
    ("Innovation Evidence Base", "innovation-evidence-base"), ("  Culture\u{A0}", "culture"),
    ("learning centeredness", "learning-centeredness"),
    // Numbers.
    ("III.D.4", "learning-centeredness"), ("iii.d.4", "learning-centeredness"),
    ("III.D.4.", "learning-centeredness"),
    ("IV.Roles.B", "mid-level-leaders"),
    // Leading numbering, published or not.
    ("III.D Culture", "culture"), ("III.D. Culture", "culture"), ("3. Culture", "culture"),
    ("(4) Culture", "culture"),
    ("2.1) Culture", "culture"), ("III. Inner Setting", "inner-setting"), ("12 Culture", "culture"),
    // Aliases, and names of 2009 that kept their meaning.
    ("IT Infrastructure", "information-technology-infrastructure"),
    ("Cosmopolitanism", "partnerships-and-connections"),
    ("Complexity (reverse rated)", "innovation-complexity"), ("Learning Climate", "learning-centeredness"),
    // A name that a domain bears as well is the domain's.
    ("Innovation", "innovation"),
    // Paths match by their tail, whatever separates them.
    ("CFIR > Inner Setting > Culture", "culture"), ("CFIR\\Inner Setting\\Culture", "culture"),
    ("CFIR/Inner Setting/Culture", "culture"), ("CFIR::Inner Setting::Culture", "culture"),
    ("Inner Setting: Culture", "culture"), ("Anything at all > Culture", "culture"),
    ("3. Inner Setting > 3.4 Culture", "culture"),
    ("Innovation > Source", "innovation-source"), ("Innovation > Cost", "innovation-cost"),
    ("External Pressure > Market Pressure", "market-pressure"),
    // Names that several bear are told apart by what stands before them.
    ("Engaging > Innovation Deliverers", "engaging-innovation-deliverers"),
    (
      "Implementation Process > Assessing Needs > Innovation Deliverers",
      "assessing-needs-innovation-deliverers"
    ),
    ("Individuals > Roles > Innovation Deliverers", "innovation-deliverers"),
    ("Individuals: Roles", "individuals-roles"),
    ("Reflecting and Evaluating > Innovation", "reflecting-and-evaluating-innovation"),
    // A role and a characteristic are their pair, in either order.
    ("mid-level-leaders/motivation", "mid-level-leaders/motivation"),
    ("Mid-level Leaders > Motivation", "mid-level-leaders/motivation"),
    ("Motivation > Mid-level Leaders", "mid-level-leaders/motivation"),
    ("CFIR > Individuals > Characteristics > Motivation > Mid-level Leaders", "mid-level-leaders/motivation"),
    ("Individuals > Roles > Innovation Deliverers > Capability", "innovation-deliverers/capability"),
    ("Innovation Recipients: Need", "innovation-recipients/need"),
    ("Opportunity/Opinion Leaders", "opinion-leaders/opportunity"),
  ])
  func `finds the construct of 2022 that is meant`(written: String, id: String) {
    #expect(found(written, in: .cfir2022)?.rawValue == id)
  }

  @Test(arguments: [
    ("Evidence Strength and Quality", "c09-evidence-strength-and-quality"),
    ("Complexity (reverse rated)", "c09-complexity"), ("Tension for change", "c09-tension-for-change"),
    ("Knowledge and beliefs about the intervention", "c09-knowledge-and-beliefs"),
    ("Readiness for Implementation > Leadership Engagement", "c09-leadership-engagement"),
    ("Key Stakeholders", "c09g-key-stakeholders"), ("III.E.1", "c09-leadership-engagement"),
  ])
  func `finds the construct of 2009 that is meant`(written: String, id: String) {
    #expect(found(written, in: .cfir2009)?.rawValue == id)
  }

  @Test(arguments: [
    (
      "Innovation Deliverers",
      ["innovation-deliverers", "assessing-needs-innovation-deliverers", "engaging-innovation-deliverers"]
    ),
    (
      "innovation recipients",
      ["innovation-recipients", "assessing-needs-innovation-recipients", "engaging-innovation-recipients"]
    ),
    (
      "Codes > Innovation Deliverers",
      ["innovation-deliverers", "assessing-needs-innovation-deliverers", "engaging-innovation-deliverers"]
    ),
  ])
  func `asks for the parent of a name that several constructs bear`(written: String, ids: [String]) {
    guard case .ambiguous(let constructs) = Codebook(.cfir2022).match(written) else {
      Issue.record("'\(written)' is not ambiguous")
      return
    }
    #expect(Set(constructs.map(\.id.rawValue)) == Set(ids))
  }

  @Test(arguments: ["Weather", "", "Cultures of yoghurt", "Inner Setting > Weather", "III.Z"])
  func `finds nothing for what no construct is called`(written: String) {
    guard case .none = Codebook(.cfir2022).match(written) else {
      Issue.record("'\(written)' is found")
      return
    }
  }

  @Test func `a pair takes its parts from its role and its characteristic`() throws {
    let codebook = Codebook(.cfir2022)
    let pair = try #require(codebook.construct("high-level-leaders/motivation"))
    #expect(pair.kind == .roleCharacteristic && pair.kind.isRated)
    #expect(pair.name == "High-level Leaders: Motivation")
    #expect(pair.domain == "individuals")
    #expect(codebook.domain(of: pair.id)?.name == "Individuals")
    #expect(codebook.position("high-level-leaders") < codebook.position(pair.id))
    #expect(codebook.position(pair.id) < codebook.position("mid-level-leaders"))
    #expect(codebook.construct("motivation/high-level-leaders") == nil)
  }

  @Test(arguments: [
    ("Cultur", "Culture"), ("Clture", "Culture"), ("Tension for Chnage", "Tension for Change"),
    ("Compatability", "Compatibility"),
  ])
  func `suggests the nearest name`(written: String, name: String) {
    #expect(nearest(written, among: Codebook(.cfir2022).names) == name)
  }

  @Test func `suggests nothing that is far from what was written`() {
    #expect(nearest("Weather", among: Codebook(.cfir2022).names) == nil)
    #expect(nearest("abc", among: ["xyz", "ayz"]) == nil)
    // One edit for each three letters.
    #expect(nearest("abcdef", among: ["abcdXX"]) == "abcdXX")
    #expect(nearest("abcdef", among: ["abcXXX"]) == nil)
  }

  @Test(arguments: [
    ("", "", 0), ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "ab", 1), ("abc", "acb", 1),
    ("kitten", "sitting", 3),
  ])
  func `counts the edits between two names`(first: String, second: String, edits: Int) {
    // kitten and sitting: Levenshtein's own distance, as textbooks give it; a swap of neighbours is one edit.
    #expect(NameKey(first).distance(to: NameKey(second)) == edits)
    #expect(NameKey(second).distance(to: NameKey(first)) == edits)
  }

  @Test(arguments: [
    ("I", "i"), ("Innovation", "innovation"), ("vi", "vi"), ("x-ray", "xray"), ("IV Access", "ivaccess"),
    ("Ünïted", "united"), ("3", "3"), ("2022", "2022"),
  ])
  func `keeps what only looks like numbering`(name: String, same: String) {
    #expect(NameKey(name) == NameKey(same))
    #expect(!NameKey(name).text.isEmpty)
  }
}
