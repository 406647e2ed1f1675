import CFIRKit

/// One cell's question: which rating, and why.
struct RatingQuestion {
  /// What somebody decided to do.
  enum Decision {
    /// A rating, or nothing to withdraw it, with its reasons.
    case judge(RatingValue?, Ledger.Reasons)
    case skip
    case back
    case quit
  }

  var dialogue = Dialogue()
  /// What is asked for, such as `Rating`.
  var prompt: String
  /// Whether a reason must be given; otherwise it is not asked for.
  var asksWhy: Bool
  /// The construct, since descriptors belong to one alone.
  var construct: Construct.ID
  /// The excerpts that a reason can cite by number.
  var shown: [Excerpt.ID]
  /// Whether there is a rating to withdraw.
  var canWithdraw: Bool

  static let help = """
    −2 … +2; 0 (mixed) or +1* where it pulls both ways; missing, not asked, n/a.
    Enter or s: skip for now. b: back. w: withdraw your rating. q: leave; the same command goes on where you left.
    A rationale may cite the excerpts above by number: Learning is rewarded [1, 3].
    """

  /// Asks until there is a decision.
  func ask() throws -> Decision {
    while let line = try dialogue.ask("\(prompt): ") {
      switch line.lowercased() {
      case "", "s": return .skip
      case "b": return .back
      case "q": return .quit
      case "?": try dialogue.say(Self.help)
      case "w":
        guard canWithdraw else {
          try dialogue.say("there is no rating to withdraw here")
          continue
        }
        guard let reasons = try why("Why is it withdrawn? ") else { return .quit }
        return .judge(nil, reasons)
      default:
        guard let value = try value(line) else { continue }
        guard let reasons = try why("Rationale: ") else { return .quit }
        return .judge(value, reasons)
      }
    }
    return .quit
  }

  private func value(_ line: String) throws -> RatingValue? {
    do throws(UnreadableRating) {
      let value = try RatingValue(token: line)
      if case .descriptor = value, construct != "c09-intervention-source" {
        try? dialogue.say(
          "'\(line)' describes where an intervention came from, which only CFIR 2009 Intervention Source does; write a rating, or missing"
        )
        return nil
      }
      return value
    } catch {
      try dialogue.say("'\(error.token)' is not a rating; \(error.fix) (? for help)")
      return nil
    }
  }

  private func why(_ prompt: String) throws -> Ledger.Reasons? {
    guard asksWhy else { return Ledger.Reasons() }
    let reminder = "a rationale is needed, so that others can follow; start with --no-rationale to do without"
    while let line = try dialogue.insist(prompt, else: reminder) {
      do throws(CitedRationale.UnknownNumber) {
        let rationale = try CitedRationale(line, shown: shown)
        if !rationale.text.isEmpty {
          return Ledger.Reasons(rationale: rationale.text, excerpts: rationale.excerpts)
        }
      } catch {
        try dialogue.say(error.message)
        continue
      }
      try dialogue.say(reminder)
    }
    return nil
  }
}
