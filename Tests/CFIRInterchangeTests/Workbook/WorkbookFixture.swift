import CFIRInterchange
import CFIRKit

/// A workbook put together from the XML of its parts.
struct WorkbookFixture {
  var sheets: [(name: String, state: String, rows: String)] = []
  /// The items of the part of shared texts, and the number formats of the cell styles in their order.
  var strings = ""
  var formats: [String] = []
  var properties = ""
  /// `x:` for a program that prefixes every element.
  var prefix = ""
  var isStrict = false
  /// Entries that stand in for those made here, by name; empty ones are left out.
  var replaced: [String: String] = [:]

  /// A workbook with one sheet.
  init(_ rows: String = "", strings: String = "", formats: [String] = []) {
    sheets = [("Sheet1", "visible", rows)]
    (self.strings, self.formats) = (strings, formats)
  }

  var bytes: [UInt8] {
    let office =
      isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let main =
      isStrict
      ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
      : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    func element(_ name: String, _ attributes: String = "", _ content: String) -> String {
      let binding = prefix.isEmpty ? "xmlns" : "xmlns:" + prefix.dropLast()
      return "<\(prefix)\(name) \(binding)='\(main)' xmlns:r='\(office)'>\(content)</\(prefix)\(name)>"
    }
    var parts: [(String, String)] = [
      (
        "_rels/.rels",
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
          + "<Relationship Id='rId1' Type='\(office)/officeDocument' Target='xl/workbook.xml'/></Relationships>"
      )
    ]
    var listed = ""
    var related = ""
    for (index, sheet) in sheets.enumerated() {
      listed +=
        "<\(prefix)sheet name='\(sheet.name)' sheetId='\(index + 1)' state='\(sheet.state)' r:id='s\(index)'/>"
      // Both ways of writing a target.
      let target = index == 0 ? "worksheets/sheet1.xml" : "/xl/worksheets/sheet\(index + 1).xml"
      related += "<Relationship Id='s\(index)' Type='\(office)/worksheet' Target='\(target)'/>"
      parts.append(
        (
          "xl/worksheets/sheet\(index + 1).xml",
          element("worksheet", "", "<\(prefix)sheetData>\(sheet.rows)</\(prefix)sheetData>")
        ))
    }
    let styles =
      "<numFmts>"
      + formats.enumerated().map { "<numFmt numFmtId='\(164 + $0)' formatCode='\($1)'/>" }.joined()
      + "</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/>"
      + formats.indices.map { "<xf numFmtId='\(164 + $0)'/>" }.joined() + "</cellXfs>"
    related +=
      "<Relationship Id='t' Type='\(office)/sharedStrings' Target='sharedStrings.xml'/>"
      + "<Relationship Id='f' Type='\(office)/styles' Target='styles.xml'/>"
    parts += [
      (
        "xl/workbook.xml",
        element("workbook", "", "\(properties)<\(prefix)sheets>\(listed)</\(prefix)sheets>")
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\(related)</Relationships>"
      ),
      ("xl/sharedStrings.xml", element("sst", "", strings)),
      ("xl/styles.xml", element("styleSheet", "", styles)),
    ]
    var archive = ZipFixture()
    for (name, text) in parts where replaced[name]?.isEmpty != true {
      archive.add(name, replaced[name] ?? text)
    }
    return archive.bytes
  }

  /// The workbook, opened.
  func opened(limits: ArchiveLimits = ArchiveLimits(), stringMemory: Int = 1 << 20) throws -> Workbook {
    let file = try TemporaryFile(bytes)
    return try Workbook(path: file.path, name: "t.xlsx", limits: limits, stringMemory: stringMemory)
  }

  /// The records of a sheet as a table is read from it.
  func records(sheet: String? = nil) throws -> [[String]] {
    let file = try TemporaryFile(bytes)
    var records = try TabularFile.open(path: file.path, name: "t.xlsx", sheet: sheet)
    var rows = [records.header]
    while try records.next() { rows.append((0..<records.count).map { records.text($0) }) }
    return rows
  }

  /// The text of the cells of the first row.
  func firstRow() throws -> [String] {
    let workbook = try opened()
    var rows = try workbook.rows(of: workbook.sheets[0])
    guard try rows.next() else { return [] }
    return (0...(rows.columns.last ?? 0)).map { rows.text($0) }
  }
}
