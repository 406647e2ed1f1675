import CFIRKit

/// Any table of answers, scored as one scale of the named columns.
public struct ItemTable: Sendable {
  /// Where it is.
  public var path: String
  /// The columns of the items.
  public var items: [String]
  /// Those of them that are turned round.
  public var reversed: Set<String> = []
  /// The ends of the scale; nothing where any number will do.
  public var range: ClosedRange<Double>?

  /// A table and the columns of its items.
  public init(path: String, items: [String]) {
    self.path = path
    self.items = items
  }

  /// The columns as an instrument of one scale, the mean of its answered items.
  private func instrument(_ range: ClosedRange<Double>?, reversed: Set<String>) -> Instrument {
    Instrument(
      id: "scale", title: path, subscales: [.init(id: "scale", name: "scale")],
      items: items.map { name in
        Item(
          id: .init(name), subscale: "scale", answers: range.map { ResponseScale($0) } ?? .any,
          isReverse: reversed.contains(name))
      })
  }

  /// The one scale that is scored.
  public var scales: [ScoredScale] { instrument(range, reversed: []).scoredScales(by: Codebook(.cfir2022)) }

  /// Reads and scores the table.
  ///
  /// Without a range, items are turned round about the lowest and highest answer to any of them, as R's `psych` does; the
  /// table is then read twice.
  ///
  /// - Parameters:
  ///   - options: How the table is to be read.
  ///   - passOn: What is done with each respondent's scores besides keeping them.
  /// - Returns: What it says, and all findings.
  /// - Throws: A finding where it cannot be read at all.
  public func read(_ options: ResponseOptions, passOn: ((Survey.Row) -> Void)? = nil) throws(Finding)
    -> ResponseReading
  {
    var options = options
    options.needsEveryItem = true
    var ends = range
    var note: Finding?
    if ends == nil && !reversed.isEmpty {
      var plain = options
      plain.keepsScores = false
      let first = try read(instrument(nil, reversed: []), plain, nil)
      if first.findings.hasErrors { return first }
      let answers = first.survey.tally.answers.flatMap { $0.ascending.map(\.value) }
      if let low = answers.min(), let high = answers.max(), low < high {
        ends = low...high
        note = Finding(
          .note, at: Origin(file: path),
          "no range is given; items are turned round about the answers found, \(ResponseScale(low...high).words)",
          fix: "say --range to give the scale's ends, which r_wg needs as well")
      }
    }
    var reading = try read(instrument(ends, reversed: reversed), options, passOn)
    if let note { reading.findings.add(note) }
    // A range that was only found says nothing of how many answers were offered.
    if range == nil { reading.survey.tally.forgetScales() }
    return reading
  }

  private func read(
    _ instrument: Instrument, _ options: ResponseOptions, _ passOn: ((Survey.Row) -> Void)?
  ) throws(Finding) -> ResponseReading {
    return try ResponseReader.read(
      path: path, instrument: instrument, scales: scales,
      options: options, passOn: passOn)
  }
}
