import CFIRKit

/// The answers of a survey program's export as records of a wide table, so that they are scored as any table is.
final class ResponseRecords: RecordSource {
  private let table: ResponseTable
  private var isDone = false

  init(_ table: ResponseTable) { self.table = table }

  /// Answers as they can be scored: an export of Qualtrics or REDCap by way of its answers, any other table as it is.
  ///
  /// - Parameters:
  ///   - path: Where the table is.
  ///   - name: The name that findings give to it; the path by default.
  /// - Returns: Its records, a respondent or an answer to each.
  /// - Throws: A finding where it cannot be read.
  static func open(path: String, name: String? = nil) throws(Finding) -> RecordReader {
    let shown = name ?? path
    guard let sample = try? FileSample(path: path, name: shown), ResponseTable.recognizes(sample) else {
      return try TabularFile.open(path: path, name: shown)
    }
    let table = try ResponseTable.read(path: path, name: shown)
    return try RecordReader(ResponseRecords(table), file: shown)
  }

  /// Unknown, and asked by who reads.
  var size: Int { 0 }

  func addRecords(to text: inout [UInt8]) throws(Finding) -> Bool {
    if isDone { return false }
    isDone = true
    text.append(contentsOf: table.sheet.csv.utf8)
    return true
  }

  func origin(record: Int, cell: Int) -> Origin {
    let place = record - 2
    guard table.responses.indices.contains(place) else { return Origin(file: table.account.file, line: 1) }
    return table.responses[place].origin
  }
}
