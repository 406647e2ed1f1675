import CFIRKit
import Testing

struct RecordReaderTests {
  @Test(arguments: [
    ("comma", "a,b\n1,2\n"),
    ("semicolon", "a;b\n1;2\n"),
    ("tab", "a\tb\n1\t2\n"),
    ("Excel's hint", "sep=;\na;b\n1;2\n"),
    ("Excel's hint for commas", "sep=,\r\na,b\r\n1,2\r\n"),
    ("CRLF", "a,b\r\n1,2\r\n"),
    ("lone CR", "a,b\r1,2\r"),
    ("no line break at the end", "a,b\n1,2"),
    ("byte order mark", "\u{FEFF}a,b\n1,2\n"),
    ("byte order mark before a quote", "\u{FEFF}\"a\",b\n1,2\n"),
    ("blank lines", "\n\na,b\n\n1,2\n\n\n"),
    ("blank lines of CRLF", "a,b\r\n\r\n1,2\r\n\r\n"),
    ("quotes", "\"a\",\"b\"\n\"1\",\"2\""),
    ("blanks round a column's name", " a ,b\u{A0}\n1,2\n"),
  ])
  func `reads two cells under two names`(form: String, text: String) throws {
    #expect(try records(text) == [["a", "b"], ["1", "2"]], "\(form)")
  }

  @Test(arguments: [
    (#""say ""yes""""#, #"say "yes""#),
    (#""""""#, #"""#),
    (#""""#, ""),
    ("\"one\ntwo\r\nthree\"", "one\ntwo\r\nthree"),
    (#""a,b;c""#, "a,b;c"),
    (#"5" tape"#, #"5" tape"#),
    (#"half "quoted" words"#, #"half "quoted" words"#),
    ("  kept  ", "  kept  "),
    ("„So“, sagte sie".replacing(",", with: ""), "„So“ sagte sie"),
    ("🙂 Łódź e\u{301}", "🙂 Łódź e\u{301}"),
  ])
  func `undoes quotes and keeps the rest of a cell as it is`(written: String, read: String) throws {
    let table = try records("a,b,c\nx,\(written),z\n")
    #expect(table[1].count == 3)
    #expect(Array(table[1][1].unicodeScalars) == Array(read.unicodeScalars))
    #expect(table[1][2] == "z")
  }

  @Test func `does not take a delimiter inside quotes for the table's`() throws {
    #expect(try records("\"a,b,c\";d\n1;2\n") == [["a,b,c", "d"], ["1", "2"]])
    #expect(try records("\"one\ntwo,,,\";d\n1;2\n") == [["one\ntwo,,,", "d"], ["1", "2"]])
  }

  @Test func `keeps empty cells and says how many cells a record has`() throws {
    #expect(
      try records("a,b,c\n,,\nx,,\n\"\",y\n") == [
        ["a", "b", "c"], ["", "", ""], ["x", "", ""], ["", "y"],
      ])
  }

  @Test func `keeps a blank line where the table has but one column`() throws {
    #expect(try records("a\n1\n\n2\n") == [["a"], ["1"], [""], ["2"]])
  }

  @Test func `says where a cell begins, in lines and characters`() throws {
    var reader = try RecordReader(
      text: "a,b,c\n\n\"x\ny\",🙂é,\"z\"\r\nn,\"\u{1F468}\u{200D}\u{1F469}\",o\n", file: "t.csv")
    #expect(try reader.next())
    #expect(reader.origin(0).description == "t.csv:3:1")
    // The record goes on behind the line break in its first cell.
    #expect(reader.origin(1).description == "t.csv:4:4")
    // An emoji and an accented letter are one character each, whatever their bytes.
    #expect(reader.origin(2).description == "t.csv:4:7")
    #expect(reader.line().line == 3)
    #expect(try reader.next())
    #expect(reader.origin(0).description == "t.csv:5:1")
    #expect(reader.origin(2).description == "t.csv:5:7")
    // Past the last cell: where the record ends.
    #expect(reader.origin(3).description == "t.csv:5:8")
    #expect(reader.line().line == 5)
  }

  @Test func `counts lines of lone CR`() throws {
    var reader = try RecordReader(text: "a,b\r1,2\r3,4\r", file: "t.csv")
    #expect(try reader.next() && reader.next())
    #expect(reader.origin(1).description == "t.csv:3:3")
  }

  @Test(arguments: [1, 1000, 100_000])
  func `counts lines however far down the table a cell is asked for`(row: Int) throws {
    // Three lines to a row; the table is many times as long as what is read at once.
    let text = "a,b\n" + String(repeating: "\"x\nx\nx\",yyyyyyyy\n", count: 100_000)
    var reader = try RecordReader(text: text, file: "t.csv")
    for _ in 0..<row { #expect(try reader.next()) }
    #expect(reader.line().line == 2 + (row - 1) * 3)
    #expect(reader.origin(1).description == "t.csv:\(1 + row * 3):4")
  }

  @Test func `reads a record longer than what is read at once`() throws {
    let long = String(repeating: "words, words \"and\" words\n", count: 40_000)
    let quoted = "\"" + long.replacing("\"", with: "\"\"") + "\""
    let table = try records("a,b\n1,\(quoted)\n\(quoted),2\n3,4\n")
    #expect(table.count == 4)
    #expect(table[1] == ["1", long])
    #expect(table[2] == [long, "2"])
    #expect(table[3] == ["3", "4"])
  }

  @Test func `reads a header of many columns`() throws {
    let names = (1...300).map { "c\($0)" }
    let table = try records(
      names.joined(separator: ";") + "\n" + names.map { _ in "x" }.joined(separator: ";") + "\n")
    #expect(table[0] == names)
    #expect(table[1].count == 300)
  }
}
