import ArgumentParser
import CFIRInterchange
import CFIRKit
import CFIRReport
import Foundation

extension ConversionTarget: ExpressibleByArgument {}

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Between formats; says what was taken, what was left, and why.",
    discussion: """
      IN is a study, an export or project of a QDA program, a codebook, ratings, or the name of a shipped codebook. What to \
      write follows from OUT's ending (.csv, .xlsx, .qdc, .qdpx; none for a study folder) or from --to. OUT is written whole \
      or not at all.
      """)

  @Argument(help: ArgumentHelp("What to convert.", valueName: "in"))
  var input: String

  @Argument(help: ArgumentHelp("The file or folder to write.", valueName: "out"))
  var output: String

  @Option(
    help: "What IN is, where its content should not say it: \(ConversionInput.kinds.joined(separator: ", "))."
  )
  var from: String?

  @Option(
    help: "What to write: \(ConversionTarget.allCases.map(\.rawValue).joined(separator: ", ")).")
  var to: ConversionTarget?

  @Option(help: "The edition to read it by, where the study does not say: cfir-2022 or cfir-2009.")
  var framework: Framework.Edition?

  @Option(help: "REDCap's data dictionary, for an export of its responses.")
  var dictionary: String?

  @Flag(help: "In a data package, leave out the words of excerpts that nobody has cleared for sharing.")
  var clearedOnly = false

  @Option(help: "How to write what was taken and left: table, csv, json, markdown or html.")
  var format: Answer.Format = .table

  func validate() throws {
    if let from, !ConversionInput.kinds.contains(from) {
      throw ValidationError(
        "there is no kind '\(from)'; the kinds are \(ConversionInput.kinds.joined(separator: ", "))")
    }
    if clearedOnly && to != .datapackage {
      throw ValidationError("--cleared-only is for data packages: say --to datapackage")
    }
  }

  func run() throws {
    if to == .datapackage { return try writeDataPackage() }
    let conversion = try OutputFile.orExplain { () throws(Finding) in
      try Conversion(
        ConversionInput(input, kind: from, edition: framework, dictionary: dictionary), to: output, as: to)
    }
    try OutputFile.print(conversion.answer(from: input, to: output).rendered(as: format))
  }

  private func writeDataPackage() throws {
    var options = StudyOptions(words: .all)
    options.edition = framework
    let reading = StudyReader.read(input, options: options)
    Messages.print(reading.findings)
    guard let study = reading.study else { throw ExitCode.failure }
    let package = DataPackage(study, onlyCleared: clearedOnly)
    try OutputFile.writeFolder(
      package.files.map { ($0.name, .text($0.text)) }, to: output,
      replacing: .init(file: "datapackage.json", text: "tabular-data-package"))
    Messages.error("\(output): \(package.files.map(\.name).joined(separator: ", "))")
  }
}
