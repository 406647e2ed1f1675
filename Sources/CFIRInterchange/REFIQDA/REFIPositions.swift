import CFIRKit

/// How a project's positions were found to be counted, document by document.
struct REFIPositions {
  private struct Key: Hashable {
    var convention: PositionConvention
    var evidence: PositionDetection.Evidence
  }

  private struct Count {
    var documents = 0
    var matched = 0
    var total = 0
    var examples: [String] = []
  }

  private let file: String
  private var order: [Key] = []
  private var counts: [Key: Count] = [:]
  /// The convention that was borne out last.
  private var usual: PositionConvention?

  init(file: String) { self.file = file }

  /// The convention of a document with at least one selection.
  mutating func convention(
    _ samples: [PositionDetection.Sample], in text: PlainText, named name: String
  ) -> PositionConvention {
    guard !samples.isEmpty else { return PositionConvention() }
    let found = PositionDetection(samples, in: text, usual: usual)
    // A text in which all conventions agree says nothing of the others.
    if found.evidence != .none && PositionConvention.candidates(in: text).count > 1 {
      usual = found.convention
    }
    let key = Key(convention: found.convention, evidence: found.evidence)
    if counts[key] == nil { order.append(key) }
    counts[key, default: Count()].documents += 1
    counts[key, default: Count()].matched += found.matched
    counts[key, default: Count()].total += found.total
    if counts[key, default: Count()].examples.count < 3 { counts[key]?.examples.append(name) }
    return found.convention
  }

  /// What was found, in one note for each convention and each kind of evidence.
  var findings: [Finding] { order.compactMap { key in counts[key].map { finding(key, $0) } } }

  private func finding(_ key: Key, _ count: Count) -> Finding {
    let documents = NumberStyle.count(count.documents, "document")
    let found = "positions are read as \(key.convention.words) in \(documents): "
    let share = "\(count.matched) of \(count.total) selections"
    let origin = Origin(file: file)
    switch key.evidence {
    case .names:
      return Finding(.note, at: origin, found + share + " have the words that they are named after")
    case .words: return Finding(.note, at: origin, found + share + " begin and end at a word or a line")
    case .others:
      return Finding(
        .note, at: origin, found + "the documents themselves do not tell, those before them do")
    case .none:
      let names = count.examples.map { "'\($0)'" }.joined(separator: ", ")
      return .warning(
        at: origin,
        found + "that cannot be verified, since only \(share) begin and end at a word or a line",
        fix: "compare some passages of \(names) with the program that wrote the project")
    }
  }
}
