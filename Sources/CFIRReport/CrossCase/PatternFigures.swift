import CFIRKit
import CFIRStatistics

/// The whole matrix put into an order in which like stands beside like, and the means of domains.
struct PatternFigures {
  let facts: Facts

  var nodes: [HTML] {
    guard facts.organizations.count > 1, facts.matrix.constructs.count > 1 else { return [] }
    return [HTML("p", [:], .text(words)), seriated.node, profiles.node]
  }

  private var words: String {
    "Rows and columns are ordered so that neighbours are rated as alike as can be: along the shortest path through all of them, the distance of two being the mean difference of their ratings where both have one. The outcome has no part in the order; where organizations of one outcome stand together all the same, the ratings as a whole go with it."
  }

  private func number(_ construct: Construct, _ organization: Organization) -> Int? {
    facts.study.mixed.number(of: facts.matrix[construct.id, organization.id]?.score)
  }

  /// Mean differences in whole ten-thousandths; what has no rating in common is as far apart as can be.
  private static func distances(_ rows: [[Int?]]) -> [[Int]] {
    rows.map { first in
      rows.map { second in
        let shared = zip(first, second).compactMap { a, b in a.flatMap { a in b.map { abs(a - $0) } } }
        return shared.isEmpty ? 40_000 : shared.reduce(0, +) * 10_000 / shared.count
      }
    }
  }

  // MARK: Seriation

  private var sites: [Organization] {
    let columns = facts.organizations.map { site in facts.matrix.constructs.map { number($0, site) } }
    let order = Seriation(Self.distances(columns)).order
    return order.map { facts.organizations[$0] }
  }

  private func constructs(_ sites: [Organization]) -> [Construct] {
    let rows = facts.matrix.constructs.map { construct in sites.map { number(construct, $0) } }
    let order = Seriation(Self.distances(rows)).order
    func mean(_ place: Int) -> Double {
      let values = rows[place].compactMap { $0 }
      return values.isEmpty ? 0 : Double(values.reduce(0, +)) / Double(values.count)
    }
    // What helps stands at the top.
    let isRising = order.first.flatMap { first in order.last.map { mean(first) < mean($0) } } ?? false
    return (isRising ? order.reversed() : order).map { facts.matrix.constructs[$0] }
  }

  private var seriated: Figure {
    let sites = sites
    let rows = constructs(sites)
    var table = Table(
      "Ratings, like beside like",
      columns: [.init("Construct", isHeader: true)]
        + sites.map { .init(facts.names.short($0.id)) })
    var shaded = outcomes(sites)
    for construct in rows {
      let cells = sites.map { facts.matrix[construct.id, $0.id] }
      table.add([.text(facts.names.construct(construct))] + cells.map { .rating($0) })
      shaded.append(
        (
          label: facts.names.construct(construct),
          cells: cells.map { ShadedMatrix.Cell(Self.short($0), .tone(Table.Tone($0))) }
        ))
    }
    var matrix = ShadedMatrix(columns: sites.map { facts.names.short($0.id) }, rows: shaded)
    (matrix.labelWidth, matrix.cellHeight, matrix.cellWidth) = (230, 20, 62)
    let ends = [rows.first, rows.last].compactMap { $0 }.map(facts.names.construct)
    return matrix.figure(
      id: "seriated", title: "The ratings, like beside like",
      description:
        "\(rows.count) constructs from \(ends.joined(separator: " to ")); organizations in the order \(sites.map { facts.names.short($0.id) }.joined(separator: ", ")).",
      table: table)
  }

  /// The group of each organization, above the ratings.
  private func outcomes(_ sites: [Organization]) -> [(label: String, cells: [ShadedMatrix.Cell])] {
    guard let groups = facts.study.groups else { return [] }
    let cells = sites.map { site in
      ShadedMatrix.Cell(groups.group(of: site.id)?.rawValue ?? "–", .hollow)
    }
    return [(label: "Outcome group", cells: cells)]
  }

  private static func short(_ cell: RatingMatrix.Cell?) -> String {
    guard let cell else { return "" }
    return cell.settled.value == nil
      ? "differ"
      : cell.typographic.replacing("0 (mixed)", with: "0 mix").replacing("missing", with: "–")
        .replacing("not asked", with: "–")
  }

  // MARK: Domains

  private var profiles: Figure {
    var table = Table(
      "Mean ratings by domain",
      columns: [.init("Domain", isHeader: true)]
        + facts.organizations.map { .init(facts.names.short($0.id), isNumeric: true) })
    var rows = outcomes(facts.organizations)
    for (domain, constructs) in facts.byDomain(facts.matrix.constructs) {
      let means = facts.organizations.map { site -> Double? in
        let values = constructs.compactMap { number($0, site) }
        return values.isEmpty ? nil : Double(values.reduce(0, +)) / Double(values.count)
      }
      let name = domain.ifEmpty("Without a domain")
      table.add([.text(name)] + means.map { .number($0) })
      rows.append(
        (
          label: "\(name) (\(constructs.count))",
          cells: means.map { ShadedMatrix.Cell(NumberStyle.signed($0, places: 1), Self.fill($0)) }
        ))
    }
    var matrix = ShadedMatrix(
      columns: facts.organizations.map { facts.names.short($0.id) }, rows: rows)
    (matrix.labelWidth, matrix.cellHeight, matrix.cellWidth) = (230, 26, 62)
    var figure = matrix.figure(
      id: "profiles", title: "Domain profiles: mean ratings",
      description: "For each domain the mean of its constructs’ ratings in each organization.", table: table)
    figure.notes = [
      "Means of ratings with a score; behind the name the number of constructs. Ratings have no known distances, so that a mean shows a direction rather than an amount."
    ]
    return figure
  }

  private static func fill(_ mean: Double?) -> Fill {
    guard let mean else { return .hollow }
    return switch mean {
    case 1...: .tone(.strongPositive)
    case 0.25...: .tone(.positive)
    case (-0.25)...: .tone(.neutral)
    case (-1)...: .tone(.negative)
    default: .tone(.strongNegative)
    }
  }
}
