/// Numbers, dates and times of cells as text.
enum CellNumber {
  /// The shortest text that is this number: `1`, not `1.0`; anything else as it is written.
  static func text(_ written: String) -> String {
    guard let number = Double(written), number.isFinite else { return written }
    if number == number.rounded(), abs(number) < 9e15 { return String(Int(number)) }
    return number.description
  }

  /// A day count as `yyyy-MM-dd`, `yyyy-MM-dd HH:mm:ss` or `HH:mm:ss`, to the second; nothing where it is no date that Excel has.
  static func text(
    _ days: Double, as meaning: CellFormats.Meaning, countsFrom1904: Bool
  ) -> String? {
    guard days.isFinite, days >= 0, days < 2_958_466 else { return nil }
    let seconds = Int((days * 86_400).rounded())
    let (day, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let clock = clock(second, hours: second / 3600)
    switch meaning {
    case .number: return nil
    case .elapsed: return self.clock(second, hours: seconds / 3600)
    case .time: return clock
    case .date: return date(Int(days), countsFrom1904)
    case .dateAndTime:
      // Without a day it is a time.
      return day == 0 && !countsFrom1904 ? clock : date(day, countsFrom1904).map { "\($0) \(clock)" }
    }
  }

  private static func clock(_ second: Int, hours: Int) -> String {
    "\(hours.digits(2)):\((second / 60 % 60).digits(2)):\((second % 60).digits(2))"
  }

  /// Day 60 of the older count is a 29 February 1900 that never was; the days before it are one off.
  private static func date(_ day: Int, _ countsFrom1904: Bool) -> String? {
    if countsFrom1904 { return iso(daysSince1970: day - 24_107) }
    switch day {
    case 0: return nil
    case 60: return "1900-02-29"
    default: return iso(daysSince1970: day - (day < 60 ? 25_568 : 25_569))
    }
  }

  /// The proleptic Gregorian date, by eras of 400 years that begin in March.
  private static func iso(daysSince1970 days: Int) -> String {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let year = era * 400 + yearOfEra + (month < 10 ? 0 : 1)
    return "\(year.digits(4))-\((month < 10 ? month + 3 : month - 9).digits(2))-\(day.digits(2))"
  }
}
