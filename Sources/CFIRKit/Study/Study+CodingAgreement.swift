import CFIRStatistics

extension Study {
  /// Agreement on codings, where excerpts have a coder and character positions; takes the excerpts' words.
  public func codingAgreement() -> CodingAgreement {
    let constructs = codebook.sorted(
      Set(excerpts.flatMap { $0.codings.map(\.construct) }).compactMap(codebook.printed))
    let places = Dictionary(
      constructs.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var marks: [CodingAgreement.Mark] = []
    var leftOut = 0
    for excerpt in excerpts {
      let positions = excerpt.characterPositions
      for coding in excerpt.codings {
        guard let positions, let place = places[coding.construct], !coding.coder.isEmpty else {
          leftOut += 1
          continue
        }
        marks.append(
          .init(
            source: "\(excerpt.organization)\u{0}\(excerpt.source)", coder: coding.coder,
            span: .init(start: positions.lowerBound, end: positions.upperBound, code: place)))
      }
    }
    return CodingAgreement(
      marks, constructs: constructs.map { ($0.id.rawValue, $0.name) }, leftOut: leftOut)
  }
}

extension Excerpt {
  /// Where it stands in its source, in characters (Unicode code points) from 0.
  ///
  /// `nil` unless start and end are whole numbers that lie as far apart as the words are long: paragraph and page numbers are none.
  var characterPositions: Range<Int>? {
    guard let start = Int(start), let end = Int(end), start >= 0, start < end,
      end - start == text.unicodeScalars.count
    else { return nil }
    return start..<end
  }
}
