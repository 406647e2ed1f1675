import CFIRKit

extension StudyReader {
  mutating func readSurveys(
    _ inputs: [StudyPlace.SurveyInput], _ options: ResponseOptions, into study: inout Study
  ) {
    for input in inputs {
      do throws(Finding) {
        guard let survey = try readSurvey(input, options, in: study) else { continue }
        study.surveys.append(survey)
        // A study that has nothing else learns its organizations here.
        if study.organizations.isEmpty {
          study.organizations = survey.tally.organizations.map { Organization(id: $0.id) }
        }
      } catch {
        findings.add(error)
      }
    }
  }

  private mutating func readSurvey(
    _ input: StudyPlace.SurveyInput, _ options: ResponseOptions, in study: Study
  ) throws(Finding) -> Survey? {
    let before = findings.all.count
    let instrument = try instrument(input, by: study.codebook)
    // An instrument with errors in it would find the same again in every answer.
    if findings.all.dropFirst(before).contains(where: { $0.severity == .error }) { return nil }
    let codebook = instrument.isShipped ? Codebook(.cfir2022) : study.codebook
    var options = options
    options.organizations = study.organizations
    options.needsOrganization = study.organizations.count > 1
    let reading = try ResponseReader.read(
      path: input.table.path, name: input.table.name, instrument: instrument.value,
      scales: instrument.value.scoredScales(by: codebook, withItems: true), options: options)
    for finding in reading.findings.all { findings.add(finding) }
    var survey = reading.survey
    if options.readsEarlierRound, let place = survey.rounds.firstIndex(where: { $0 == survey.round }),
      place > 0
    {
      options.round = survey.rounds[place - 1]
      let earlier = try ResponseReader.read(
        path: input.table.path, name: input.table.name, instrument: instrument.value,
        scales: survey.tally.scales, options: options)
      for finding in earlier.findings.all { findings.add(finding) }
      survey.earlier = Survey.Earlier(round: survey.rounds[place - 1], tally: earlier.survey.tally)
    }
    survey.title = "\(study.title): \(instrument.value.title)"
    survey.edition = codebook.framework.edition
    survey.minimumCell = study.minimumCell
    survey.names = Dictionary(
      study.organizations.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    return survey
  }

  /// What was asked: what the study says, else the shipped instrument that knows most of the columns.
  private mutating func instrument(_ input: StudyPlace.SurveyInput, by codebook: Codebook) throws(Finding)
    -> (value: Instrument, isShipped: Bool)
  {
    if let name = input.instrument {
      do throws(Finding) {
        let isShipped = ShippedInstrument(rawValue: name.value) != nil
        return (try InstrumentFile.read(name.value, by: codebook, noting: &findings), isShipped)
      } catch {
        throw error.origin.line == nil ? .error(at: name.origin, error.message, fix: error.fix) : error
      }
    }
    var known: [(instrument: Instrument, count: Int)] = []
    let names = try itemNames(input.table)
    for shipped in ShippedInstrument.allCases {
      let instrument = try InstrumentTable.read(shipped)
      known.append((instrument, instrument.items.count { names.contains(TableReader.key($0.id.rawValue)) }))
    }
    guard let best = known.max(by: { $0.count < $1.count }), best.count > 0 else {
      throw .error(
        at: Origin(file: input.table.name, line: 1), "no shipped instrument has items of these names",
        fix: "name the instrument in study.yaml: `surveys: [{path: …, instrument: …}]`")
    }
    // The two readiness instruments ask the same items in other words.
    if known.count(where: { $0.count == best.count }) > 1 || best.count < best.instrument.items.count {
      findings.add(
        Finding(
          .note, at: Origin(file: input.table.name, line: 1),
          "the columns are taken for those of '\(best.instrument.id)'",
          fix: "say `instrument:` in study.yaml if they are not"))
    }
    return (best.instrument, true)
  }

  /// The keys that can be items: the columns or, in a long table, what its item column says.
  private func itemNames(_ file: StudyPlace.File) throws(Finding) -> Set<String> {
    var table = try TableReader(file.open())
    guard let item = table.column("item", "question"), table.column("answer", "response", "value") != nil
    else {
      return Set(table.header.map(TableReader.key))
    }
    var names: Set<String> = []
    var ignored = Findings()
    while try table.next(noting: &ignored) { names.insert(TableReader.key(table.text(item))) }
    return names
  }
}
