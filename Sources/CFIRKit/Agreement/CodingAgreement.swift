import CFIRStatistics

/// How far coders mark the same stretches of the sources with the same constructs.
public struct CodingAgreement: Sendable {
  /// All constructs together, one construct, or two coders.
  public struct Part: Sendable {
    /// The construct's id; empty for other parts.
    public var id: String
    /// Its name for people.
    public var name: String
    /// The coders, for a pair.
    public var coders: [String] = []
    /// How many spans were marked.
    public var spans: Int
    /// How many sources two coders or more worked on.
    public var sources: Int
    /// The coefficients, each a number or a reason.
    public var results: [(form: UnitizingAlpha.Form, result: Result<UnitizingAlpha, NotComputable>)]
  }

  /// One coder's mark on a source.
  public struct Mark: Sendable {
    /// Where: a source within an organization.
    public var source: String
    /// Who.
    public var coder: String
    /// From where to where, in characters, and the place of the construct.
    public var span: CodedContinuum.Span

    /// A mark.
    public init(source: String, coder: String, span: CodedContinuum.Span) {
      self.source = source
      self.coder = coder
      self.span = span
    }
  }

  /// The coders by name.
  public let coders: [String]
  /// All constructs together.
  public let overall: Part
  /// Each construct against all else.
  public let constructs: [Part]
  /// Every two coders, where there are more than two.
  public let coderPairs: [Part]
  /// How many codings have no character positions, or no coder, and are left out.
  public let leftOut: Int

  /// Works out agreement.
  ///
  /// A coder has worked on a source where any mark there is hers; a source is taken to end where its last mark ends.
  ///
  /// - Parameters:
  ///   - marks: All marks, in the order in which they were read.
  ///   - constructs: Ids and names, in the order that the marks' codes count.
  ///   - leftOut: How many codings could not be used.
  public init(_ marks: [Mark], constructs: [(id: String, name: String)], leftOut: Int) {
    coders = Set(marks.map(\.coder)).sorted {
      $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
    }
    self.leftOut = leftOut
    var sources: [String] = []
    var bySource: [String: [Mark]] = [:]
    for mark in marks {
      if bySource[mark.source] == nil { sources.append(mark.source) }
      bySource[mark.source, default: []].append(mark)
    }
    let groups = sources.compactMap { bySource[$0] }
    func continua(_ chosen: [String]) -> [CodedContinuum] {
      groups.compactMap { marks in
        let here = chosen.filter { coder in marks.contains { $0.coder == coder } }
        guard here.count >= 2 else { return nil }
        return CodedContinuum(
          length: marks.map(\.span.end).max() ?? 0,
          coders: here.map { coder in marks.filter { $0.coder == coder }.map(\.span) })
      }
    }
    func part(
      _ id: String, _ name: String, _ continua: [CodedContinuum], _ forms: [UnitizingAlpha.Form]
    ) -> Part {
      Part(
        id: id, name: name, spans: continua.reduce(0) { $0 + $1.coders.reduce(0) { $0 + $1.count } },
        sources: continua.count,
        results: forms.map { form in
          (form, Result { () throws(NotComputable) in try UnitizingAlpha(form, continua) })
        })
    }
    let all = continua(coders)
    overall = part("", "All constructs", all, [.unitizing, .relevance, .coding])
    self.constructs = constructs.enumerated().compactMap { place, construct in
      let only = all.map { $0.only(place) }
      let made = part(construct.id, construct.name, only, [.relevance])
      return made.spans > 0 ? made : nil
    }
    var pairs: [Part] = []
    for first in coders.indices where coders.count > 2 {
      for second in coders.indices.dropFirst(first + 1) {
        let names = [coders[first], coders[second]]
        let common = continua(names)
        guard !common.isEmpty else { continue }
        var pair = part("", names.joined(separator: " – "), common, [.unitizing, .relevance, .coding])
        pair.coders = names
        pairs.append(pair)
      }
    }
    coderPairs = pairs
  }
}
