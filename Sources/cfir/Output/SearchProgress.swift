import Foundation

/// Watches a long search: says on a terminal that it goes on, and ends it on the first interrupt with what was found so far.
final class SearchProgress {
  private let start = ContinuousClock.now
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var lastSaid = 0
  private var hasSaid = false

  init() {
    SearchProgress.wasInterrupted = false
    signal(SIGINT) { _ in SearchProgress.wasInterrupted = true }
  }

  /// Written by the signal's handler alone, read by the search.
  private nonisolated(unsafe) static var wasInterrupted = false

  /// Whether the search is to end; polled by it.
  func poll() -> Bool {
    let seconds = Int((ContinuousClock.now - start).components.seconds)
    if isTerminal && seconds > lastSaid {
      lastSaid = seconds
      hasSaid = true
      write("\rsearching for \(seconds) s; Ctrl-C ends with what was found so far")
    }
    return SearchProgress.wasInterrupted
  }

  /// Takes the progress line away and gives the interrupt its usual meaning back.
  ///
  /// - Returns: Whether the search was interrupted.
  func end() -> Bool {
    if hasSaid { write("\r\u{1B}[K") }
    signal(SIGINT, SIG_DFL)
    return SearchProgress.wasInterrupted
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
