import CFIRKit

/// Why there is no comparison of high and low implementers, and what one would need.
struct NoComparison {
  let facts: Facts

  /// The reason, as a clause.
  var reason: String {
    if facts.organizations.isEmpty { return "the study names no organization" }
    if facts.isSingleCase { return "the study has one organization" }
    guard let groups = facts.study.groups else { return "the study names no outcome and no groups" }
    let missing = [(groups.high, "high"), (groups.low, "low")].filter { $0.0.isEmpty }.map(\.1)
    return "no organization stands in the \(English.list(missing, "or in the")) group"
  }

  /// What a comparison would need, as a sentence.
  var need: String {
    if facts.isSingleCase || facts.organizations.isEmpty {
      return
        "A comparison needs at least one organization where implementation went well and one where it did not, rated on the same constructs; "
        + "with two or three on each side the pattern begins to carry weight."
    }
    if facts.study.groups == nil {
      return
        "It needs a record of how implementation went: a column of organizations.csv that study.yaml names under “outcome”, or the organizations sorted under “groups”."
    }
    return
      "It needs at least one organization in the high and one in the low group; the outcome’s order or cuts in study.yaml decide who stands where."
  }

  var nodes: [HTML] {
    var paragraphs = [
      "No comparison was made, since \(reason). \(need)"
    ]
    if facts.isSingleCase {
      paragraphs.append(
        "What a single case can say is which constructs help and which hinder within it, and in whose words; the parts that follow do that."
      )
    } else if !facts.organizations.isEmpty {
      paragraphs.append(
        "What helps and what hinders across the organizations does not depend on an outcome; the next part shows it."
      )
    }
    return paragraphs.map { HTML("p", [:], .text($0)) }
  }
}
