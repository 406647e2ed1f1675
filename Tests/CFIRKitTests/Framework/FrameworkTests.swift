import CFIRKit
import Testing

struct FrameworkTests {
  @Test func `the edition of 2022 has 5 domains, 48 constructs and 19 subconstructs`() {
    // Source: Damschroder et al., Implementation Science 2022;17:75, abstract: "48 constructs and 19 subconstructs".
    let kinds = Framework.cfir2022.constructs.map(\.kind)
    #expect(kinds.count { $0 == .domain } == 5)
    #expect(kinds.count { [.construct, .role, .characteristic].contains($0) } == 48)
    #expect(kinds.count { $0 == .subconstruct } == 19)
    #expect(kinds.count { $0 == .role } == 9)
    #expect(kinds.count { $0 == .characteristic } == 4)
    #expect(kinds.count { $0 == .subdomain } == 2)
    #expect(kinds.count == 5 + 2 + 48 + 19)
  }

  @Test func `the edition of 2009 has 5 domains and 39 constructs and subconstructs`() {
    // Source: Damschroder et al., Implementation Science 2009;4:50, table 1; two more stand in the guide of its website.
    let kinds = Framework.cfir2009.constructs.map(\.kind)
    #expect(kinds.count { $0 == .domain } == 5)
    #expect(kinds.count { $0 == .construct || $0 == .subconstruct } == 39)
    #expect(kinds.count { $0 == .guideAddition } == 2)
    #expect(kinds.count == 5 + 39 + 2)
  }

  @Test(arguments: [
    (
      Framework.Edition.cfir2022,
      [
        "Innovation": 8, "Outer Setting": 10, "Inner Setting": 21, "Individuals": 13,
        "Implementation Process": 15,
      ]
    ),
    (
      .cfir2009,
      [
        "Intervention Characteristics": 8, "Outer Setting": 4, "Inner Setting": 14,
        "Characteristics of Individuals": 5, "Process": 8,
      ]
    ),
  ])
  func `each domain holds what was published`(edition: Framework.Edition, counts: [String: Int]) {
    // Counted in the tables of the two papers, constructs and subconstructs together.
    let codebook = Codebook(Framework(edition))
    let published = codebook.rated.filter { $0.kind != .guideAddition }
    let found = Dictionary(grouping: published) { codebook.domain(of: $0.id)?.name ?? "none" }.mapValues(
      \.count)
    #expect(found == counts)
    #expect(codebook.domains.count == 5)
  }

  @Test(arguments: Framework.Edition.allCases)
  func `every construct has what coders and interviewers need`(edition: Framework.Edition) {
    for construct in Framework(edition).constructs {
      #expect(!construct.name.isEmpty && !construct.number.isEmpty, "\(construct.id)")
      #expect(!construct.definition.isEmpty, "\(construct.id) has no definition")
      if construct.kind.isRated {
        #expect(!construct.include.isEmpty, "\(construct.id) does not say what to code here")
        #expect(!construct.exclude.isEmpty, "\(construct.id) does not say what to code elsewhere")
        #expect(construct.question.contains("?"), "\(construct.id) has no question")
      }
    }
  }

  @Test(arguments: Framework.Edition.allCases)
  func `ids and numbers are unique, and every parent stands before its parts`(edition: Framework.Edition) {
    let constructs = Framework(edition).constructs
    #expect(Set(constructs.map(\.id)).count == constructs.count)
    #expect(Set(constructs.map(\.number)).count == constructs.count)
    var seen: Set<Construct.ID> = []
    for construct in constructs {
      #expect(construct.parent.map(seen.contains) ?? (construct.kind == .domain), "\(construct.id)")
      seen.insert(construct.id)
      #expect(seen.contains(construct.domain))
    }
  }

  @Test(arguments: Framework.Edition.allCases)
  func `only complexity is rated in reverse`(edition: Framework.Edition) {
    let reversed = Framework(edition).constructs.filter(\.isReverseRated)
    #expect(reversed.map(\.name).allSatisfy { $0.contains("Complexity") })
    #expect(reversed.count == 1)
  }

  @Test(arguments: Framework.Edition.allCases)
  func `no alias is another construct's name or alias`(edition: Framework.Edition) {
    let codebook = Codebook(Framework(edition))
    for construct in codebook.constructs {
      for alias in construct.aliases {
        guard case .found(let found) = codebook.match(alias) else {
          Issue.record("the alias '\(alias)' of \(construct.id) finds nothing or several")
          continue
        }
        #expect(found.id == construct.id, "\(alias)")
      }
    }
  }

  @Test func `no domain and no team's code is rated`() {
    let unrated = Construct.Kind.allCases.filter { !$0.isRated }
    #expect(unrated == [.domain, .subdomain, .code])
  }
}
