/// Rows that do not lie in a file as delimited text: those of a worksheet, or of another program's project.
///
/// A ``RecordReader`` takes them as comma-separated text, so that whatever reads tables reads them too.
public protocol RecordSource: AnyObject {
  /// About how many bytes there will be. Many are made ahead by a thread of their own, so that a source that says so must not share what it
  /// adds records from with what answers ``origin(record:cell:)``; 0 is always asked by who reads.
  var size: Int { get }

  /// Adds the next rows as comma-separated UTF-8 text, each as one record that ends in a line feed.
  ///
  /// The first record is the header; every other one is as wide.
  ///
  /// - Parameter text: Where the records go; what is in it already stays.
  /// - Returns: `false` when nothing is left; it is asked again until then.
  /// - Throws: A finding where reading cannot go on.
  func addRecords(to text: inout [UInt8]) throws(Finding) -> Bool

  /// Where a cell was read.
  ///
  /// - Parameters:
  ///   - record: Which record, counted from 1, the header and blank ones included; never an earlier one than was asked for last.
  ///   - cell: Which cell, counted from 0.
  /// - Returns: The place; of the whole file where it is not known.
  func origin(record: Int, cell: Int) -> Origin
}
