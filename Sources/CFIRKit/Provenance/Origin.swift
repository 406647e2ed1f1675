/// Where something was read: a file and, where it is known, the line and column in it.
public struct Origin: Hashable, Sendable, CustomStringConvertible {
  /// The file as the user named it or, inside a study folder, its path from there.
  public var file: String
  /// The worksheet, where the file is a workbook.
  public var sheet: String?
  /// The line where the cell begins, counted from 1; in a worksheet, the row.
  public var line: Int?
  /// The column where the cell begins, counted in characters from 1; in a worksheet, the column of cells.
  public var column: Int?

  /// A place in a file.
  public init(file: String, sheet: String? = nil, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.sheet = sheet
    self.line = line
    self.column = column
  }

  /// `file:line:column`, as compilers and editors write it, or `file.xlsx:Sheet!B7`; what is unknown is left out.
  public var description: String {
    guard let sheet else {
      return [file, line.map(String.init), column.map(String.init)].compactMap { $0 }.joined(separator: ":")
    }
    let cell = (column.map(Self.letters) ?? "") + (line.map(String.init) ?? "")
    return "\(file):\(Self.quoted(sheet))" + (cell.isEmpty ? "" : "!" + cell)
  }

  /// The letters of a worksheet's column, counted from 1: `A`, `Z`, `AA`.
  public static func letters(_ column: Int) -> String {
    var rest = column
    var letters = ""
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  /// A sheet's name as a spreadsheet writes it in a reference.
  private static func quoted(_ sheet: String) -> String {
    let isPlain = sheet.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return isPlain ? sheet : "'" + sheet.replacing("'", with: "''") + "'"
  }
}
