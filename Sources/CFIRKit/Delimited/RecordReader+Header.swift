import Foundation

/// The first record: which delimiter, which names.
extension RecordReader {
  func refuseArchive() throws(Finding) {
    let start = buffer + recordStart
    guard end - recordStart >= 4, start[0] == 0x50, start[1] == 0x4B, start[2] < 8, start[3] < 9 else {
      return
    }
    throw .error(
      at: Origin(file: file), "this is a zip archive, such as an Excel workbook, not delimited text",
      fix: "open it and save the sheet as CSV UTF-8")
  }

  mutating func readHeader() throws(Finding) {
    guard end > recordStart else {
      var place = rows?.origin(record: 1, cell: 0) ?? Origin(file: file)
      (place.line, place.column) = (nil, nil)
      throw .error(
        at: place, "the \(place.sheet == nil ? "file" : "sheet") is empty",
        fix: "export the table again, with its header row")
    }
    if rows == nil {
      try refuseArchive()
      delimiter = likelyDelimiter()
    }
    guard try next() else {
      throw .error(
        at: Origin(file: file, line: 1), "there is no header row", fix: "give the columns their names")
    }
    if count == 2, text(0).lowercased() == "sep=", text(1).isEmpty {
      // Excel's own hint: `sep=;`
      guard try next() else {
        throw .error(at: origin(0), "there is no header row", fix: "give the columns their names")
      }
    }
    if recordEnd < end, buffer[recordEnd] == 0x0D, nextStart == recordEnd + 1 { newline = 0x0D }
    for index in 0..<count {
      let name = text(index)
      let trimmed = name.trimmingCharacters(
        in: .whitespacesAndNewlines.union(.init(charactersIn: "\u{FEFF}")))
      header.append(trimmed.withoutFormulaGuard)
      headerOrigins.append(origin(index))
    }
  }

  /// Comma, semicolon or tab: whichever stands most often outside quotes on the first line that has one.
  func likelyDelimiter() -> UInt8 {
    var counts: [UInt8: Int] = [0x2C: 0, 0x3B: 0, 0x09: 0]
    let bytes = UnsafeBufferPointer(start: buffer + recordStart, count: end - recordStart)
    if bytes.count >= 5, String(decoding: bytes.prefix(4), as: UTF8.self).lowercased() == "sep=",
      counts[bytes[4]] != nil
    {
      return bytes[4]
    }
    var isQuoted = false
    for byte in bytes {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D {
        if counts.values.contains(where: { $0 > 0 }) { break }
        continue
      }
      if let seen = counts[byte] { counts[byte] = seen + 1 }
    }
    // In this order where there is a tie.
    return [0x2C, 0x3B, 0x09].max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? 0x2C
  }
}
