/// The rows of a worksheet as records.
extension RecordReader {
  /// Reads a worksheet that something else writes as delimited text while it is read, and reads its first row as the header.
  ///
  /// Row and record are the same number, column and cell too: findings are placed as `file.xlsx:Sheet!B7`. `text` may be called on
  /// another thread, but never by two at once.
  ///
  /// - Parameters:
  ///   - file: The name that findings give to the workbook.
  ///   - sheet: The worksheet.
  ///   - size: About how many bytes there will be; many are made ahead by a thread.
  ///   - text: Gives the next bytes, never none, and nothing at the end: UTF-8, one record for each row, blank ones for rows that
  ///     are not there, cells separated by commas and quoted where they need it, lines ended by LF.
  /// - Throws: A finding when there is no row, and what `text` throws.
  public init(
    file: String, sheet: String, size: Int, text: @escaping () throws(Finding) -> [UInt8]?
  ) throws(Finding) {
    try self.init(ByteSource(size: size, more: text), file: file, sheet: sheet)
  }
}
