import CFIRStatistics

/// How many cells must be rated by several raters for an interval of a wanted width.
public struct AgreementPlanning: Sendable {
  /// From the lower to the upper end of the interval.
  public var width: Double
  /// The agreement that is expected; nothing: a range of values, and the pilot's.
  public var expected: Double?
  /// How many rate each cell; nothing: two to four.
  public var raters: Int?
  /// The level of the interval.
  public var level: Double
  /// What has been rated so far.
  public var pilot: RatedUnits?
  /// How many cells there are to rate in all, where that is known.
  public var cells: Int?

  /// A plan.
  public init(
    width: Double, expected: Double? = nil, raters: Int? = nil, level: Double = 0.95,
    pilot: RatedUnits? = nil, cells: Int? = nil
  ) {
    (self.width, self.expected, self.raters, self.level) = (width, expected, raters, level)
    (self.pilot, self.cells) = (pilot, cells)
  }

  /// One line of the plan.
  struct Line {
    var basis: String
    var expected: Double
    var raters: Int
    var units: Result<Int, NotComputable>
  }

  private var headline: AgreementCoefficient { pilot?.scale.headline ?? MeasurementScale.ordinal.headline }

  var lines: [Line] {
    var lines: [Line] = []
    if let pilot, let estimate = try? pilot.table.estimate(headline.name, headline.weights, level: level) {
      lines.append(
        Line(
          basis: "pilot", expected: estimate.value, raters: pilot.raters.count,
          units: Result { () throws(NotComputable) in
            try AgreementPlan.units(
              width: width, standardError: estimate.standardError ?? 0, pilot: estimate.units, level: level)
          }))
    }
    for value in expected.map({ [$0] }) ?? [0.6, 0.7, 0.8, 0.9] {
      for count in raters.map({ [$0] }) ?? [2, 3, 4] {
        lines.append(
          Line(
            basis: "formula", expected: value, raters: count,
            units: Result { () throws(NotComputable) in
              try AgreementPlan.units(width: width, expected: value, raters: count, level: level)
            }))
      }
    }
    return lines
  }

  /// The plan.
  ///
  /// - Parameters:
  ///   - title: What is planned for.
  ///   - framework: Its framework, where there is one.
  /// - Returns: The numbers and what they assume.
  public func answer(title: String, framework: Framework.Edition? = nil) -> Answer {
    Answer(
      "\(title): how many cells to rate twice", blocks: [.table(table), .list(assumptions)], data: data,
      json: json(title, framework))
  }

  private var table: Table {
    var table = Table(
      "Cells for a \(NumberStyle.decimal(level * 100, places: 0)) % interval \(NumberStyle.decimal(width)) wide",
      columns: [
        .init("From", isHeader: true), .init("Expected α", isNumeric: true), .init("Raters", isNumeric: true),
        .init("Cells", isNumeric: true),
      ])
    if cells != nil { table.columns.append(.init("Of all cells", isNumeric: true)) }
    for line in lines {
      let units = try? line.units.get()
      var row: [Table.Cell] = [
        .text(line.basis == "pilot" ? "what is rated so far" : "the formula"), .number(line.expected),
        .count(line.raters), .count(units),
      ]
      if let cells {
        row.append(
          .text(
            units.map { $0 > cells ? "more than there are" : "\(percent($0, of: cells)) of \(cells)" } ?? "–")
        )
      }
      table.add(row)
      if case .failure(let problem) = line.units { table.notes.append("\(problem.reason).") }
    }
    return table
  }

  private func percent(_ part: Int, of whole: Int) -> String {
    whole == 0 ? "–" : NumberStyle.decimal(Double(part) / Double(whole) * 100, places: 0) + " %"
  }

  private var assumptions: [String] {
    var points = [
      "The formula is Bonett’s for an intraclass correlation (Statistics in Medicine 2002;21:1331–1335): "
        + "n = 8 z² (1 − α)² (1 + (k − 1) α)² / (k (k − 1) w²) + 1 for k raters and width w, and 5 α more for two raters from α = 0.7. It takes "
        + "ratings for numbers with one error for all raters, no gaps, and α for the intraclass correlation, which interval α nearly is and "
        + "ordinal α is close to.",
      "Choose the cells at random over constructs and organizations: cells that were picked for being easy make any number too small.",
    ]
    if pilot != nil {
      points.insert(
        "What is rated so far gives Gwet’s standard error of α, which falls with the root of the number of cells; further cells are taken to "
          + "be like these, with as many raters. With few cells the error itself is uncertain: plan again as cells come in.",
        at: 1)
    }
    return points
  }

  private var data: Table {
    var data = Table(
      "agreement-plan",
      columns: ["basis", "expected", "raters", "width", "level", "units", "reason"].map { Table.Column($0) })
    for line in lines {
      data.add([
        .text(line.basis), .number(line.expected), .count(line.raters), .number(width), .number(level),
        .count(try? line.units.get()), .text(line.reason ?? ""),
      ])
    }
    return data
  }

  private func json(_ title: String, _ framework: Framework.Edition?) -> JSON {
    [
      "schema": "cfir.agreement-plan/1", "study": .string(title), "framework": JSON(framework?.rawValue),
      "width": JSON(width), "level": JSON(level), "cells": JSON(cells),
      "coefficient": [
        "name": .string(headline.name.rawValue), "weights": .string(headline.weights.rawValue),
      ],
      "plans": .array(
        lines.map { line in
          [
            "basis": .string(line.basis), "expected": JSON(line.expected), "raters": JSON(line.raters),
            "units": JSON(try? line.units.get()), "reason": JSON(line.reason),
          ]
        }),
    ]
  }
}

extension AgreementPlanning.Line {
  fileprivate var reason: String? {
    if case .failure(let problem) = units { problem.reason } else { nil }
  }
}
