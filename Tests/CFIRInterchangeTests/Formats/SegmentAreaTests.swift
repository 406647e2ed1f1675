import Testing

@testable import CFIRInterchange

/// MAXQDA says beside each segment how many characters it has.
struct SegmentAreaTests {
  private func findings(_ rows: String, header: String = "Code,Document name,Segment,Area,Coverage %") throws
    -> [String]
  {
    let folder = try StudyFolder(["e.csv": header + "\n" + rows])
    return folder.findings(folder.read("e.csv"))
  }

  @Test func `a text that is shorter was cut off, and is named once with how many are`() throws {
    #expect(
      try findings("Culture,N1,We learn.,9,0.1\nCulture,N1,We lea,9,0.1\nCulture,N1,We,9,0.1\n") == [
        "e.csv:3:12: warning: 2 texts are shorter than the export says: here 6 characters of 9; the rest was cut off on the way, as spreadsheets do with more than 32,767 characters: export again as CSV"
      ])
  }

  @Test(arguments: [
    "Culture,N1, We learn. ,9,0.1\n", "Culture,N1,Süß 😀,6,0.1\n", "Culture,N1,\"a\nb\",4,0.1\n",
    "Culture,N1,\"say \"\"yes\"\"\",9,0.1\n", "Culture,N1,We learn.,,0.1\n", "Culture,N1,We learn.,a,0.1\n",
  ])
  func `blanks, emoji and line breaks do not make a text shorter`(row: String) throws {
    #expect(try findings(row) == [])
  }

  @Test func `a column of another meaning is none of this`() throws {
    #expect(try findings("Culture,N1,We,9\n", header: "code,source,text,area") == [])
  }

  @Test func `columns of single codes and minimal exports are tolerated`() throws {
    #expect(
      try findings(
        "N1,Culture,We learn.,1,0\n", header: "Document name,Code,Segment,Code: CFIR > Culture,Code: Other")
        == [])
  }
}
