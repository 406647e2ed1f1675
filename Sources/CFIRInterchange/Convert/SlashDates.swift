/// Dates with slashes, such as `5/17/2025 11:52:08`: whether they begin with the month or the day, those of one study say together.
struct SlashDates {
  private var beginsWithMonth = false
  private var beginsWithDay = false

  /// Notes what a date says of the order: a number above twelve is a day.
  mutating func meet(_ written: String) {
    guard let match = Self.match(written) else { return }
    if (Int(match.first) ?? 0) > 12 { beginsWithDay = true }
    if (Int(match.second) ?? 0) > 12 { beginsWithMonth = true }
  }

  /// The date as ISO 8601; as it is written where it has no slashes, or no date of the study tells the order.
  func iso(_ written: String) -> String {
    guard beginsWithMonth != beginsWithDay, let match = Self.match(written) else { return written }
    let (month, day) = beginsWithMonth ? (match.first, match.second) : (match.second, match.first)
    let date = "\(match.year)-\((Int(month) ?? 0).digits(2))-\((Int(day) ?? 0).digits(2))"
    guard var hour = match.hour.flatMap({ Int($0) }) else { return date }
    if let half = match.half { hour = hour % 12 + (half == "P" ? 12 : 0) }
    return "\(date)T\(hour.digits(2)):\(match.minute ?? "00"):\(match.seconds ?? "00")"
  }

  private struct Parts {
    var first, second, year: Substring
    var hour, minute, seconds, half: Substring?
  }

  private static func match(_ written: String) -> Parts? {
    let pattern =
      /([0-9]{1,2})\/([0-9]{1,2})\/([0-9]{4})(?:,?\s+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?:\s?([AP])M)?)?/
    guard let found = written.wholeMatch(of: pattern) else { return nil }
    let parts = found.output
    return Parts(
      first: parts.1, second: parts.2, year: parts.3, hour: parts.4, minute: parts.5, seconds: parts.6,
      half: parts.7)
  }
}
