import Testing

@testable import CFIRInterchange

/// Programs whose tables have positions, each in its own way of counting.
struct WrittenSpanTests {
  /// The text that all positions are of: the passage is its characters 2…8 by code points, 3…9 by UTF-16 units.
  private static let passage = "We 😀 no"

  @Test func `requal counts from 1 and includes the last character`() throws {
    let imported = try Imported(
      """
      "doc_name","doc_id","segment_start","segment_end","code_name","code_id","segment_text","user_name"
      "N1.txt",1,3,9,"Money, time",1,"\(Self.passage)","Anna"
      "N1.txt",1,3,30,"Culture",1,"\(Self.passage)",NA
      """)
    #expect(
      imported.rows.map { $0.joined(.code, .start, .end, .coder) } == [
        "Money, time|2|9|Anna", "Culture|3|30|",
      ])
    #expect(imported.notes == ["the positions 3 and 30 do not fit a passage of 7 characters"])
  }

  @Test func `OpenQDA counts UTF-16 units, and the import says so`() throws {
    let imported = try Imported(
      """
      source,code category,created by,created at,last update,start pos,end pos,selection
      N1.txt,Culture,Anna,"14.3.2024, 10:15:00",,2,10,\(Self.passage)
      """)
    #expect(
      imported.rows.map { $0.joined(.start, .end, .coder, .date) } == ["2|10|Anna|14.3.2024, 10:15:00"])
    #expect(imported.notes.count == 1)
    #expect(imported.notes.first?.hasPrefix("positions are UTF-16 units") == true)
  }

  @Test func `RQDA's table of codings is counted without words; the one with words is read with them`() throws
  {
    let header =
      "\"\",\"rowid\",\"cid\",\"fid\",\"codename\",\"filename\",\"index1\",\"index2\",\"CodingLength\""
    let bare = try Imported(header + "\n\"1\",1,1,1,\"Culture\",\"N1\",2,9,7\n")
    #expect(bare.rows.map { $0.joined(.source, .code, .text, .start, .end) } == ["N1|Culture||2|9"])
    #expect(bare.notes.first?.hasPrefix("this table has positions and no text") == true)
    let whole = try Imported(
      header + ",\"coding\"\n\"1\",1,1,1,\"Culture\",\"N1\",2.0,9.0,7,\"\(Self.passage)\"\n")
    #expect(
      whole.rows.map { $0.joined(.text, .start, .end) } == ["\(Self.passage)|2|9"])
    #expect(whole.notes == [])
  }

  @Test func `RQDA's stray control characters are the letters that they were`() throws {
    let imported = try Imported(
      "codename,filename,index1,index2,coding\nCulture,N1,0,9,It\u{92}s \u{96} no\n")
    #expect(imported.rows.map { $0.joined(.text, .start, .end) } == ["It’s – no|0|9"])
  }

  @Test func `positions that do not fit their words are kept as they are, and noted once`() throws {
    let imported = try Imported(
      """
      Media Title,Excerpt Range,Excerpt Copy,Code: Culture Applied
      N1,858-1159,We learn.,True
      N1,1-3,We learn.,True
      N1,4-13,We learn.,True
      """)
    #expect(imported.rows.map { $0.joined(.start, .end) } == ["858|1159", "1|3", "4|13"])
    #expect(imported.notes == ["the positions 858 and 1159 do not fit a passage of 9 characters"])
  }
}
