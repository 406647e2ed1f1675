import CFIRKit

/// What the leader's page says in sentences.
struct LeaderSentences {
  let facts: LeaderFacts

  private var profile: ReadinessProfile { facts.profile }

  /// Who answered.
  var respondents: String {
    let counts = profile.respondents
    guard profile.instrument != nil else {
      return "This page rests on what the study team found in interviews and documents."
    }
    guard counts.all > 0 else {
      return
        "Nobody of this organization answered the survey; this page rests on what the study team found in interviews and documents."
    }
    let others = counts.all - counts.leaders - counts.staff
    let parts = [
      counts.leaders > 0 ? English.count(counts.leaders, "leader") : "",
      counts.staff > 0 ? "\(English.number(counts.staff)) staff" : "",
      others > 0 ? "\(English.count(others, "other"))" : "",
    ].filter { !$0.isEmpty }
    let round = profile.round.map { ", in the round of \($0)" } ?? ""
    let people = English.count(counts.all, "person", "people")
    return
      "\(English.opening(people)) answered the survey\(round): \(English.list(parts))."
  }

  /// What stands out.
  var brief: [String] {
    var sentences: [String] = []
    let counts = ReadinessLine.Standing.allCases.map { standing in
      (standing, profile.lines.count { $0.standing == standing && $0.position != nil })
    }
    func count(_ standing: ReadinessLine.Standing) -> Int { counts.first { $0.0 == standing }?.1 ?? 0 }
    let total = profile.lines.count { $0.position != nil }
    if total > 0 {
      let whose = facts.isOwnView ? " by your own answers" : facts.hasAnswers ? "" : " by the interviews"
      sentences.append(
        "Of \(English.count(total, "topic")),\(whose.isEmpty ? "" : whose + ",") \(English.each(count(.strength), "is a strength", "are strengths")), \(English.each(count(.between), "is in between", "are in between")) and \(English.each(count(.gap), "is a gap", "are gaps"))."
      )
      let best = profile.strengths.prefix(3).map(\.words)
      let worst = profile.gaps.prefix(3).map(\.words)
      if !best.isEmpty { sentences.append("Strongest: \(English.list(Array(best))).") }
      if !worst.isEmpty { sentences.append("Weakest: \(English.list(Array(worst))).") }
    } else {
      sentences.append("So far nothing can be said: answers are too few to be shown, and nothing was rated.")
    }
    sentences += heldBack.map { [$0] } ?? []
    let unanswered = profile.unanswered.map(\.words)
    if !unanswered.isEmpty {
      let who = facts.isOwnView ? "You could not answer" : "Nobody could answer"
      sentences.append("\(who): \(English.list(unanswered)). Find out first.")
    }
    return sentences + [changes].filter { !$0.isEmpty }
  }

  /// Why answers are not shown, where none or only the leader's own are.
  private var heldBack: String? {
    let others = profile.respondents.all - (profile.respondents.hasSoleLeader ? 1 : 0)
    guard profile.respondents.all > 0, facts.isOwnView || !facts.hasAnswers else { return nil }
    let subject = facts.isOwnView ? "Only your own answers are shown" : "The survey’s answers are not shown"
    if others == 0 { return "\(subject): nobody else has answered yet." }
    let minimum = facts.study.minimumCell
    return others < minimum
      ? "\(subject): with fewer than \(minimum)\(facts.isOwnView ? " others" : " people") it would be plain who said what."
      : "\(subject): beside the numbers of other organizations they would give away what a few people said there."
  }

  private var changes: String {
    guard let before = profile.earlierRound else { return "" }
    let known = profile.lines.count { $0.change != nil }
    guard known > 0 else { return "" }
    let better = profile.changed(.better).map(\.words)
    let worse = profile.changed(.worse).map(\.words)
    if better.isEmpty && worse.isEmpty {
      return "Since \(before) nothing has changed by half a point or more."
    }
    let parts = [
      better.isEmpty ? "" : "better: \(Self.some(better))", worse.isEmpty ? "" : "worse: \(Self.some(worse))",
    ].filter { !$0.isEmpty }
    return "Since \(before) \(parts.joined(separator: "; "))."
  }

  /// At most five names, and how many more.
  static func some(_ names: [String]) -> String {
    names.count <= 5
      ? English.list(names) : names.prefix(5).joined(separator: ", ") + " and \(names.count - 5) more"
  }

  /// A topic with its number, what was asked, and what the interviews say.
  static func line(_ line: ReadinessLine) -> String {
    var text = line.words
    if let opinion = line.opinion {
      text += ", \(NumberStyle.decimal(opinion.mean, places: 1))"
      if !line.statement.isEmpty { text += ": “\(line.statement)”" }
      if opinion.isDivided { text += " Opinions are divided." }
      if let score = line.rating?.score { text += " Interviews: \(words(score))." }
    } else if let score = line.rating?.score {
      text += ": \(words(score))"
    }
    return text
  }

  private static func words(_ score: RatingValue.Score) -> String {
    switch score.value {
    case 2: "helps strongly"
    case 1: "helps"
    case -1: "hinders"
    case -2: "hinders strongly"
    default: score.isMixed ? "pulls both ways" : "neither helps nor hinders"
    }
  }

  /// Where leaders and staff, or all respondents among themselves, differ.
  var differences: [String] {
    let who = profile.respondents.hasSoleLeader ? "you" : "leaders"
    var sentences = profile.differences.prefix(5).map { line in
      let (first, second) = (line.leaders.opinion?.mean, line.staff.opinion?.mean)
      return
        "\(line.words): \(who) \(NumberStyle.decimal(first, places: 1)), staff \(NumberStyle.decimal(second, places: 1))."
    }
    if facts.hasBothSides && sentences.isEmpty {
      sentences = ["Nowhere are \(who) and staff a whole answer apart."]
    }
    let divided = profile.lines.filter { $0.everybody.opinion?.isDivided == true }.map(\.words)
    if !divided.isEmpty { sentences.append("Divided among themselves on: \(English.list(divided)).") }
    return sentences
  }

  /// The rules of the words.
  var reading: [String] {
    var sentences: [String] = []
    if let ends = profile.ends, facts.hasAnswers {
      func place(_ position: Double) -> String {
        NumberStyle.decimal(
          ends.lowerBound + (position + 2) / 4 * (ends.upperBound - ends.lowerBound), places: 1)
      }
      sentences.append(
        "A strength is a mean of \(place(ReadinessRules.strength)) or more; a gap is a mean below the middle, \(place(ReadinessRules.gap)). Where little is good, as with paperwork, answers are turned round: high is always good. There is no total: a mean over everything would hide what to do."
      )
    } else if profile.lines.contains(where: { $0.position != nil }) {
      sentences.append("A strength is what helps, +1 or +2; a gap is what hinders, \u{2212}1 or \u{2212}2.")
    }
    if facts.hasAnswers && !facts.isOwnView && !facts.hasBothSides && profile.respondents.leaders > 0 {
      sentences.append(
        "Leaders and staff are not set side by side: too few of one side answered, and the other would give them away."
      )
    }
    if facts.study.minimumCell > 1 && profile.respondents.all > 0 {
      sentences.append(
        "Nothing is shown over fewer than \(facts.study.minimumCell) people’s answers, nor what would let one work them out\(profile.respondents.hasSoleLeader ? "; your own answers are yours to see, and are for nobody else" : "")."
      )
    }
    sentences.append(
      "The numbers are in profile.csv beside this page. They are for talking about, not for ranking organizations."
    )
    return sentences
  }
}
