/// How the bytes of a table stand for characters.
public enum TextEncoding: String, Sendable {
  /// UTF-8, with or without a byte order mark; also plain ASCII.
  case utf8 = "UTF-8"
  /// What Excel on Windows writes as “CSV” in Western languages.
  case windows1252 = "Windows-1252"
  /// What Excel writes as “Unicode Text”.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16 with the high byte first.
  case utf16BigEndian = "UTF-16BE"

  /// Characters of the bytes 0x80…0x9F; the five that the encoding leaves undefined become U+FFFD.
  static let windows1252Specials: [UInt16] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
