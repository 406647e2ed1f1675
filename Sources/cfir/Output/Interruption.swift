import CFIRKit
import CFIRStatistics
import Foundation
import Synchronization

/// The first interrupt asks a search to end with what it has; a second one ends the program.
enum Interruption {
  private static let isAsked = Atomic(false)

  /// Follows a search: on a terminal its stages are shown, and an interrupt ends it.
  static func monitor(_ notation: FormulaNotation) -> SearchMonitor {
    // Made before a signal can ask for it.
    isAsked.store(false, ordering: .relaxed)
    signal(SIGINT) { _ in
      Interruption.isAsked.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
    // A program that starts this one may keep interrupts from those that it starts.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    return SearchMonitor(
      isCancelled: { isAsked.load(ordering: .relaxed) },
      begins: { stage in if isTerminal { show(stage.words(notation)) } })
  }

  /// Clears what is shown, and leaves interrupts to the system again.
  static func end() {
    signal(SIGINT, SIG_DFL)
    if isTerminal { show("") }
  }

  private static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  private static func show(_ text: String) {
    FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
  }
}
