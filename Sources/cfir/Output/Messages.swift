import ArgumentParser
import CFIRKit
import Foundation

/// Messages go to standard error, so that results can be piped.
enum Messages {
  static func print(_ findings: Findings) {
    for finding in findings.all { error(finding.description) }
  }

  static func error(_ message: String) { FileHandle.standardError.write(Data((message + "\n").utf8)) }

  /// Does something; findings end the command, printed.
  static func orExit<Result>(_ body: () throws(Findings) -> Result) throws -> Result {
    do throws(Findings) {
      return try body()
    } catch {
      print(error)
      throw ExitCode.failure
    }
  }
}
