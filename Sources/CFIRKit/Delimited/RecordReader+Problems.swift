/// What can be wrong with a table's bytes, said with its place and its mend.
extension RecordReader {
  /// What is wrong with a record that is shorter or longer than the header; nothing where it fits.
  ///
  /// Spreadsheets pad rows with empty cells: those at the end do not count.
  public mutating func raggedRow() -> Finding? {
    let width = header.count
    if count == width { return nil }
    let surplus = (width..<max(width, count)).first { !raw($0).isEmpty }
    if count > width && surplus == nil { return nil }
    return .error(
      at: origin(surplus ?? count),
      "this row has \(count) \(count == 1 ? "cell" : "cells"), the header has \(width)",
      fix: "add or remove cells, or put quotes round a cell that holds the delimiter")
  }

  mutating func strayQuote(at offset: Int) -> Finding {
    .error(
      at: origin(atOffset: offset), "text follows a closing quote",
      fix: "double the quotes inside a quoted cell (\"\") or put a delimiter here")
  }

  /// Where the last quoted cell of the unfinished record began.
  mutating func openQuote() -> Origin {
    var position = recordStart
    var opened = recordStart
    var isQuoted = false
    var isCellStart = true
    while position < end {
      let byte = buffer[position]
      if isQuoted {
        if byte == 0x22 {
          if position + 1 < end && buffer[position + 1] == 0x22 { position += 1 } else { isQuoted = false }
        }
      } else if byte == 0x22 && isCellStart {
        isQuoted = true
        opened = position
      }
      isCellStart = !isQuoted && (byte == delimiter || byte == 0x0A || byte == 0x0D)
      position += 1
    }
    return origin(atOffset: opened)
  }

  mutating func unclosedQuote() -> Finding {
    .error(
      at: openQuote(), "a quote opens here and is never closed",
      fix: "close it, or double the quotes inside the cell (\"\")")
  }

  mutating func tooLong() -> Finding {
    .error(
      at: openQuote(),
      "the record that begins here is longer than \(Self.longestRecord >> 20) MiB: a quote is probably never closed",
      fix: "close the quote, or double the quotes inside the cell (\"\")")
  }

  static func finding(_ problem: ByteProblem, at origin: Origin) -> Finding {
    switch problem {
    case .found(let finding): finding
    case .unreadable(let why):
      .error(at: origin, "the file cannot be read (\(why))", fix: "check its name and who may read it")
    case .invalidUTF8(_, let byte):
      .error(
        at: origin,
        "byte 0x\(String(byte, radix: 16, uppercase: true)) is not UTF-8, as the text before it is",
        fix: "export the file again as UTF-8")
    case .nul:
      .error(
        at: origin, "there is a NUL byte here, which no text has",
        fix: "export again as UTF-8 (a file of 16-bit characters needs its byte order mark)")
    case .oddUTF16:
      .error(at: origin, "the UTF-16 text ends in the middle of a character", fix: "export the file again")
    }
  }
}
