import CFIRKit

/// A table of coded excerpts and how the study wants it read.
struct ExcerptFile: Sendable {
  /// Where it is.
  var path: String
  /// How findings name it.
  var name: String
  /// What it shows of itself, where somebody has looked.
  var sample: FileSample?
  /// Columns that the study names itself.
  var columns: [ExcerptColumn: Located<String>] = [:]
  /// The study's own judgement codes.
  var judgements: [NameKey: Judgement] = [:]
  /// What weights mean, where the study says so; unmapped weights mean nothing.
  var weights: [Double: Judgement] = [:]
  /// A pattern over the document name whose first group is the organization.
  var organizationPattern: OrganizationPattern?

  func open() throws(Finding) -> ExcerptRecords { try ExcerptRecords(self) }

  /// What it shows of itself.
  ///
  /// - Throws: A finding where it cannot be looked at.
  func look() throws(Finding) -> FileSample {
    if let sample { return sample }
    return try FileSample(path: path, name: name)
  }
}

/// A regular expression over a document's name; its first group, or all that it matches, is the organization.
struct OrganizationPattern: Sendable {
  private let pattern: String

  /// - Throws: Where the pattern is no regular expression.
  init(_ pattern: String) throws {
    _ = try Regex(pattern)
    self.pattern = pattern
  }

  func organization(in document: String) -> String? {
    guard let match = try? Regex(pattern).firstMatch(in: document) else { return nil }
    let captured = match.output.dropFirst().first { $0.substring != nil } ?? match.output.first
    return captured?.substring.map { $0.trimmingWhitespace() }
  }
}
