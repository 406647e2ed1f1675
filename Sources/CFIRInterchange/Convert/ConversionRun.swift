import CFIRKit
import Foundation

/// One conversion under way.
struct ConversionRun {
  let input: ConversionInput
  let path: String
  var account: ImportAccount
  var findings: Findings

  init(input: ConversionInput, path: String) {
    self.input = input
    self.path = path
    account = ImportAccount(file: input.name, format: input.kind)
    findings = input.findings
  }

  mutating func write(_ target: ConversionTarget) throws(Finding) {
    switch target {
    case .excerpts: try writeExcerpts()
    case .codebook: try write(codebook(), named: "codebook")
    case .taguette: try write(codes(target).taguetteTable)
    case .qdc: try write(QDCWriter.text(of: codes(target), origin: "CFIRKit"))
    case .qdpx: account = try QDPXWriter.write(project(), to: path)
    case .ratings: try write(ratings(), named: "ratings")
    case .responses: try write(responses(), named: "responses")
    case .study: try writeStudy()
    case .workbook: try writeWorkbook()
    case .datapackage: throw impossible(target)
    }
  }

  private func impossible(_ target: ConversionTarget) -> Finding {
    .error(
      at: Origin(file: input.name),
      "this was taken for '\(input.kind)', which cannot be written as '\(target.rawValue)'",
      fix: "say another --to: \(ConversionTarget.allCases.map(\.rawValue).joined(separator: ", "))")
  }

  // MARK: Inputs

  /// The study, without errors.
  private mutating func study(_ target: ConversionTarget) throws(Finding) -> ReadStudy {
    guard case .study(let place) = input.content else { throw impossible(target) }
    var options = StudyOptions()
    options.edition = input.edition
    options.interprets = false
    let reading = StudyReader.read(input.name, options: options)
    var said = reading.findings.all
    // The last error stops the conversion; all others are said before it.
    let last = reading.study == nil ? said.lastIndex { $0.severity == .error } : nil
    let stop = last.map { said.remove(at: $0) }
    for finding in said { findings.add(finding) }
    if let stop { throw stop }
    guard let study = reading.study else { throw impossible(target) }
    return ReadStudy(
      study: study, place: place, files: reading.inputs?.excerpts ?? [], variables: reading.variables)
  }

  /// Everything as a project: documents with what was coded in them.
  private mutating func project() throws(Finding) -> any ProjectSource {
    switch input.content {
    case .project(let sample, let format): return try format.openProject(sample)
    case .excerpts(let file):
      let place = try StudyPlace(file.path)
      let study = Study(title: place.title, codebook: Codebook(Framework(input.edition ?? .cfir2022)))
      return try StudyProject(
        study, in: place, rows: [file.rows(uncoded: true)], format: input.kind, noting: &findings)
    case .study:
      let read = try study(.qdpx)
      return try StudyProject(
        read.study, in: read.place, rows: read.rows(uncoded: true), format: input.kind, noting: &findings)
    case .codebook, .codes, .responses: throw impossible(.qdpx)
    }
  }

  private mutating func rows() throws(Finding) -> [any ExcerptStream] {
    switch input.content {
    case .project(let sample, let format): return [try format.open(sample)]
    case .excerpts(let file): return [try file.rows()]
    case .study:
      return try study(.excerpts).rows()
    case .codebook, .codes, .responses: throw impossible(.excerpts)
    }
  }

  private mutating func codes(_ target: ConversionTarget) throws(Finding) -> [ProjectOutline.Code] {
    switch input.content {
    case .codebook(let codebook): return codebook.projectCodes
    case .codes(let codebook): return codebook.codes
    case .project(let sample, let format): return try format.openProject(sample).outline.codes
    case .study: return try study(target).study.codebook.projectCodes
    case .excerpts: return try project().outline.codes
    case .responses: throw impossible(target)
    }
  }

  private mutating func codebook() throws(Finding) -> Table {
    switch input.content {
    case .codebook(let codebook): return codebook.table
    case .study: return try study(.codebook).study.codebook.table
    case .codes(let codebook): return table(codebook)
    case .responses: throw impossible(.codebook)
    case .project, .excerpts: return table(REFICodebook(try codes(.codebook), in: input.name))
    }
  }

  private mutating func table(_ codes: REFICodebook) -> Table {
    let edition = input.edition ?? .knowingMost(of: codes.codes.map(\.joined))
    return CodebookTable.table(of: codes.rows(adapting: Codebook(Framework(edition)), noting: &findings))
  }

  private mutating func ratings() throws(Finding) -> Table {
    let ratings = try study(.ratings).study.allRatings
    guard !ratings.isEmpty else {
      throw .error(
        at: Origin(file: input.name), "there are no ratings in it", fix: "name a study with ratings")
    }
    return ratings.sheet
  }

  private mutating func responses() throws(Finding) -> Table {
    guard case .responses(let responses) = input.content else { throw impossible(.responses) }
    account = responses.account
    return responses.sheet
  }

  // MARK: Outputs

  private var isWorkbook: Bool { (path as NSString).pathExtension.lowercased() == "xlsx" }

  private func write(_ text: String) throws(Finding) {
    try Draft.file(path) { try Data(text.utf8).write(to: $0) }
  }

  private mutating func write(_ table: Table, named name: String) throws(Finding) {
    guard isWorkbook else { return try write(table.csv) }
    try write([WorkbookWriter.Sheet(name: name, table: table)])
  }

  private mutating func write(_ sheets: [WorkbookWriter.Sheet]) throws(Finding) {
    for finding in try WorkbookWriter.write(sheets: sheets, to: path) { findings.add(finding) }
  }

  private mutating func writeExcerpts() throws(Finding) {
    let streams = try rows()
    if isWorkbook {
      try write([sheet(streams)])
    } else {
      try Draft.file(path) { url in
        let table = try TableFile(url)
        try table.row(ExcerptRow.header)
        for stream in streams {
          while let row = try stream.next() { try table.row(row.cells.map(\.withFormulaGuard)) }
        }
        try table.close()
      }
    }
    note(streams)
  }

  /// The rows of all streams as a worksheet.
  private func sheet(_ streams: [any ExcerptStream]) throws(Finding) -> WorkbookWriter.Sheet {
    var sheet = WorkbookWriter.Sheet(name: "excerpts", header: ExcerptRow.header)
    for stream in streams {
      while let row = try stream.next() {
        sheet.rows.append(row.cells.map { $0.isEmpty ? .empty : .text($0) })
      }
    }
    return sheet
  }

  private mutating func note(_ streams: [any ExcerptStream]) {
    for stream in streams {
      account.add(stream.account)
      account.codings += stream.account.codings
    }
  }

  private mutating func writeStudy() throws(Finding) {
    let project = try project()
    let folder = URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
    let title = project.outline.title.ifEmpty(folder)
    let edition = input.edition ?? .knowingMost(of: project.outline.codes.map(\.joined))
    account = try Draft.folder(path) { folder in
      try StudyFolderWriter(folder: folder, title: title, edition: edition).write(project)
    }
  }

  private mutating func writeWorkbook() throws(Finding) {
    let read = try study(.workbook)
    let streams = try read.rows()
    let tables = [
      read.study.organizations.sheet, read.study.participants.sheet, read.study.allRatings.sheet,
      read.study.codebook.table,
    ]
    let sheets = tables.map { WorkbookWriter.Sheet(name: $0.caption, table: $0) } + [try sheet(streams)]
    try write(sheets.filter { !$0.rows.isEmpty })
    note(streams)
  }
}

/// A study that was read, with its excerpt files.
private struct ReadStudy {
  let study: Study
  let place: StudyPlace
  let files: [ExcerptFile]
  let variables: DocumentVariables

  /// The rows of all excerpt files, with the organizations and participants that the study gives them.
  func rows(uncoded: Bool = false) throws(Finding) -> [any ExcerptStream] {
    var streams: [any ExcerptStream] = []
    for file in files {
      let assignment = SourceAssignment(
        organizations: study.organizations, participants: study.participants,
        pattern: file.organizationPattern, variables: variables)
      streams.append(PlacedRows(try file.rows(uncoded: uncoded), assignment))
    }
    return streams
  }
}
