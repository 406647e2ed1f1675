import ArgumentParser
import CFIRKit
import Foundation

/// How and where an answer is written.
struct OutputArguments: ParsableArguments {
  @Option(help: "How to write it: table, csv, json, markdown or html.")
  var format: Answer.Format = .table

  @Option(name: [.customShort("o"), .long], help: "The file to write instead of standard output.")
  var output: String?

  /// Writes an answer; a name that it does not know ends with a message.
  func write(_ answer: () throws(UnknownName) -> Answer) throws {
    let made: Answer
    do throws(UnknownName) {
      made = try answer()
    } catch {
      Messages.error("error: \(error)")
      throw ExitCode.failure
    }
    try write(made)
  }

  func write(_ answer: Answer) throws {
    let isColoured =
      output == nil && isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    try write(text: answer.rendered(as: format, isColoured: isColoured))
  }

  func write(text: String) throws {
    guard let output else { return try OutputFile.print(text) }
    try OutputFile.write(Data(text.utf8), to: output)
  }
}
