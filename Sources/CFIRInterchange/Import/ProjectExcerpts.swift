import CFIRKit

/// The codings of a project's documents, one after the other.
final class ProjectExcerpts: ExcerptStream {
  private let project: any ProjectSource
  private let maker: DocumentRows
  /// The rows of the present document, the next one last.
  private var waiting: [ExcerptRow] = []

  init(_ project: any ProjectSource) {
    self.project = project
    maker = DocumentRows(project.outline)
  }

  var account: ImportAccount { project.account }

  func next() throws(Finding) -> ExcerptRow? {
    while waiting.isEmpty {
      guard let document = try project.nextDocument() else { return nil }
      waiting = maker.rows(document).reversed()
    }
    return waiting.popLast()
  }
}

/// The rows of the canonical table that a document's codings are.
struct DocumentRows {
  private let owners: [String: ProjectOutline.Case]
  private let people: [String: ProjectOutline.Case]

  init(_ outline: ProjectOutline) {
    let pairs = outline.cases.filter { !$0.name.isEmpty }.flatMap { person in
      person.sources.map { ($0, person) }
    }
    people = Dictionary(outline.cases.map { ($0.name, $0) }) { first, _ in first }
    // Of several people in one document, none can be said to have spoken a passage.
    owners = Dictionary(grouping: pairs) { $0.0 }.compactMapValues { $0.count == 1 ? $0[0].1 : nil }
  }

  func rows(_ document: ProjectDocument) -> [ExcerptRow] {
    let characters = Array(document.text.unicodeScalars)
    return document.passages.flatMap { passage in
      passage.codings.map { coding in
        var row = self.row(passage, of: document, characters)
        row.code = coding.code.joined(separator: ProjectOutline.pathSeparator)
        row.coder = coding.coder
        row.date = coding.date
        row.memo = (passage.memos + coding.memos).joined(separator: " / ")
        return row
      }
    }
  }

  /// The remarks on a document's passages that nobody coded, as rows without a code.
  func remarks(_ document: ProjectDocument) -> [ExcerptRow] {
    let characters = Array(document.text.unicodeScalars)
    return document.passages.filter { $0.codings.isEmpty && !$0.memos.isEmpty }.map { passage in
      var row = self.row(passage, of: document, characters)
      row.memo = passage.memos.joined(separator: " / ")
      return row
    }
  }

  private func row(
    _ passage: ProjectDocument.Passage, of document: ProjectDocument, _ characters: [Unicode.Scalar]
  ) -> ExcerptRow {
    let owner = passage.participant.isEmpty ? owners[document.name] : people[passage.participant]
    var row = ExcerptRow(origin: passage.origin)
    row.organization = organization(document.variables + (owner?.variables ?? []))
    row.group = document.group
    row.participant = owner?.name ?? passage.participant
    row.source = document.name
    row.text = String(scalars: characters[passage.span.clamped(to: 0..<characters.count)])
    row.start = String(passage.span.lowerBound)
    row.end = String(passage.span.upperBound)
    return row
  }

  /// A variable that is named as the canonical table names organizations says which one it is.
  private func organization(_ variables: [Attribute]) -> String {
    let names = Set(ExcerptColumn.organization.names.map(TableReader.key))
    return variables.first { names.contains(TableReader.key($0.name)) && !$0.value.isEmpty }?.value ?? ""
  }
}
