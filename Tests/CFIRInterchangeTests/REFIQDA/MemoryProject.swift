import CFIRKit

@testable import CFIRInterchange

/// A project in memory.
final class MemoryProject: ProjectSource {
  let outline: ProjectOutline
  private var waiting: [ProjectDocument]
  var account = ImportAccount(file: "memory", format: "project in memory")

  init(_ outline: ProjectOutline, _ documents: [ProjectDocument]) {
    self.outline = outline
    waiting = documents.reversed()
  }

  convenience init(_ documents: [ProjectDocument]) { self.init(ProjectOutline(), documents) }

  func nextDocument() throws(Finding) -> ProjectDocument? { waiting.popLast() }
}

extension ProjectDocument.Passage {
  /// A passage with one code of each of some coders.
  init(
    _ span: Range<Int>, _ code: String, by coders: [String] = ["Ada"], memos: [String] = [], date: String = ""
  ) {
    self.init(
      span: span, codings: coders.map { .init(code: [code], coder: $0, date: date) }, memos: memos,
      origin: Origin(file: ""))
  }
}
