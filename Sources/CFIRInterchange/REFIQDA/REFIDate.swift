/// A moment as the schema has it (`xsd:dateTime`), out of what programs write.
struct REFIDate {
  /// `2024-03-14T10:15:00`, with whatever stood there for the time zone.
  let text: String

  /// A date with or without a time: ISO 8601, or day, month and year with dots, as German and Polish programs write it.
  ///
  /// Dates with slashes can begin with the day or the month, so that they are nothing here.
  init?(_ written: String) {
    guard
      let match = written.wholeMatch(
        of:
          /(?:([0-9]{4})-([0-9]{2})-([0-9]{2})|([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4}))(?:[T ]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(\.[0-9]{1,9})?)?)?(Z|[+-][0-9]{2}:[0-9]{2})?/
      )
    else { return nil }
    let parts = match.output
    let (year, month, day) = (
      Int(parts.1 ?? parts.6 ?? "") ?? 0, Int(parts.2 ?? parts.5 ?? "") ?? 0,
      Int(parts.3 ?? parts.4 ?? "") ?? 0
    )
    let time = [parts.7, parts.8, parts.9].map { Int($0 ?? "0") ?? 0 }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard year > 0, (1...12).contains(month), (1...days[month - 1]).contains(day), time[0] < 24, time[1] < 60,
      time[2] < 60
    else { return nil }
    if let zone = parts.11, zone != "Z" {
      guard (Int(zone.dropFirst().prefix(2)) ?? 99) < 14, (Int(zone.suffix(2)) ?? 99) < 60 else { return nil }
    }
    text =
      "\(year.digits(4))-\(month.digits(2))-\(day.digits(2))T\(time.map { $0.digits(2) }.joined(separator: ":"))"
      + (parts.10 ?? "") + (parts.11 ?? "")
  }
}
