import CFIRKit
import Foundation

/// Reads a study: a folder with `study.yaml`, that file, or one table of excerpts or ratings.
public struct StudyReader {
  /// The study and all that was found on the way.
  public struct Reading: Sendable {
    /// The study; nothing where an error stands against it.
    public var study: Study?
    /// Errors, warnings and notes in the order in which they were met.
    public var findings: Findings
  }

  private let options: StudyOptions
  private var findings = Findings()

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
    return Reading(study: reader.findings.hasErrors ? nil : study, findings: reader.findings.inFileOrder)
  }

  private init(options: StudyOptions) { self.options = options }

  private mutating func read(_ path: String) throws(Finding) -> Study {
    let place = try StudyPlace(path)
    var file = StudyFile()
    if let yaml = place.yaml, let root = try YAMLNode.read(path: yaml.path, name: yaml.name) {
      file = StudyFile(root, noting: &findings)
    }
    let inputs = try place.inputs(file, noting: &findings)
    var edition = options.edition ?? file.edition
    var study = try read(place, file, inputs, edition ?? .cfir2022)
    if edition == nil, try knowsBetter(.cfir2009, than: .cfir2022, inputs) {
      edition = .cfir2009
      findings = Findings()
      if let yaml = place.yaml, let root = try YAMLNode.read(path: yaml.path, name: yaml.name) {
        file = StudyFile(root, noting: &findings)
      }
      study = try read(place, file, try place.inputs(file, noting: &findings), .cfir2009)
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
    if let participants = inputs.participants {
      study.participants = try ParticipantTable.read(
        participants.open(), organizations: study.organizations, noting: &findings)
    }
    if options.parts.contains(.ratings) { readRatings(inputs.ratings, isClosed: isClosed, into: &study) }
    if !options.parts.isDisjoint(with: [.tally, .words]) {
      readExcerpts(inputs.excerpts, isClosed: isClosed, into: &study)
    }
    study.rule = options.rule ?? file.rule ?? .separation
    study.mixed = options.mixed ?? file.mixed ?? .number
    study.derives = options.derives || file.derive ?? false
    settleRound(file, in: &study)
    settleRater(in: &study)
    settleGroups(file, isClosed: isClosed, in: &study)
    return study
  }

  // MARK: Framework

  /// Whether an edition knows more of the codes and row names than another.
  private func knowsBetter(
    _ edition: Framework.Edition, than other: Framework.Edition, _ inputs: StudyPlace.Inputs
  ) throws(Finding) -> Bool {
    var names: Set<String> = []
    if options.parts.contains(.ratings) {
      for input in inputs.ratings {
        guard let records = try? input.table.open() else { continue }
        var table = TableReader(records)
        let column = table.column("construct", "cfirconstruct", "constructs")
        var ignored = Findings()
        while (try? table.next(noting: &ignored)) == true { names.insert(table.text(column)) }
      }
    }
    if !options.parts.isDisjoint(with: [.tally, .words]) {
      names.formUnion(codes)
    }
    func known(_ edition: Framework.Edition) -> Int {
      let codebook = Codebook(Framework(edition))
      return names.count { name in
        switch codebook.resolve(code: name) {
        case .construct: true
        default: false
        }
      }
    }
    return known(edition) > known(other)
  }

  /// The distinct codes of all excerpt files, as they were read last.
  private var codes: Set<String> = []

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

  // MARK: Ratings

  private mutating func readRatings(
    _ inputs: [StudyPlace.RatingInput], isClosed: Bool, into study: inout Study
  ) {
    let known = Set(study.organizations.map(\.id))
    var places: [[String]: Origin] = [:]
    for input in inputs {
      let contents: RatingTable.Contents
      do throws(Finding) {
        let records = try input.table.open()
        noteEncoding(records.encoding, input.table.name)
        contents = try RatingTable.read(
          records, rater: input.rater, round: input.round, codebook: &study.codebook, noting: &findings)
      } catch {
        findings.add(error)
        continue
      }
      for site in contents.organizations {
        let id = Organization.ID(site.value)
        if isClosed && !known.contains(id) {
          findings.add(unknownOrganization(site.value, at: site.origin, study.organizations))
        } else if !isClosed && !study.organizations.contains(where: { $0.id == id }) {
          study.organizations.append(Organization(id: id))
        }
      }
      for rating in contents.ratings {
        let key = [
          rating.organization.rawValue, rating.construct.rawValue, rating.rater.rawValue, rating.round,
        ]
        if let first = places[key] {
          let round = rating.round.isEmpty ? "" : " in round \(rating.round)"
          findings.add(
            .error(
              at: rating.origin,
              "\(rating.rater) rates '\(rating.organization)' on '\(rating.construct)' twice\(round), first at \(first)",
              fix: "keep one, or give them different rounds"))
          continue
        }
        places[key] = rating.origin
        study.allRatings.append(rating)
      }
      study.labels.merge(contents.labels) { first, _ in first }
    }
  }

  private func unknownOrganization(_ name: String, at origin: Origin, _ organizations: [Organization])
    -> Finding
  {
    .error(
      at: origin, "the organization '\(name)' is not in organizations.csv",
      fix: nearest(name, among: organizations.flatMap { [$0.id.rawValue, $0.name] }).asSuggestion.ifEmpty(
        "add it there"))
  }

  private mutating func settleRound(_ file: StudyFile, in study: inout Study) {
    let rounds = study.allRatings.rounds
    let wanted = options.round.map { Located(value: $0, origin: Origin(file: "--round")) } ?? file.round
    guard let wanted, options.parts.contains(.ratings) else {
      study.round = rounds.count > 1 ? rounds.last : nil
      return
    }
    if rounds.contains(wanted.value) {
      study.round = wanted.value
    } else {
      findings.add(
        .error(
          at: wanted.origin, "there is no rating in round '\(wanted.value)'",
          fix: rounds.allSatisfy(\.isEmpty)
            ? "the ratings have no rounds"
            : "the rounds are \(rounds.map { "'\($0)'" }.joined(separator: ", "))"))
    }
  }

  private mutating func settleRater(in study: inout Study) {
    guard let rater = options.rater else { return }
    study.rater = .init(rater)
    let raters = Set(study.allRatings.map(\.rater)).sorted().map(\.rawValue)
    if !raters.contains(rater) {
      findings.add(
        .error(
          at: Origin(file: "--rater"), "'\(rater)' gave no rating",
          fix: nearest(rater, among: raters).asSuggestion.ifEmpty(
            "the raters are \(raters.joined(separator: ", "))")))
    }
  }

  // MARK: Excerpts

  private mutating func readExcerpts(_ files: [ExcerptFile], isClosed: Bool, into study: inout Study) {
    codes = []
    var fallback: Organization.ID?
    for file in files {
      do throws(Finding) {
        var counter = ExcerptCounter(
          file, codebook: study.codebook, countsPassagesOnce: options.countsPassagesOnce)
        try counter.read(noting: &findings)
        noteEncoding(counter.encoding, file.name)
        noteCodes(counter.codes, counter.rowsByCode, file: file, study.codebook)
        noteUncoded(counter.uncoded, file: file)
        codes.formUnion(counter.codes.map(\.path))
        // One program without any name for it: the study is the case.
        if !isClosed && file.organizationPattern == nil
          && counter.contexts.allSatisfy({ $0.organization.isEmpty && $0.group.isEmpty })
          && study.participants.isEmpty
        {
          fallback = .init(study.title)
        }
        let assignment = SourceAssignment(
          organizations: isClosed ? study.organizations : [], participants: study.participants,
          pattern: file.organizationPattern, fallback: fallback)
        let contexts = counter.contexts
        let informants = contexts.map { place($0, assignment, file: file.name) }
        for informant in informants.compactMap({ $0 }) where !isClosed {
          if !study.organizations.contains(where: { $0.id == informant.organization }) {
            study.organizations.append(Organization(id: informant.organization))
          }
        }
        counter.add(to: &study.tally, informants: informants)
        study.excerptFiles.append(file.name)
        if options.parts.contains(.words) && !findings.hasErrors {
          study.excerpts += try ExcerptReader(file, codebook: study.codebook, assignment: assignment).read()
        }
      } catch {
        findings.add(error)
      }
    }
  }

  private mutating func place(
    _ context: ExcerptCounter.Context, _ assignment: SourceAssignment, file: String
  ) -> EvidenceTally.Informant? {
    do throws(SourceAssignment.Problem) {
      return try assignment.place(
        organization: context.organization, participant: context.participant, group: context.group,
        source: context.source)
    } catch {
      guard !context.source.isEmpty else { return nil }
      switch error {
      case .unknownOrganization(let name):
        findings.add(
          .error(
            at: context.origin,
            "the organization '\(name)' of source '\(context.source)' is not in organizations.csv",
            fix: nearest(name, among: assignment.organizationNames).asSuggestion.ifEmpty("add it there")))
      case .noOrganization:
        findings.add(
          .error(
            at: context.origin, "nothing says which organization the source '\(context.source)' belongs to",
            fix:
              "list it in participants.csv, fill its document group, or give `organization-from:` in study.yaml"
          ))
      case .unknownParticipant(let name):
        findings.add(
          .error(
            at: context.origin, "the participant '\(name)' is not in participants.csv",
            fix: nearest(name, among: assignment.participantNames).asSuggestion.ifEmpty("add a row there")))
      }
      return nil
    }
  }

  private mutating func noteCodes(
    _ codes: [ExcerptCounter.Code], _ rowsByCode: [Int], file: ExcerptFile, _ codebook: Codebook
  ) {
    for (code, rows) in zip(codes, rowsByCode) {
      switch code.resolution {
      case .ambiguous(let constructs):
        findings.add(
          .error(
            at: code.origin, "the code '\(code.path)' is borne by \(constructs.count) constructs",
            fix:
              "write \(constructs.compactMap(codebook.construct).map { "'\(codebook.path($0))'" }.joined(separator: " or "))"
          ))
      case .unmapped:
        let tail = Codebook.steps(code.path).last ?? code.path
        findings.add(
          .warning(
            at: code.origin,
            "the code '\(code.path)' (\(NumberStyle.count(rows, "row"))) matches no construct; it is kept as unmapped",
            fix: nearest(tail, among: codebook.names).asSuggestion.ifEmpty(
              "add it to codebook.csv to count it under a construct")))
      case .construct, .judgement: break
      }
    }
  }

  private mutating func noteUncoded(_ rows: Int, file: ExcerptFile) {
    guard rows > 0 else { return }
    findings.add(
      .warning(
        at: Origin(file: file.name),
        "\(NumberStyle.count(rows, "row has", "rows have")) no code and \(rows == 1 ? "is" : "are") left out",
        fix: "code the passages, or delete the rows"))
  }

  private mutating func noteEncoding(_ encoding: TextEncoding, _ name: String) {
    guard encoding == .windows1252 else { return }
    findings.add(
      Finding(
        .note, at: Origin(file: name), "the file is not UTF-8 and is read as Windows-1252",
        fix: "export it as UTF-8 if letters look wrong"))
  }

  // MARK: Groups

  private mutating func settleGroups(_ file: StudyFile, isClosed: Bool, in study: inout Study) {
    if !options.high.isEmpty || !options.low.isEmpty || !options.middle.isEmpty {
      func flagged(_ names: [String], _ flag: String) -> [Located<String>] {
        names.map { Located(value: $0, origin: Origin(file: flag)) }
      }
      settle(
        StudyFile.Groups(
          high: flagged(options.high, "--high"), middle: flagged(options.middle, "--middle"),
          low: flagged(options.low, "--low")), in: &study)
    } else if let groups = file.groups {
      settle(groups, in: &study)
    } else if let outcome = file.outcome {
      settle(outcome, in: &study)
    }
  }

  private mutating func settle(_ groups: StudyFile.Groups, in study: inout Study) {
    var seen: Set<Organization.ID> = []
    var findings = findings
    let organizations = study.organizations
    func ids(_ names: [Located<String>]) -> [Organization.ID] {
      names.compactMap { name in
        guard
          let organization = organizations.first(where: {
            $0.id.rawValue == name.value || $0.name == name.value
          })
        else {
          findings.add(
            .error(
              at: name.origin, "there is no organization '\(name.value)'",
              fix: nearest(name.value, among: organizations.map(\.id.rawValue)).asSuggestion.ifEmpty(
                "the organizations are \(organizations.map(\.id.rawValue).joined(separator: ", "))")))
          return nil
        }
        guard seen.insert(organization.id).inserted else {
          findings.add(
            .error(
              at: name.origin, "the organization '\(name.value)' is in two groups", fix: "keep it in one"))
          return nil
        }
        return organization.id
      }
    }
    let made = OrganizationGroups(high: ids(groups.high), middle: ids(groups.middle), low: ids(groups.low))
    self.findings = findings
    study.groups = made
  }

  private mutating func settle(_ outcome: StudyFile.Outcome, in study: inout Study) {
    let column = outcome.column
    let attributes = study.organizations.flatMap { $0.attributes.map(\.name) }
    guard attributes.contains(where: { TableReader.key($0) == TableReader.key(column.value) }) else {
      var seen: Set<String> = []
      let names = attributes.filter { seen.insert($0).inserted }
      findings.add(
        .error(
          at: column.origin, "organizations.csv has no column '\(column.value)'",
          fix: nearest(column.value, among: names).asSuggestion.ifEmpty(
            names.isEmpty ? "add it there" : "its further columns are \(names.joined(separator: ", "))")))
      return
    }
    study.outcomeColumn = column.value
    var members: [OrganizationGroups.Group: [Organization.ID]] = [:]
    var outcomes: [Organization.ID: Double] = [:]
    var labels: [Organization.ID: String] = [:]
    for organization in study.organizations {
      guard let text = organization.attribute(column.value) else { continue }
      labels[organization.id] = text
      guard let (value, group) = classify(text, outcome, organization) else { continue }
      outcomes[organization.id] = outcome.isHigherBetter || !outcome.order.isEmpty ? value : -value
      members[group, default: []].append(organization.id)
    }
    study.groups = OrganizationGroups(
      high: members[.high] ?? [], middle: members[.middle] ?? [], low: members[.low] ?? [],
      outcomes: outcomes,
      labels: labels)
  }

  private mutating func classify(
    _ text: String, _ outcome: StudyFile.Outcome, _ organization: Organization
  ) -> (Double, OrganizationGroups.Group)? {
    if !outcome.order.isEmpty {
      let names = outcome.order.map(\.value)
      guard let rank = names.firstIndex(where: { NameKey($0) == NameKey(text) }) else {
        findings.add(
          .error(
            at: outcome.column.origin,
            "the outcome '\(text)' of '\(organization.id)' is not in the order given",
            fix: nearest(text, among: names).asSuggestion.ifEmpty("add it to `order:`")))
        return nil
      }
      let isLast = rank == names.count - 1
      let group: OrganizationGroups.Group = rank == 0 ? .low : isLast ? .high : .middle
      return (Double(rank + 1), group)
    }
    guard let number = Double(text.replacing(",", with: ".")) else {
      findings.add(
        .error(
          at: outcome.column.origin, "the outcome '\(text)' of '\(organization.id)' is not a number",
          fix: "write a number, or list the values under `order:`"))
      return nil
    }
    guard let first = outcome.cuts.first, let last = outcome.cuts.last else { return nil }
    let isTop = number >= last
    let isBottom = number < first
    let group: OrganizationGroups.Group =
      isTop
      ? (outcome.isHigherBetter ? .high : .low) : isBottom ? (outcome.isHigherBetter ? .low : .high) : .middle
    return (number, group)
  }
}
