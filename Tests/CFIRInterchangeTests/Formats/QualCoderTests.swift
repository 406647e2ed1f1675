import Testing

@testable import CFIRInterchange

struct QualCoderTests {
  private let byCase =
    "\u{FEFF}\"Case\",\"Filename\",\"Coder\",\"Coded\",\"Id\",\"Codename\",\"Coded_Memo\",\"Category\",\"Category\",\"FileVar_Wave\",\"CaseVar_Organisation\"\r\n"

  @Test func `puts categories above the code, the outermost first, and reads rows that are shorter`() throws {
    let imported = try Imported(
      byCase + """
        "P1","N1.txt","Anna","We learn.","ctid:1","Culture","look","Inner Setting","CFIR","2","North"\r
        "P2","S1.txt","Ben","No plan.","ctid:2","Planning","","Process","1","South"\r
        "P2","S1.txt","Ben","No way.","ctid:3","Barrier","","1","South"\r

        """)
    #expect(
      imported.rows.map { $0.joined(.organization, .participant, .source, .code, .text, .coder, .memo) } == [
        "North|P1|N1.txt|CFIR > Inner Setting > Culture|We learn.|Anna|look",
        "South|P2|S1.txt|Process > Planning|No plan.|Ben|", "South|P2|S1.txt|Barrier|No way.|Ben|",
      ])
    #expect(imported.left == ["variable-without-home": 1])
    #expect(imported.account.left.first?.examples == ["Wave"])
    #expect(imported.rows[1].origin.description == "export.csv:3:41")
  }

  @Test func `leaves codings of pictures and recordings, and says of how many`() throws {
    let imported = try Imported(
      """
      "File","Coder","Coded","Id","Codename","Coded_Memo","Category"
      "map.png","Anna","image","imid:1","Culture","","CFIR"
      "talk.mp3","Anna","a/v","avid:1","Culture","","CFIR"
      "N1.txt","Anna","image","ctid:1","Culture","","CFIR"
      """)
    #expect(imported.left == ["picture": 1, "recording": 1])
    #expect(imported.rows.map(\.text) == ["image"])
  }

  @Test func `counts a passage of several cases once, for nobody in particular`() throws {
    let imported = try Imported(
      byCase + """
        "P1","G.txt","Anna","We.","ctid:1","Culture","","Inner Setting","CFIR","2","North"\r
        "P2","G.txt","Anna","We.","ctid:1","Culture","","Inner Setting","CFIR","2","North"\r
        "P2","G.txt","Anna","I.","ctid:2","Culture","","Inner Setting","CFIR","2","North"\r

        """)
    #expect(imported.rows.map { $0.joined(.participant, .text) } == ["|We.", "P2|I."])
    #expect(imported.left["shared-by-cases"] == 1)
  }

  @Test func `reads segments with a column for each code`() throws {
    let imported = try Imported(
      """
      caseid,case name,fileid,file name,pos0,pos1,text,Culture,Planning
      1,P1,1,N1.txt,4,13,We learn.,1,1
      1,P1,1,N1.txt,20,23,No.,0,1
      1,P1,1,N1.txt,30,33,So.,0,0
      """)
    #expect(
      imported.rows.map { $0.joined(.participant, .code, .text, .start, .end) } == [
        "P1|Culture|We learn.|4|13", "P1|Planning|We learn.|4|13", "P1|Planning|No.|20|23",
      ])
    #expect(imported.rows[1].origin.description == "export.csv:2:32")
    #expect(imported.left == ["uncoded": 1])
  }
}
