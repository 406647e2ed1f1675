import CFIRKit
import Foundation

/// A table in a file of any kind that holds tables, known by its content and not by its name.
public enum TabularFile {
  /// Opens a table and reads its header.
  ///
  /// - Parameters:
  ///   - path: Where the file is: a workbook, or delimited text.
  ///   - name: The name that findings give to it; the path by default.
  ///   - sheet: The worksheet; by default the first one that is not hidden and has a cell with a value.
  /// - Returns: Its records; for a worksheet one for each row.
  /// - Throws: A finding when the file cannot be opened, has no such sheet, is empty, or its header cannot be read.
  public static func open(
    path: String, name: String? = nil, sheet: String? = nil
  ) throws(Finding) -> RecordReader {
    let shown = name ?? path
    switch kind(of: path, shown) {
    case .zip: break
    case .compound: throw ContainerKind.compoundFile(path: path, name: shown)
    case .database, .empty, .other:
      if let sheet {
        throw .error(
          at: Origin(file: shown), "the sheet '\(sheet)' is asked for, but this is not a workbook",
          fix: "leave the sheet out, or name the workbook")
      }
      return try RecordReader(path: path, name: shown)
    }
    let workbook = try Workbook(path: path, name: shown)
    let chosen = try choose(sheet, of: workbook)
    let text = SheetText(try workbook.rows(of: chosen), sheet: chosen.name, size: chosen.entry.size)
    return try RecordReader(text, file: shown)
  }

  /// What a file is; the reader of records says it best when it cannot be opened.
  private static func kind(of path: String, _ name: String) -> ContainerKind {
    do throws(Finding) {
      return try ContainerKind.of(path: path, name: name)
    } catch {
      return .other
    }
  }

  private static func choose(_ name: String?, of workbook: Workbook) throws(Finding) -> Workbook.Sheet {
    if let name {
      if let sheet = workbook.sheet(name) { return sheet }
      throw .error(
        at: Origin(file: workbook.file), "there is no sheet '\(name)'",
        fix: "name one of " + workbook.sheets.map { "'\($0.name)'" }.joined(separator: ", "))
    }
    if let sheet = try workbook.firstFilledSheet() { return sheet }
    throw .error(
      at: Origin(file: workbook.file), "no sheet that can be seen has a cell with a value",
      fix: "export the table again, or name the sheet if it is hidden")
  }
}
