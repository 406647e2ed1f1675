/// Where something was read: a file and, where it is known, the line and column in it.
public struct Origin: Hashable, Sendable, CustomStringConvertible {
  /// The file as the user named it or, inside a study folder, its path from there.
  public var file: String
  /// The line where the cell begins, counted from 1.
  public var line: Int?
  /// The column where the cell begins, counted in characters from 1.
  public var column: Int?

  /// A place in a file.
  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `file:line:column`, as compilers and editors write it; what is unknown is left out.
  public var description: String {
    [file, line.map(String.init), column.map(String.init)].compactMap { $0 }.joined(separator: ":")
  }
}
