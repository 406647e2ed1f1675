/// How large a worksheet can be, and how its cells are named.
enum CellReference {
  /// Rows of a worksheet, as Excel has them.
  static let rows = 1_048_576
  /// Columns of a worksheet, as Excel has them.
  static let columns = 16_384

  /// The column of a reference such as `AB7`, counted from 1; nothing where it begins with no letter. Stops counting past the
  /// last column.
  static func column(_ reference: UnsafeBufferPointer<UInt8>) -> Int? {
    var column = 0
    for byte in reference {
      let letter = byte & 0xDF
      guard letter >= 0x41 && letter <= 0x5A else { break }
      column = column * 26 + Int(letter - 0x40)
      if column > columns { break }
    }
    return column > 0 ? column : nil
  }

  /// A whole number in decimal digits and nothing else.
  static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
    var number = 0
    for byte in bytes {
      guard byte >= 0x30 && byte <= 0x39 else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }
}
