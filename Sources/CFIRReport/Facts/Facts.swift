import CFIRKit

/// What the sections tell, worked out once: what a sentence counts is what a table shows.
struct Facts: Sendable {
  let study: Study
  /// Warnings and notes, their files named from the study's folder.
  let findings: [Finding]
  let matrix: RatingMatrix
  let comparison: Comparison?
  let influences: [Influence]
  /// How far the raters agreed before any consensus; nothing where fewer than two rated.
  let agreement: AgreementAccount?
  /// Which combinations of constructs go with the outcome; nothing where there is none.
  let crossCase: CrossCaseAnalysis?
  /// The first survey on constructs; nothing where none was answered.
  let survey: Survey?
  /// Survey and ratings side by side; nothing where one of the two is not there.
  let joint: JointDisplay?
  /// The cells that the team settled although its raters had differed, worst first.
  let differences: [Disagreement]
  let evidence: [Construct.ID: [Organization.ID: CellEvidence]]
  let excerpts: ExcerptShelf
  let names: Names
  let anchors: Anchors
  /// The case memos' entries, organization by organization in the matrix' order.
  let entries: [MemoEntry]
  /// Whether the memos would say more than the matrix does.
  let hasMemos: Bool
  private let entered: Set<String>

  init(_ study: Study, findings: [Finding]) {
    self.study = study
    self.findings = StudyPaths(study, findings).shortened(findings)
    matrix = study.matrix()
    comparison = study.comparison()
    influences = matrix.influences(mixed: study.mixed)
    agreement = study.agreementBeforeConsensus(.report)
    crossCase = study.crossCaseAnalysis()
    survey = study.surveys.first(where: \.asksAboutConstructs)
    joint =
      matrix.allCells.isEmpty
      ? nil : survey.map { [matrix] in JointDisplay($0, matrix, codebook: study.codebook) }
    differences = study.differencesBeforeConsensus(in: matrix)
    evidence = study.tally.evidence()
    excerpts = ExcerptShelf(study.excerpts)
    names = Names(study)
    let constructs = study.memoConstructs(matrix, evidence)
    anchors = Anchors(matrix.organizations.map(\.id), constructs.map(\.id), study.excerpts.map(\.id))
    var entries: [MemoEntry] = []
    for organization in matrix.organizations {
      for construct in constructs {
        let entry = MemoEntry(
          organization: organization.id, construct: construct, cell: matrix[construct.id, organization.id],
          evidence: evidence[construct.id]?[organization.id], excerpts: excerpts)
        if let entry { entries.append(entry) }
      }
    }
    self.entries = entries
    hasMemos = entries.contains(where: \.saysMore)
    let anchors = anchors
    entered = Set(entries.map { anchors.entry($0.organization, $0.construct.id) })
  }

  /// The organizations in the order in which they are shown.
  var organizations: [Organization] { matrix.organizations }

  /// Whether there is but one organization, so that nothing can be compared.
  var isSingleCase: Bool { organizations.count == 1 }

  /// Whether any excerpt was read with its words.
  var hasWords: Bool { !study.excerpts.isEmpty }

  /// Whether surveys are all that there is.
  var isSurveyAlone: Bool { survey != nil && matrix.allCells.isEmpty && !hasEvidence }

  /// Whether anything was coded.
  var hasEvidence: Bool { study.tally.rows > 0 || hasWords }

  /// The entries of an organization's memo.
  func memo(_ organization: Organization.ID) -> [MemoEntry] {
    entries.filter { $0.organization == organization }
  }

  /// A link to the words behind a cell; plain text where there is no memo.
  func link(_ organization: Organization.ID, _ construct: Construct.ID, _ text: String) -> HTML {
    let anchor = anchors.entry(organization, construct)
    return hasMemos && entered.contains(anchor) ? .link(anchor, text) : .text(text)
  }

  /// A link to an organization's memo; plain text where there is none.
  func link(_ organization: Organization.ID) -> HTML {
    let short = names.short(organization)
    return hasMemos ? .link(anchors.memo(organization), short) : .text(short)
  }

  /// Constructs under their domains, in framework order; a construct without a known domain stands under an empty name.
  func byDomain(_ constructs: [Construct]) -> [(domain: String, constructs: [Construct])] {
    var groups: [(domain: String, constructs: [Construct])] = []
    for construct in constructs {
      let domain = study.codebook.domain(of: construct.id)?.name ?? ""
      if groups.last?.domain == domain {
        groups[groups.count - 1].constructs.append(construct)
      } else {
        groups.append((domain, [construct]))
      }
    }
    return groups
  }
}
