import CFIRKit
import CFIRStatistics
import Foundation

/// A plain table of cases by factors in a file.
public struct FactorTableFile: Sendable {
  /// The table; nothing where an error stands against it.
  public var table: FactorTable?
  /// How the cases are called: the file's name.
  public var title: String
  /// All findings, by line and column.
  public var findings: Findings

  /// Reads a table: first column the case, numbers elsewhere.
  public init(_ path: String) {
    title = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    var found = Findings()
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      found.add(
        .error(
          at: Origin(file: path), "this is a folder, not a table of cases",
          fix: "name a table whose first column is the case, with a number for each factor"))
    } else {
      do throws(Finding) {
        table = try FactorTable.read(RecordReader(path: path), noting: &found)
      } catch {
        found.add(error)
      }
    }
    findings = found.inFileOrder
    if findings.hasErrors { table = nil }
  }
}
