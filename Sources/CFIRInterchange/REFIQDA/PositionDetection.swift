/// How the positions of a document's selections are counted, found out from its text.
///
/// A selection's name is usually the beginning of its words: the convention under which most names are found where they should be is the
/// document's. Where names say nothing (NVivo leaves them empty, ATLAS.ti lets users change them), selections begin and end at words.
struct PositionDetection {
  /// A selection as far as it matters here.
  struct Sample {
    var start, end: Int
    var name: String
  }

  /// What speaks for the convention.
  enum Evidence: Hashable {
    /// The words of so many selections are their names.
    case names
    /// So many selections begin and end at a word or a line.
    case words
    /// The document does not tell; the project's documents before it do.
    case others
    /// Nothing tells one convention from another, or nothing fits.
    case none
  }

  /// The convention that is used.
  let convention: PositionConvention
  /// What speaks for it.
  let evidence: Evidence
  /// How many selections bear it out.
  let matched: Int
  /// How many could have.
  let total: Int

  /// Finds the convention of a document.
  ///
  /// - Parameters:
  ///   - samples: Its selections.
  ///   - text: Its words.
  ///   - usual: The convention of the project's documents so far, for where the document itself does not tell.
  init(_ samples: [Sample], in text: PlainText, usual: PositionConvention? = nil) {
    let named = samples.filter { !$0.name.isEmpty }.map { ($0, SelectionName.Pattern($0.name)) }
    var rivals = PositionConvention.candidates(in: text)
    let byName = Self.best(of: rivals) { Self.namesMatched(named, PositionReading($0, in: text), text) }
    let isNamed = byName.matched > 0 && byName.matched * 4 >= named.count
    if byName.matched > 0 { rivals = byName.rivals }
    let byWord = Self.best(of: rivals) { Self.edgesAtWords(samples, PositionReading($0, in: text), text) }
    // Some places are edges of words by chance, which is no evidence.
    let isClear =
      byWord.matched * 5 >= samples.count * 2 * 3
      && (rivals.count == 1 || byWord.lead >= max(2, samples.count / 5))
    let chosen: PositionConvention
    if Self.areEqual(rivals, samples, text) {
      chosen = rivals[0]
    } else if isClear, byWord.rivals.count == 1 {
      chosen = byWord.rivals[0]
    } else {
      let usual = usual.flatMap { usual in rivals.first { $0.isSame(as: usual, in: text) } }
      convention = usual ?? rivals[0]
      (evidence, matched, total) = (usual == nil ? .none : .others, 0, samples.count)
      return
    }
    convention = chosen
    let reading = PositionReading(chosen, in: text)
    if isNamed {
      (evidence, matched, total) = (.names, byName.matched, named.count)
    } else {
      let whole = samples.count { Self.edges($0, reading, text) == 2 }
      (evidence, matched, total) = (isClear ? .words : .none, whole, samples.count)
    }
  }

  /// The conventions with the highest score, and how far the next one is behind.
  private static func best(
    of conventions: [PositionConvention], score: (PositionConvention) -> Int
  ) -> (rivals: [PositionConvention], matched: Int, lead: Int) {
    let scores = conventions.map(score)
    let most = scores.max() ?? 0
    let rivals = zip(conventions, scores).filter { $0.1 == most }.map(\.0)
    return (rivals, most, most - (scores.filter { $0 < most }.max() ?? 0))
  }

  /// Whether conventions give the same passages.
  private static func areEqual(
    _ conventions: [PositionConvention], _ samples: [Sample], _ text: PlainText
  ) -> Bool {
    guard conventions.count > 1 else { return true }
    let readings = conventions.map { PositionReading($0, in: text) }
    return samples.allSatisfy { sample in
      let first = readings[0].span(from: sample.start, to: sample.end)
      return readings.dropFirst().allSatisfy { $0.span(from: sample.start, to: sample.end) == first }
    }
  }

  private static func namesMatched(
    _ named: [(Sample, SelectionName.Pattern)], _ reading: PositionReading, _ text: PlainText
  ) -> Int {
    named.count { sample, name in
      guard let span = reading.span(from: sample.start, to: sample.end) else { return false }
      return name.matches(text.bytes(span))
    }
  }

  private static func edgesAtWords(_ samples: [Sample], _ reading: PositionReading, _ text: PlainText) -> Int
  {
    samples.reduce(0) { $0 + edges($1, reading, text) }
  }

  /// Whether a selection begins where something does, and ends where something does: 0 to 2.
  private static func edges(_ sample: Sample, _ reading: PositionReading, _ text: PlainText) -> Int {
    guard let span = reading.span(from: sample.start, to: sample.end) else { return 0 }
    return (text.isBeginning(span.lowerBound) ? 1 : 0) + (text.isEnd(span.upperBound) ? 1 : 0)
  }
}
