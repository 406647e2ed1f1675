import CFIRKit
import Foundation

/// A study as a project that QDA programs can take: its codes, its sources with their words, who coded what, who spoke.
final class StudyProject: ProjectSource {
  let outline: ProjectOutline
  private(set) var account: ImportAccount

  private let assembly: ProjectAssembly
  private let steps: [String: [String]]
  private let sources: [StudySource]
  private let folder: URL?
  private var position = 0

  /// - Parameters:
  ///   - study: The study, read without errors.
  ///   - place: Where it lies.
  ///   - rows: The rows of its excerpt files.
  ///   - format: What they were read from.
  ///   - findings: Where problems of its tables are noted.
  /// - Throws: A finding where one of its files cannot be read.
  init(
    _ study: Study, in place: StudyPlace, rows: [any ExcerptStream], format: String,
    noting findings: inout Findings
  ) throws(Finding) {
    var assembly = ProjectAssembly()
    var account = ImportAccount(file: place.name, format: format)
    for part in rows {
      try assembly.add(part)
      account.add(part.account)
    }
    folder = place.folder.map { URL(fileURLWithPath: $0) }
    var sources: [StudySource] = []
    if let table = place.existing(SourceTable.name) {
      sources = try SourceTable.read(table.open(), noting: &findings)
    }
    var codes: [ProjectOutline.Code] = []
    if let table = place.existing(CodeSystemTable.name) {
      codes = try CodeSystemTable.read(table.open(), noting: &findings)
    }
    let listed = Set(sources.map(\.name))
    sources += assembly.sourceNames.filter { !listed.contains($0) }.map { StudySource(name: $0) }
    var steps = Dictionary(codes.map { ($0.joined, $0.path) }) { first, _ in first }
    for code in assembly.codes where steps[code] == nil {
      steps[code] = Self.steps(of: code, in: study.codebook)
      codes.append(Self.code(steps[code] ?? [code], defined: study.codebook))
    }
    var outline = ProjectOutline()
    outline.title = study.title
    outline.codes = codes
    outline.coders = assembly.coders
    outline.cases = Self.cases(study, assembly)
    if let memos = place.existing(StudyFolderWriter.memos) {
      outline.memos =
        (try? String(contentsOfFile: memos.path, encoding: .utf8)).map { [$0.trimmingWhitespace()] } ?? []
    }
    self.outline = outline
    self.assembly = assembly
    self.account = account
    self.steps = steps
    self.sources = sources
  }

  func nextDocument() throws(Finding) -> ProjectDocument? {
    guard position < sources.count else { return nil }
    let source = sources[position]
    position += 1
    var document = assembly.document(
      source.name, words: try words(of: source), steps: { self.steps[$0] ?? [$0] }, noting: &account)
    if !source.group.isEmpty { document.group = source.group }
    document.variables = source.variables
    if !source.memo.isEmpty { document.memos = [source.memo] }
    return document
  }

  private func words(of source: StudySource) throws(Finding) -> String? {
    guard !source.text.isEmpty, let folder else { return nil }
    let url = folder.appendingPathComponent(source.text)
    guard url.standardizedFileURL.path.hasPrefix(folder.standardizedFileURL.path + "/"),
      let data = try? Data(contentsOf: url), let text = String(validating: data, as: UTF8.self)
    else {
      throw .error(
        at: Origin(file: SourceTable.name),
        "the words of the source '\(source.name)' cannot be read from '\(source.text)'",
        fix: "put them there as UTF-8 text, or leave the cell empty")
    }
    return text
  }

  /// A path is taken apart at ` > ` and, where the codebook knows what it means, at what else separates steps.
  private static func steps(of code: String, in codebook: Codebook) -> [String] {
    if code.contains(ProjectOutline.pathSeparator) { return Codebook.steps(code) }
    switch codebook.resolve(code: code) {
    case .construct, .judgement: return Codebook.steps(code)
    case .ambiguous, .unmapped: return [code]
    }
  }

  /// A code of which only the path is known, with the definition of its construct.
  private static func code(_ path: [String], defined codebook: Codebook) -> ProjectOutline.Code {
    var code = ProjectOutline.Code(path: path)
    if case .construct(let id, nil) = codebook.resolve(code: code.joined) {
      code.description = codebook.construct(id)?.definition ?? ""
    }
    return code
  }

  /// The participants, or who the excerpts name where the study lists none.
  private static func cases(_ study: Study, _ assembly: ProjectAssembly) -> [ProjectOutline.Case] {
    let listed = study.participants.map { participant in
      var person = ProjectOutline.Case(name: participant.id.rawValue, sources: participant.sources)
      let known = [("organization", participant.organization.rawValue), ("role", participant.role)]
      person.variables =
        known.filter { !$0.1.isEmpty }.map { Attribute(name: $0.0, value: $0.1) }
        + participant.attributes.filter { !$0.value.isEmpty }
      return person
    }
    if !listed.isEmpty { return listed }
    var people: [ProjectOutline.Case] = []
    for source in assembly.sourceNames {
      for row in assembly.rows(of: source) where !row.participant.isEmpty {
        let place = people.firstIndex { $0.name == row.participant } ?? people.count
        if place == people.count {
          people.append(ProjectOutline.Case(name: row.participant))
          if !row.organization.isEmpty {
            people[place].variables = [Attribute(name: "organization", value: row.organization)]
          }
        }
        if !people[place].sources.contains(source) { people[place].sources.append(source) }
      }
    }
    return people
  }
}
