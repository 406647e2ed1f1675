import CFIRKit

/// How much there is of everything, counted once for sentences and tables alike.
struct Counts: Sendable {
  let organizations: Int
  let sources: Int
  /// Sources that somebody left whom the study knows as a participant.
  let attributedSources: Int
  let participants: Int
  let roles: [(role: String, participants: Int)]
  /// Distinct passages; nothing where words were not read.
  let passages: Int?
  let clearedPassages: Int
  /// Rows of the exports, judgement and unmapped codes among them.
  let rows: Int
  /// Rows coded to constructs of the framework and to the team's own codes.
  let constructRows: Int
  let ownCodeRows: Int
  let ownCodes: Int
  let judgedRows: Int
  let unmappedRows: Int
  let coders: [String]
  let constructs: Int
  let cells: Int
  let ratedCells: Int
  let scoredCells: Int
  let bases: [(basis: SettledRating.Basis, cells: Int)]
  /// Cells settled on a reason for having no score: `missing`, `not asked`, `n/a`, `E`, `I`.
  let unscored: [(reason: String, cells: Int)]
  /// Ratings by raters, as they stood before any consensus.
  let individualRatings: Int
  let raters: [String]
  /// Cells that at least two raters rated, and those of them where their ratings were equal.
  let doublyRated: Int
  let equallyRated: Int

  func basis(_ basis: SettledRating.Basis) -> Int { bases.first { $0.basis == basis }?.cells ?? 0 }

  init(_ facts: Facts) {
    let study = facts.study
    let cells = facts.matrix.allCells
    organizations = facts.organizations.count
    let informants = study.tally.informants
    var sources = Set(informants.map(\.source)).union(study.excerpts.map(\.source))
    sources.remove("")
    let named = Set(informants.filter { $0.participant != nil }.map(\.source))
      .union(study.excerpts.filter { $0.participant != nil }.map(\.source))
    self.sources = sources.count
    attributedSources = named.intersection(sources).count
    let spoke = Set(informants.compactMap(\.participant)).union(study.excerpts.compactMap(\.participant))
    participants = study.participants.isEmpty ? spoke.count : study.participants.count
    roles = Self.tallied(study.participants.map(\.role).filter { !$0.isEmpty }).map {
      (role: $0.value, participants: $0.count)
    }
    passages = study.excerpts.isEmpty ? nil : study.excerpts.count
    clearedPassages = study.excerpts.count(where: \.isCleared)
    rows = study.tally.rows
    var (coded, own, judged) = (0, 0, 0)
    var ownCodes: Set<Construct.ID> = []
    for (construct, row) in facts.evidence {
      let isOwn = study.codebook.construct(construct)?.kind == .code
      if isOwn { ownCodes.insert(construct) }
      for cell in row.values {
        if isOwn { own += cell.excerpts } else { coded += cell.excerpts }
        judged += cell.excerpts - cell.unjudged
      }
    }
    (constructRows, ownCodeRows, judgedRows) = (coded, own, judged)
    self.ownCodes = ownCodes.count
    unmappedRows = study.tally.unmapped.values.reduce(0, +)
    coders = Set(study.excerpts.flatMap { $0.codings.map(\.coder) }).filter { !$0.isEmpty }.sorted()
    constructs = facts.matrix.constructs.count
    self.cells = constructs * organizations
    ratedCells = cells.count
    scoredCells = cells.count { $0.score != nil }
    bases = [.consensus, .agreed, .single, .derived, .unresolved].map { basis in
      (basis: basis, cells: cells.count { $0.settled.basis == basis })
    }
    unscored = Self.tallied(cells.filter { $0.settled.value != nil && $0.score == nil }.map(\.token))
      .map { (reason: $0.value, cells: $0.count) }
    let given = study.ratingsBeforeConsensus(in: facts.matrix)
    individualRatings = given.reduce(0) { $0 + $1.count }
    raters = Set(given.joined().map(\.rater)).sorted().map(\.rawValue)
    let double = given.filter { $0.count > 1 }
    doublyRated = double.count
    equallyRated = double.count { Set($0.map(\.value)).count == 1 }
  }

  /// Values by how often they stand there, the most frequent first, then as they come.
  private static func tallied(_ values: [String]) -> [(value: String, count: Int)] {
    var order: [String] = []
    var counts: [String: Int] = [:]
    for value in values {
      if counts[value] == nil { order.append(value) }
      counts[value, default: 0] += 1
    }
    // Sorting by places keeps those of equal number as they came.
    let places = order.indices.sorted { (first: Int, second: Int) -> Bool in
      let (before, after) = (counts[order[first]] ?? 0, counts[order[second]] ?? 0)
      return before == after ? first < second : before > after
    }
    return places.map { (value: order[$0], count: counts[order[$0]] ?? 0) }
  }
}
