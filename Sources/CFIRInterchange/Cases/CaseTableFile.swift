import CFIRKit
import Foundation

/// A table of cases in a file of any kind that holds tables.
public enum CaseTableFile {
  /// Whether a path is a file and no `study.yaml`, and so a table of cases.
  public static func isTable(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
      return false
    }
    return !["yaml", "yml"].contains((path as NSString).pathExtension.lowercased())
  }

  /// Reads a table, delimited text or a workbook; it is called as its file.
  ///
  /// - Throws: A finding where the file cannot be read, or has no cases or no columns.
  public static func read(_ path: String, noting findings: inout Findings) throws(Finding) -> CaseColumns {
    try CaseColumns.read(
      TabularFile.open(path: path),
      title: URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent, noting: &findings)
  }
}
