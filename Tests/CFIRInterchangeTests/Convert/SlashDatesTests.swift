import Testing

@testable import CFIRInterchange

/// Dates with slashes, whose order other dates of the study tell.
struct SlashDatesTests {
  @Test(arguments: [
    // A day above twelve anywhere tells the order of all.
    (["5/6/2025 9:05:08", "5/17/2025"], ["2025-05-06T09:05:08", "2025-05-17"]),
    (["5/6/2025", "17/5/2025 23:59"], ["2025-06-05", "2025-05-17T23:59:00"]),
    // OpenQDA's American browsers.
    (
      ["3/14/2024, 10:15:00 AM", "3/14/2024, 12:00:01\u{202F}AM", "3/14/2024, 1:02:03 PM"],
      ["2024-03-14T10:15:00", "2024-03-14T00:00:01", "2024-03-14T13:02:03"]
    ),
    // Nothing tells it, or the dates contradict each other: they stay.
    (["5/6/2025", "1/2/2025"], ["5/6/2025", "1/2/2025"]),
    (["13/6/2025", "5/17/2025"], ["13/6/2025", "5/17/2025"]),
    // Other dates are left alone.
    (
      ["5/17/2025", "2025-05-17T10:00:00Z", "17.5.2025", ""],
      ["2025-05-17", "2025-05-17T10:00:00Z", "17.5.2025", ""]
    ),
  ])
  func `are read by what all of them say`(written: [String], expected: [String]) {
    var dates = SlashDates()
    for date in written { dates.meet(date) }
    #expect(written.map(dates.iso) == expected)
  }
}
