import CFIRKit

/// What the matrix' marks, shades and short names mean; only of those that occur.
struct MatrixKey {
  let facts: Facts

  var nodes: [HTML] {
    [shades] + notes.map { HTML("p", ["class": "note"], .text($0)) } + [names].compactMap { $0 }
  }

  private var shades: HTML {
    var samples: [(tone: Table.Tone, sign: String, words: String)] = [
      (.strongPositive, "+2", "helps strongly"), (.positive, "+1", "helps"),
      (.neutral, "0", "neither helps nor hinders"),
      (.negative, "\u{2212}1", "hinders"), (.strongNegative, "\u{2212}2", "hinders strongly"),
    ]
    let cells = facts.matrix.allCells
    func occurs(_ matches: (RatingMatrix.Cell) -> Bool) -> Bool { cells.contains(where: matches) }
    if occurs({ $0.score?.isMixed == true && $0.score?.value == 0 }) {
      samples.append((.mixed, "0 mixed", "pulls both ways and balances"))
    }
    if occurs({ $0.score?.isMixed == true && $0.score?.value != 0 }) {
      samples.append((.positive, "+1*", "mixed, leaning to the sign"))
    }
    if occurs({ $0.settled.value == .missing }) {
      samples.append((.missing, "missing", "asked, too little said"))
    }
    if occurs({ $0.settled.value == .notAsked }) {
      samples.append((.missing, "not asked", "nobody was asked"))
    }
    if occurs({ $0.settled.value == .notApplicable }) { samples.append((.missing, "n/a", "does not apply")) }
    if occurs({ if case .descriptor = $0.settled.value { true } else { false } }) {
      samples.append((.neutral, "E, I", "source external or internal; a fact without valence"))
    }
    if occurs({ $0.settled.value == nil }) {
      samples.append((.unresolved, "unresolved", "the raters differ; no score"))
    }
    let blanks = facts.matrix.constructs.flatMap { construct in
      facts.organizations.map {
        (facts.matrix[construct.id, $0.id] == nil, facts.evidence[construct.id]?[$0.id] != nil)
      }
    }
    if blanks.contains(where: { $0.0 && $0.1 }) {
      samples.append((.blank, "not rated", "evidence, but no rating"))
    }
    if blanks.contains(where: { $0.0 && !$0.1 }) {
      samples.append((.blank, "–", facts.hasEvidence ? "no evidence and no rating" : "no rating"))
    }
    return HTML(
      "ul", ["class": "key", "aria-label": "Key"],
      samples.map {
        HTML(
          "li", [:], HTML("span", ["class": "swatch \($0.tone.rawValue)"], .text($0.sign)), " ",
          HTML("span", [:], .text($0.words)))
      })
  }

  private var notes: [String] {
    var notes: [String] = []
    let cells = facts.matrix.allCells
    let bases: [(SettledRating.Basis, String)] = [
      (.agreed, "a: all raters agree; no consensus was recorded"), (.single, "s: a single rater"),
      (.derived, "d: derived by the criteria from judged excerpts"),
    ]
    let marks = bases.filter { basis in cells.contains { $0.settled.basis == basis.0 } }.map(\.1)
    let hasConsensus = cells.contains { $0.settled.basis == .consensus }
    if !marks.isEmpty {
      notes.append(
        "Basis. \(marks.joined(separator: "; ")).\(hasConsensus ? " Without a letter: consensus of the team." : "")"
      )
    } else if hasConsensus {
      let exception =
        cells.contains { $0.settled.basis == .unresolved } ? ", except where a cell is unresolved" : ""
      notes.append("Every rating is the team’s consensus\(exception).")
    }
    if !facts.differences.isEmpty {
      notes.append("\(SettledDifferences.mark): the raters had differed before the team settled the cell.")
    }
    let reversed = facts.matrix.constructs.filter(\.isReverseRated).map(facts.names.construct)
    if !reversed.isEmpty {
      notes.append("Reverse rated, so that + always helps: \(English.list(reversed)).")
    }
    if let comparison = facts.comparison {
      var note = "Distinguishing, by the rule “\(comparison.rule.rawValue)”: \(comparison.rule.criteria)."
      if comparison.rows.contains(where: {
        $0.direction == .low && ($0.verdict == .strong || $0.verdict == .weak)
      }) {
        note += " Reversed: rated higher where implementation went less well."
      }
      if comparison.rows.contains(where: { $0.verdict == .insufficient }) {
        note += " Insufficient: a group has no score."
      }
      notes.append(note)
    }
    if !facts.isSingleCase {
      notes.append(
        "Influence, whatever the outcome: a facilitator (barrier) is rated positive (negative) in more than half of the organizations with a score, a strong one +2 (\u{2212}2) in more than half; contested where no sign prevails."
      )
    }
    return notes
  }

  private var names: HTML? {
    let shortened = facts.organizations.filter { facts.names.isShortened($0.id) }
    guard !shortened.isEmpty, !facts.isSingleCase else { return nil }
    let parts = shortened.map { "\(facts.names.short($0.id)) \u{2002}\($0.name)" }
    return HTML(
      "ul", ["class": "names", "aria-label": "Short names"], parts.map { HTML("li", [:], .text($0)) })
  }
}
