import CFIRKit

/// What changes a verdict: leaving out an organization, leaving out mixed ratings, another cut of the outcome.
struct Stability {
  let facts: Facts
  let row: Comparison.Row

  /// For a table: `stable`, or `without CGH: strong; middle as low: none`.
  var brief: String {
    if row.isStable { return "stable" }
    var parts = left.map { "without \(English.list($0.organizations, "or")): \($0.verdict.rawValue)" }
    parts += others.map { "\($0.brief): \($0.verdict.rawValue)" }
    return parts.joined(separator: "; ")
  }

  /// For a paragraph.
  var sentences: [String] {
    let sites = row.leaveOneOut.count
    var sentences: [String] = []
    if left.isEmpty {
      sentences.append(
        "The verdict stays the same whichever of the \(English.count(sites, "organization")) is left out.")
    } else {
      let parts = left.map {
        "without \(English.list($0.organizations, "or")) it would \(Self.called($0.verdict))"
      }
      sentences.append("The verdict leans on single organizations: \(English.list(parts)).")
    }
    if !others.isEmpty {
      let parts = Verdict.allCases.compactMap { verdict -> String? in
        let reasons = others.filter { $0.verdict == verdict }.map(\.reason)
        return reasons.isEmpty ? nil : "\(Self.called(verdict)) \(English.list(reasons, "or"))"
      }
      sentences.append("It would \(English.list(parts)).")
    }
    return sentences
  }

  private static func called(_ verdict: Verdict) -> String {
    switch verdict {
    case .strong: "be strong"
    case .weak: "be weak"
    case .none: "vanish"
    case .insufficient: "have too few scores to stand"
    }
  }

  /// Organizations whose absence changes the verdict, by what it changes into.
  private var left: [(verdict: Verdict, organizations: [String])] {
    Verdict.allCases.compactMap { verdict in
      guard verdict != row.verdict else { return nil }
      let found = row.leaveOneOut.filter { $0.verdict == verdict }.map { facts.names.short($0.organization) }
      return found.isEmpty ? nil : (verdict: verdict, organizations: found)
    }
  }

  private struct Check {
    let brief: String
    let reason: String
    let verdict: Verdict
  }

  private var others: [Check] {
    let checks: [(String, String, Verdict?)] = [
      ("mixed left out", "if mixed ratings were left out", row.mixedUnscored),
      ("middle as high", "if the middle group counted as high", row.middleWithHigh),
      ("middle as low", "if the middle group counted as low", row.middleWithLow),
    ]
    return checks.compactMap { brief, reason, verdict in
      guard let verdict, verdict != row.verdict else { return nil }
      return Check(brief: brief, reason: reason, verdict: verdict)
    }
  }
}
