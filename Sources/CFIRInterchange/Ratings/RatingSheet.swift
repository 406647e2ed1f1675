import CFIRKit

extension [Rating] {
  /// The ratings as a table, one to a row, that reads back.
  var sheet: Table {
    var table = Table(
      "ratings",
      columns: [
        "organization", "construct", "rater", "rating", "summary", "rationale", "excerpts", "round", "date",
      ].map { Table.Column($0) })
    for rating in self {
      table.add(
        [
          rating.organization.rawValue, rating.construct.rawValue, rating.rater.rawValue, rating.value.token,
          rating.summary, rating.rationale, rating.excerpts.map(\.rawValue).joined(separator: "; "),
          rating.round, rating.date,
        ].map { .text($0) })
    }
    return table
  }
}
