import CFIRStatistics

/// What was rated, by whom, on which scale: the ratings that agreement is worked out of.
public struct RatedUnits: Sendable {
  /// A group of units or raters that is looked at by itself.
  public struct Part: Sendable {
    /// The kinds of parts.
    public enum Kind: String, Sendable {
      case domain, construct, raterPair
    }
    /// What holds it together.
    public var kind: Kind
    /// A domain's or construct's id; empty for a pair of raters.
    public var id: String
    /// Its name for people.
    public var name: String
    /// The raters' names, for a pair.
    public var raters: [String] = []
    /// The ratings.
    public var table: AgreementTable
  }

  /// What one unit is: `cell`, `row`.
  public var unitName: String
  /// The raters, in the order of the table's columns.
  public var raters: [String]
  /// The categories' names, in the order of the scale.
  public var categories: [String]
  /// What the categories mean to each other.
  public var scale: MeasurementScale
  /// The ratings.
  public var table: AgreementTable
  /// Domains and constructs by themselves.
  public var parts: [Part] = []
  /// How many ratings had no score, by their token; nothing where that is no question.
  public var unscored: [(token: String, count: Int)] = []
  /// What became of them.
  public var unscoredRule: UnscoredRule?
  /// How many units were left out whole.
  public var excludedUnits = 0

  /// Ratings on a scale.
  public init(
    unitName: String, raters: [String], categories: [String], scale: MeasurementScale, table: AgreementTable
  ) {
    self.unitName = unitName
    self.raters = raters
    self.categories = categories
    self.scale = scale
    self.table = table
  }

  /// Every two raters who rated a unit in common, in the order of the raters.
  public var raterPairs: [Part] {
    raters.indices.flatMap { first in
      raters.indices.dropFirst(first + 1).compactMap { second in
        let table = table.pair(first, second)
        guard table.pairableUnitCount > 0 else { return nil }
        let names = [raters[first], raters[second]]
        return Part(
          kind: .raterPair, id: "", name: names.joined(separator: " – "), raters: names, table: table)
      }
    }
  }
}
