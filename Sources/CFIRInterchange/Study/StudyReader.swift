import CFIRKit
import CFIRStore
import Foundation

/// Reads a study: a folder with `study.yaml`, that file, or one table of excerpts or ratings.
public struct StudyReader {
  /// The study and all that was found on the way.
  public struct Reading: Sendable {
    /// The study; nothing where an error stands against it.
    public var study: Study?
    /// Errors, warnings and notes in the order in which they were met.
    public var findings: Findings
    /// What each excerpt file gave, and what was left of it.
    public var imports: [ImportAccount]
    /// The files that were read.
    var inputs: StudyPlace.Inputs?
    /// What programs know of the documents beside what is coded in them.
    var variables: DocumentVariables
    /// Where the study's ledger lies or would lie; nothing for a lone table.
    public internal(set) var ledger: LedgerFile?
    /// Whether the study lists its organizations, so that others are errors.
    public internal(set) var listsOrganizations = false
  }

  let options: StudyOptions
  var findings = Findings()
  /// The distinct codes of all excerpt files, as they were read last.
  var codes: Set<String> = []
  var imports: [ImportAccount] = []
  private var inputs: StudyPlace.Inputs?
  private var variables = DocumentVariables()
  private var ledgerFile: LedgerFile?
  private var ledger: Ledger?
  private var listsOrganizations = false

  /// Reads a study.
  ///
  /// - Parameters:
  ///   - path: A study folder, its `study.yaml`, or one table of excerpts or ratings.
  ///   - options: What is needed, and what overrides the study's own words.
  /// - Returns: The study, where nothing stands against it, and all findings.
  public static func read(_ path: String, options: StudyOptions = StudyOptions()) -> Reading {
    var reader = StudyReader(options: options)
    var study: Study?
    do throws(Finding) {
      study = try reader.read(path)
    } catch {
      reader.findings.add(error)
    }
    return Reading(
      study: reader.findings.hasErrors ? nil : study, findings: reader.findings.inFileOrder,
      imports: reader.imports, inputs: reader.inputs, variables: reader.variables,
      ledger: reader.ledgerFile, listsOrganizations: reader.listsOrganizations)
  }

  init(options: StudyOptions) { self.options = options }

  private mutating func read(_ path: String) throws(Finding) -> Study {
    let place = try StudyPlace(path)
    var file = StudyFile()
    if let yaml = place.yaml, let root = try YAMLNode.read(path: yaml.path, name: yaml.name) {
      file = StudyFile(root, noting: &findings)
    }
    let inputs = try place.inputs(file, noting: &findings)
    self.inputs = inputs
    ledgerFile = place.ledger
    ledger = readLedger(ledgerFile)
    let edition = options.edition ?? file.edition
    let before = findings
    var study = try read(place, file, inputs, edition ?? .cfir2022)
    if edition == nil, Framework.Edition.knowingMost(of: names(in: inputs)) == .cfir2009 {
      findings = before
      imports = []
      study = try read(place, file, inputs, .cfir2009)
    }
    if options.edition == nil && file.edition == nil && !findings.hasErrors {
      findings.add(
        Finding(
          .note, at: Origin(file: place.name),
          "no framework is named; \(study.codebook.framework.title) knows most of the constructs and is used",
          fix: "say --framework or `framework:` to choose"))
    }
    return study
  }

  private mutating func read(
    _ place: StudyPlace, _ file: StudyFile, _ inputs: StudyPlace.Inputs, _ edition: Framework.Edition
  ) throws(Finding) -> Study {
    var study = Study(title: file.title ?? place.title, codebook: Codebook(Framework(edition)))
    try readCodebook(inputs.codebook, into: &study)
    readConstructs(file.constructs, into: &study)
    if let organizations = inputs.organizations {
      study.organizations = try OrganizationTable.read(organizations.open(), noting: &findings)
    }
    let isClosed = !study.organizations.isEmpty
    listsOrganizations = isClosed
    if let participants = inputs.participants {
      study.participants = try ParticipantTable.read(
        participants.open(), organizations: study.organizations, noting: &findings)
    }
    readRatings(inputs.ratings, isClosed: isClosed, into: &study)
    if let ledger, let ledgerFile { join(ledger, in: ledgerFile.name, isClosed: isClosed, to: &study) }
    variables = readVariables(inputs.variables)
    readExcerpts(inputs.excerpts, variables: variables, isClosed: isClosed, into: &study)
    study.rule = options.rule ?? file.rule ?? .separation
    study.mixed = options.mixed ?? file.mixed ?? .number
    study.derives = options.derives || file.derive ?? false
    study.calibration = file.calibration ?? CalibrationRecipe()
    study.calibration.mixed = options.mixed ?? study.calibration.mixed
    settleRound(file, in: &study)
    settleRater(in: &study)
    settleGroups(file, isClosed: isClosed, in: &study)
    if let plan = inputs.plan {
      study.plan = try ActionPlan.read(
        TableReader(plan.open()), organizations: study.organizations, noting: &findings)
    }
    study.minimumCell = file.minimumCell ?? study.minimumCell
    if let surveys = options.surveys { readSurveys(inputs.surveys, surveys, into: &study) }
    settleConfigurations(file, in: &study)
    return study
  }

  // MARK: Framework

  /// The codes and row names of all inputs, by which the edition is found.
  private func names(in inputs: StudyPlace.Inputs) -> Set<String> {
    var names = codes.union((ledger?.cells ?? []).map(\.construct.rawValue))
    for input in inputs.ratings {
      guard let records = try? input.table.open() else { continue }
      var table = TableReader(records)
      let column = RatingTable.constructColumn(table)
      var ignored = Findings()
      while (try? table.next(noting: &ignored)) == true { names.insert(table.text(column)) }
    }
    return names
  }

  private mutating func readCodebook(_ input: StudyPlace.CodebookInput?, into study: inout Study)
    throws(Finding)
  {
    guard let input else { return }
    let rows: [CodebookTable.Row]
    switch input {
    case .shipped(let name):
      rows = try CodebookTable.read(text: name.text, file: name.rawValue + ".csv", noting: &findings)
    case .file(let file):
      rows = try CodebookTable.read(TableReader(file.open()), noting: &findings)
    }
    study.codebook.adapt(rows, noting: &findings)
  }

  private mutating func readConstructs(_ names: [Located<String>], into study: inout Study) {
    for name in names {
      switch study.codebook.match(name.value) {
      case .found(let construct) where construct.kind.isRated: study.constructs.append(construct.id)
      case .found(let construct):
        findings.add(
          .error(
            at: name.origin, "'\(name.value)' is a \(construct.kind.rawValue), which is never rated",
            fix: "list its constructs"))
      case .ambiguous(let constructs):
        findings.add(
          .error(
            at: name.origin, "'\(name.value)' is borne by \(constructs.count) constructs",
            fix: "write \(constructs.map { "'\($0.id)'" }.joined(separator: " or "))"))
      case .none:
        findings.add(
          .error(
            at: name.origin, "'\(name.value)' is not in \(study.codebook.framework.title)",
            fix: nearest(name.value, among: study.codebook.names).asSuggestion.ifEmpty(
              "add it to the codebook")))
      }
    }
  }
}
