import Testing

@testable import CFIRInterchange

struct RefusalTests {
  @Test(arguments: [
    ("tag,description,number of highlights,number of documents\nA,b,1,1\n", "a codebook out of Taguette"),
    (
      "\"\",\"code_id\",\"code_name\",\"code_description\",\"code_color\",\"categories\"\n",
      "a codebook out of requal"
    ),
    (",A : N1,B : S1\n1 : Culture,1,2\n", "a matrix query out of NVivo"),
    ("Name,Description,Files,References\nCulture,,3,4\n", "a codebook out of NVivo"),
    ("Code System,Memo,Frequency\nCFIR,,3\n", "a code system out of MAXQDA"),
    ("attached to,name,created by,created at,visibility,note\n", "a table of notes out of OpenQDA"),
    ("Id,Parent Id,Depth,Title,Description,Weighted\n", "a list of codes out of Dedoose"),
    ("<!DOCTYPE html><html><body><p>x</p></body></html>", "an HTML page"),
    ("Document group,Document name,Age\nNorth,N1,40\n", "a table of document variables"),
    (
      "name,Site\ndatatype,Text\ndescription,\ncreated_at,1\ncreated_by,A\nupdated_at,1\nN1,North\n",
      "a table of document variables"
    ),
  ])
  func `says what a file is that holds no excerpts`(text: String, what: String) {
    let said = finding { _ = try Imported(text) }
    #expect(said?.hasPrefix("export.csv: error: this is \(what), ") == true, "\(said ?? "")")
  }

  @Test func `refuses old Office files and databases of other programs`() {
    let compound: [UInt8] =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
    #expect(finding { _ = try Imported(compound, name: "e.xls") }?.contains("save it as .xlsx") == true)
    let database = Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0, count: 84)
    #expect(
      finding { _ = try Imported(database, name: "e.db") }?.contains("export the project as REFI-QDA") == true
    )
  }

  @Test func `an export without excerpts is left out of a study, and named`() throws {
    let folder = try StudyFolder([
      "study.yaml": "framework: cfir-2022\n",
      "excerpts/a.csv": "organization,source,code,text\nNorth,N1,Culture,x\n",
      "excerpts/codebook.csv": "tag,description\nCulture,x\n",
    ])
    let reading = folder.read()
    #expect(reading.study?.tally.rows == 1)
    #expect(
      folder.findings(reading) == [
        "excerpts/codebook.csv: warning: this is a codebook out of Taguette, which holds tags and no highlights; it is left out; export the highlights as CSV"
      ])
  }
}
