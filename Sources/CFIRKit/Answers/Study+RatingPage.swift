extension Study {
  /// What a rater reads before rating a cell: the construct and the words that were coded there, and no judgement of anybody else's.
  ///
  /// - Parameters:
  ///   - cell: The cell.
  ///   - shown: The excerpts, in the order of their numbers.
  ///   - progress: How far the rater has come, such as `3 of 29`.
  /// - Returns: A page for people; it has no other form.
  public func ratingPage(_ cell: RatedCell, showing shown: [Excerpt], progress: String) -> Answer {
    let construct = codebook.printed(cell.construct)
    var blocks: [Answer.Block] = []
    if let definition = construct?.definition, !definition.isEmpty { blocks.append(.paragraph(definition)) }
    if construct?.isReverseRated == true {
      blocks.append(.paragraph("Reverse rated: + always helps, so more of it is −."))
    }
    let sources = Set(shown.map(\.source)).count
    blocks.append(
      .paragraph(
        shown.isEmpty
          ? "Nothing is coded here."
          : "\(NumberStyle.count(shown.count, "excerpt")) from \(NumberStyle.count(sources, "source")):"))
    for (place, excerpt) in shown.enumerated() {
      blocks.append(.quotation(excerpt.text, source: "[\(place + 1)] \(attribution(excerpt))"))
    }
    let name = construct?.name ?? cell.construct.rawValue
    return Answer(
      "\(self.name(cell.organization)): \(name)" + (progress.isEmpty ? "" : " (\(progress))"), blocks: blocks,
      data: Table("", columns: []), json: .null)
  }

  /// What a team reads before it settles a cell: every rater's rating and reason, then the words that were coded there.
  ///
  /// - Parameters:
  ///   - cell: The team's cell.
  ///   - ratings: The raters' own.
  ///   - shown: The excerpts, in the order of their numbers.
  ///   - progress: How far the team has come, and why this cell stands here.
  /// - Returns: A page for people; it has no other form.
  public func consensusPage(
    _ cell: RatedCell, of ratings: [Rating], showing shown: [Excerpt], progress: String
  ) -> Answer {
    let page = ratingPage(cell, showing: shown, progress: progress)
    let numbers = Dictionary(shown.enumerated().map { ($1.id, $0 + 1) }) { first, _ in first }
    let given: [Answer.Block] = ratings.map { rating in
      let why = [rating.summary, rating.rationale].filter { !$0.isEmpty }.joined(separator: " ")
      let cited = rating.excerpts.compactMap { numbers[$0] }.map(String.init)
      return .paragraph(
        "\(rating.rater): \(rating.value.typographic)" + (why.isEmpty ? "" : ". \(why)")
          + (cited.isEmpty ? "" : " [\(cited.joined(separator: ", "))]"))
    }
    return Answer(page.title, blocks: given + page.blocks, data: Table("", columns: []), json: .null)
  }
}
