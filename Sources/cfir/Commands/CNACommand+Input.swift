import ArgumentParser
import CFIRInterchange
import CFIRKit
import CFIRStatistics
import Foundation

extension CNACommand {
  /// The cases, and what is asked to be explained; nothing where that is everything.
  func read() throws -> (source: CoincidenceSource, outcomes: [FactorValue]) {
    if FileManager.default.fileExists(atPath: study) && !CaseTableFile.isTable(study) {
      return try readStudy()
    }
    let file = FactorTableFile(study)
    Messages.print(file.findings)
    guard var table = file.table else { throw ExitCode.failure }
    if !conditions.isEmpty {
      let names = conditions + outcome.map(Self.factorName)
      table = table.keeping(Set(try names.map { try factor($0, table) }))
    }
    let outcomes = try outcome.flatMap { try values($0, table) }
    for value in outcomes where table.kind != .multiValue && value.value == 0 {
      let name = table.factors[value.factor].name
      Messages.error("\(study): note: the outcome is the absence of \(name); write \(name) for its presence")
    }
    return (CoincidenceSource(title: file.title, table: table), outcomes)
  }

  /// A study's outcome goes by its name as the study writes it, with `~` before it for its absence.
  private func readStudy() throws -> (source: CoincidenceSource, outcomes: [FactorValue]) {
    guard outcome.count < 2 else { throw failure("a study is analysed for one outcome; name one") }
    var options = StudyOptions(words: .none)
    options.edition = framework
    ratings.apply(to: &options)
    mixed.apply(to: &options)
    let reading = StudyReader.read(study, options: options)
    Messages.print(reading.findings)
    guard var read = reading.study else { throw ExitCode.failure }
    if let mixed = mixed.mixed { read.calibration.mixed = mixed }
    let usual = read.groups == nil ? nil : read.outcomeColumn ?? "outcome"
    guard let name = outcome.first.map(Self.factorName) ?? usual else {
      throw failure("no outcome is named; say --outcome NAME")
    }
    let columns = read.caseColumns()
    let cases: FactoredCases
    do throws(Findings) {
      cases = try FactoredCases(columns, conditions: conditions, outcome: name, by: read.calibration)
    } catch {
      Messages.print(error)
      throw ExitCode.failure
    }
    let source = CoincidenceSource(
      title: columns.title, table: cases.table, framework: columns.framework, notes: cases.notes)
    return (source, try studyOutcomes(cases.table))
  }

  /// The values of a study's outcome, its last factor, that are asked about.
  private func studyOutcomes(_ table: FactorTable) throws -> [FactorValue] {
    let place = table.factors.count - 1
    let asked = outcome.first ?? ""
    if table.kind != .multiValue { return [FactorValue(factor: place, value: asked.hasPrefix("~") ? 0 : 1)] }
    return try values(table.factors[place].name + asked.drop { $0 != "=" }, table)
  }

  /// The factor of `X`, `~X` or `X=2`.
  private static func factorName(_ outcome: String) -> String {
    String(outcome.drop { $0 == "~" }.prefix { $0 != "=" })
  }

  /// A factor value, or all values of a factor that has several.
  private func values(_ text: String, _ table: FactorTable) throws -> [FactorValue] {
    if let value = try? FormulaNotation(table).value(text) { return [value] }
    let factor = try factor(Self.factorName(text), table)
    let (name, values) = (table.factors[factor].name, table.factors[factor].values)
    if table.kind != .multiValue {
      if text.hasPrefix("~") { return [FactorValue(factor: factor, value: 0)] }
      throw failure("'\(text)': the table's factors are present (\(name)) or absent (\(name.lowercased()))")
    }
    if table.factor(named: text) == factor { return values.map { FactorValue(factor: factor, value: $0) } }
    throw failure(
      "'\(text)' is no value that occurs; \(name) is \(NumberStyle.list(values.map(String.init)))")
  }

  /// A factor by its name.
  func factor(_ name: String, _ table: FactorTable) throws -> Int {
    if let factor = table.factor(named: name) { return factor }
    throw unknown(name, table)
  }

  /// What may be a cause of what.
  func ordering(_ text: String, _ table: FactorTable) throws -> CausalOrdering {
    do throws(CausalOrdering.Problem) {
      return try CausalOrdering(text, of: table, isStrict: strict)
    } catch {
      switch error {
      case .unknown(let name): throw unknown(name, table)
      case .twice(let name): throw failure("'\(name)' stands twice in the ordering; give it one level")
      case .blank: throw failure("the ordering '\(text)' has an empty place; write it as A,B<C")
      }
    }
  }

  private func unknown(_ name: String, _ table: FactorTable) -> ExitCode {
    let names = table.factors.map(\.name)
    return failure(
      "there is no factor '\(name)'; "
        + nearest(name, among: names).asSuggestion.ifEmpty("there are \(NumberStyle.list(names))"))
  }

  /// Says what is wrong with the question.
  func failure(_ message: String) -> ExitCode {
    Messages.error("\(study): error: \(message)")
    return .failure
  }
}
