import CFIRKit
import CFIRStatistics
import Foundation
import Synchronization

/// The first interrupt asks a search to end with what it has; a second one ends the program.
enum Interruption {
  private static let wasAsked = Atomic(false)

  /// Whether somebody has interrupted since ``begin()``.
  static var isAsked: Bool { wasAsked.load(ordering: .relaxed) }

  /// Takes interrupts.
  static func begin() {
    // Made before a signal can ask for it.
    wasAsked.store(false, ordering: .relaxed)
    signal(SIGINT) { _ in
      Interruption.wasAsked.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
    // A program that starts this one may keep interrupts from those that it starts.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Clears what is shown, and leaves interrupts to the system again.
  static func end() {
    signal(SIGINT, SIG_DFL)
    show("")
  }

  /// Shows on a terminal how far a search is, in place of what was shown before.
  static func show(_ text: String) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
  }

  /// Follows a search whose stages have names.
  static func monitor(_ notation: FormulaNotation) -> SearchMonitor {
    begin()
    return SearchMonitor(isCancelled: { isAsked }, begins: { show($0.words(notation)) })
  }
}

/// Follows a search that says nothing of itself: seconds are shown.
final class SearchClock {
  private let start = ContinuousClock.now
  private var shown = 0

  init() { Interruption.begin() }

  /// Whether the search is to end; polled by it.
  func poll() -> Bool {
    let seconds = Int((ContinuousClock.now - start).components.seconds)
    if seconds > shown {
      shown = seconds
      Interruption.show("searching for \(seconds) s; Ctrl-C ends with what was found so far")
    }
    return Interruption.isAsked
  }
}
