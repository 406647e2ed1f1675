import ArgumentParser
import CFIRInterchange
import CFIRKit
import Foundation

struct SurveyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "survey",
    abstract: "Score surveys and readiness; put respondents together by organization, where they agree.",
    discussion: """
      Three ways: a STUDY with responses in surveys/; --responses with an --instrument; --responses with --items, which scores \
      the named columns of any table as one scale. --form writes an instrument to fill in.
      """)

  @Argument(help: "A study folder or its study.yaml.")
  var study: String?

  @OptionGroup var responses: ResponseArguments
  @OptionGroup var output: OutputArguments

  func validate() throws {
    if responses.form != nil { return }
    if study != nil && responses.scores != nil {
      throw ValidationError("--scores is for --responses; of a study, --team gives respondents' scores")
    }
    if responses.joint && study == nil {
      throw ValidationError("--joint sets a survey beside the ratings of a STUDY; name one")
    }
    if study == nil && responses.responses == nil {
      throw ValidationError("name a STUDY, or a table with --responses")
    }
    if study != nil && (responses.responses != nil || !responses.items.isEmpty) {
      throw ValidationError("a STUDY says itself where its responses are; leave --responses and --items out")
    }
    if responses.responses != nil && responses.items.isEmpty == (responses.instrument == nil) {
      throw ValidationError("say which columns are items with --items, or what was asked with --instrument")
    }
    if let unknown = responses.reverse.first(where: { !responses.items.contains($0) }) {
      let suggestion = nearest(unknown, among: responses.items).asSuggestion
      throw ValidationError("--reverse names '\(unknown)', which is none of --items; \(suggestion)")
    }
  }

  func run() throws {
    if responses.form != nil {
      try writeForm()
    } else if let path = responses.responses {
      try write(try responses.items.isEmpty ? scored(path) : plain(path))
    } else if let study {
      try write(study)
    }
  }

  private func writeForm() throws {
    let form = InstrumentForm(try responses.readInstrument(Codebook(.cfir2022)), role: responses.role)
    if responses.redcap {
      try output.write(text: form.redcap.csv)
    } else if output.format == .html {
      try output.write(text: form.page)
    } else {
      try output.write(form.answer())
    }
  }

  // MARK: Ways

  private func write(_ path: String) throws {
    var options = StudyOptions(words: responses.joint ? .all : .none)
    options.surveys = responses.options
    options.surveys?.keepsScores = responses.team && !responses.noScores
    let reading = StudyReader.read(path, options: options)
    Messages.print(reading.findings)
    guard let study = reading.study else { throw ExitCode.failure }
    let wanted = responses.instrument
    let surveys = study.surveys.filter { survey in
      wanted.map { survey.instrument.id.rawValue == $0 } ?? (!responses.joint || survey.asksAboutConstructs)
    }
    guard var survey = surveys.first, surveys.count == 1 else {
      let names = study.surveys.map(\.instrument.id.rawValue).joined(separator: ", ")
      Messages.error(
        study.surveys.isEmpty
          ? "\(path): error: there are no survey responses; put a table into surveys/, or name it in study.yaml"
          : "\(path): error: there are \(study.surveys.count) surveys; say --instrument with one of \(names)")
      throw ExitCode.failure
    }
    survey.missing = responses.missing
    survey.minimumCell = responses.team ? 0 : responses.minimumCell ?? study.minimumCell
    try output.write(
      responses.joint ? study.jointAnswer(survey, onlyCleared: !responses.team) : survey.answer())
  }

  private func plain(_ path: String) throws -> ResponseReading {
    var table = ItemTable(path: path, items: responses.items)
    table.reversed = Set(responses.reverse)
    table.range = responses.range
    return try responses.reading(table.scales) { options, passOn throws(Finding) in
      try table.read(options, passOn: passOn)
    }
  }

  private func scored(_ path: String) throws -> ResponseReading {
    let codebook = Codebook(.cfir2022)
    let instrument = try responses.readInstrument(codebook)
    let scales = instrument.scoredScales(by: codebook, withItems: true)
    var reading = try responses.reading(scales) { options, passOn throws(Finding) in
      try ResponseReader.read(
        path: path, instrument: instrument, scales: scales, options: options, passOn: passOn)
    }
    reading.survey.title = "\(instrument.title): \(path)"
    reading.survey.edition = codebook.framework.edition
    return reading
  }

  private func write(_ reading: ResponseReading) throws {
    Messages.print(reading.findings)
    if reading.findings.hasErrors { throw ExitCode.failure }
    var survey = reading.survey
    survey.missing = responses.missing
    survey.minimumCell = responses.minimumCell ?? 0
    try output.write(survey.answer())
  }
}
