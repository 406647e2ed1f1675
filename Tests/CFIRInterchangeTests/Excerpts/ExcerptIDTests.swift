import CFIRInterchange
import CFIRKit
import Testing

struct ExcerptIDTests {
  private func excerpts(_ rows: [String], header: String = "organization,source,code,text,start,end") throws
    -> [Excerpt]
  {
    let folder = try StudyFolder([
      "study.yaml": "framework: cfir-2022\n", "excerpts/e.csv": ([header] + rows).joined(separator: "\n"),
    ])
    return try #require(folder.read().study).excerpts
  }

  // Source: Python 3, hashlib.sha256 of source, start, end and NFC text joined by U+001F; its first 8 hex digits.
  @Test(arguments: [
    ("N,S1,Culture,We learn here.,3,3", "S1#15a4bfba"),
    ("N,S1,Culture,Café,,", "S1#8023cba8"),
    ("N,S1,Culture,Cafe\u{301},,", "S1#8023cba8"),
    ("N,INT01,Culture,\"Łódź, “zawsze”\",5,6", "INT01#65be25e3"),
    ("N,INT01,Culture,\"  Łódź, “zawsze”\n\",5,6", "INT01#65be25e3"),
  ])
  func `is made of source, place and words`(row: String, id: String) throws {
    #expect(try excerpts([row]).map(\.id.rawValue) == [id])
  }

  @Test func `stays when rows are reordered, codes are added, and others go`() throws {
    let rows = [
      "N,S1,Culture,We learn here.,3,3", "N,S1,Planning,We learn here.,3,3", "N,S1,Culture,Other.,4,4",
      "S,S2,Culture,We learn here.,3,3",
    ]
    let ids = try excerpts(rows).map(\.id.rawValue)
    #expect(ids.count == 3 && Set(ids).count == 3)
    #expect(Set(try excerpts(rows.reversed()).map(\.id.rawValue)) == Set(ids))
    #expect(try excerpts([rows[0]]).map(\.id.rawValue) == [ids[0]])
    #expect(try excerpts(["N,S1,Weather,We learn here.,3,3"]).map(\.id.rawValue) == [ids[0]])
  }

  @Test func `is the file's own where it has one`() throws {
    let read = try excerpts(
      ["Q7,N,S1,Culture,We learn.,yes", "Q7,N,S1,Planning,We learn.,yes", "Q8,N,S1,Culture,We learn.,"],
      header: "id,organization,source,code,text,cleared")
    #expect(read.map(\.id) == ["Q7", "Q8"])
    #expect(read.map(\.codings.count) == [2, 1])
    #expect(read.map(\.isCleared) == [true, false])
  }
}
