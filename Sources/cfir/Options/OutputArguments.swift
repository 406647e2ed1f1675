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
    guard let output else {
      let isColoured = isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
      try OutputFile.print(answer.rendered(as: format, isColoured: isColoured))
      return
    }
    try OutputFile.write(Data(answer.rendered(as: format).utf8), to: output)
  }
}
