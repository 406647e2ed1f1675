import CFIRKit

/// All records of a table in memory, header first.
func records(_ bytes: [UInt8], file: String = "t.csv") throws -> [[String]] {
  var reader = try RecordReader(bytes: bytes, file: file)
  var rows = [reader.header]
  while try reader.next() { rows.append((0..<reader.count).map { reader.text($0) }) }
  return rows
}

/// All records of a table in memory, header first.
func records(_ text: String) throws -> [[String]] { try records(Array(text.utf8)) }

/// What stops the reading of a table, or nothing.
func problem(_ bytes: [UInt8]) -> Finding? {
  do {
    _ = try records(bytes)
    return nil
  } catch {
    return error as? Finding
  }
}

/// A text as bytes of UTF-16 behind its byte order mark.
func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
  ("\u{FEFF}" + text).utf16.flatMap { unit -> [UInt8] in
    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
    return isLittle ? [low, high] : [high, low]
  }
}
