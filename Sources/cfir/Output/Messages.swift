import CFIRKit
import Foundation

/// Messages go to standard error, so that results can be piped.
enum Messages {
  static func print(_ findings: Findings) {
    for finding in findings.all { error(finding.description) }
  }

  static func error(_ message: String) { FileHandle.standardError.write(Data((message + "\n").utf8)) }
}
