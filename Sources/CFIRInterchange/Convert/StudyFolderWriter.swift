import CFIRKit
import Foundation

/// A project written as a study folder: its sources with their words, its codes, who spoke, and the canonical table of excerpts.
struct StudyFolderWriter {
  /// What was remarked on the project as a whole.
  static let memos = "memos.txt"

  private let folder: URL
  private let title: String
  private let edition: Framework.Edition

  /// - Parameters:
  ///   - folder: An empty folder.
  ///   - title: What the study is called.
  ///   - edition: The framework that it is read by.
  init(folder: URL, title: String, edition: Framework.Edition) {
    self.folder = folder
    self.title = title
    self.edition = edition
  }

  /// Writes everything; documents are taken one after the other.
  ///
  /// - Returns: What was taken, and what was left.
  /// - Throws: A finding where the project cannot be read on, or what the file system says.
  func write(_ project: any ProjectSource) throws -> ImportAccount {
    let manager = FileManager.default
    try manager.createDirectory(
      at: folder.appendingPathComponent("sources"), withIntermediateDirectories: true)
    let rows = DocumentRows(project.outline)
    var sources: [StudySource] = []
    var taken: Set<String> = []
    let excerpts = try TableFile(folder.appendingPathComponent("excerpts/excerpts.csv"))
    try excerpts.row(ExcerptRow.header)
    while let document = try project.nextDocument() {
      var source = StudySource(name: document.name, group: document.group, variables: document.variables)
      source.memo = document.memos.joined(separator: "\n\n")
      if !document.text.isEmpty {
        source.text = "sources/" + SourceTable.fileName(for: document.name, taken: &taken)
        try write(document.text, to: source.text)
      }
      sources.append(source)
      for row in rows.rows(document) + rows.remarks(document) {
        try excerpts.row(row.cells.map(\.withFormulaGuard))
      }
    }
    try excerpts.close()
    // A table without rows would be taken for an export that went wrong.
    if excerpts.count == 1 { try manager.removeItem(at: folder.appendingPathComponent("excerpts")) }
    try write(SourceTable.text(sources), to: SourceTable.name)
    try write(CodeSystemTable.text(project.outline.codes), to: CodeSystemTable.name)
    let people = project.outline.cases.filter { !$0.name.isEmpty }
    if !people.isEmpty { try write(participants(people), to: "participants.csv") }
    if !project.outline.memos.isEmpty {
      try write(project.outline.memos.joined(separator: "\n\n") + "\n", to: Self.memos)
    }
    try write(StudyScaffold.yaml(title: title, framework: edition), to: "study.yaml")
    return project.account
  }

  private func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(path))
  }

  private func participants(_ people: [ProjectOutline.Case]) -> String {
    func value(_ person: ProjectOutline.Case, _ names: [String]) -> String {
      person.variables.first { names.contains(TableReader.key($0.name)) }?.value ?? ""
    }
    let own = ["organization", "organisation", "site"]
    var further: [String] = []
    for variable in people.flatMap(\.variables) {
      let isOwn = (own + ["role"]).contains(TableReader.key(variable.name))
      if !isOwn && !further.contains(variable.name) { further.append(variable.name) }
    }
    var writer = CSVWriter()
    writer.row(["participant", "organization", "role", "source"] + further.map(\.withFormulaGuard))
    for person in people {
      writer.row(
        ([
          person.name, value(person, own), value(person, ["role"]),
          // A semicolon would part a source's name; the excerpts name their participant, too.
          person.sources.filter { !$0.contains(";") }.joined(separator: "; "),
        ] + further.map { name in person.variables.first { $0.name == name }?.value ?? "" })
        .map(\.withFormulaGuard))
    }
    return writer.text
  }
}

/// A table that is written row by row.
final class TableFile {
  /// How many rows have been written, the header included.
  private(set) var count = 0
  private let handle: FileHandle
  private var writer = CSVWriter()

  /// - Throws: What the file system says.
  init(_ url: URL) throws {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data().write(to: url)
    handle = try FileHandle(forWritingTo: url)
  }

  /// Adds a row.
  func row(_ cells: [String]) throws {
    writer.row(cells)
    count += 1
    if writer.text.utf8.count > 1 << 20 { try flush() }
  }

  /// Writes what is left.
  func close() throws {
    try flush()
    try handle.close()
  }

  private func flush() throws {
    try handle.write(contentsOf: Data(writer.text.utf8))
    writer = CSVWriter()
  }
}
