import Foundation

/// Questions and answers, line by line: from a terminal, or from a pipe.
struct Dialogue {
  /// Says something; it is out before the next question.
  func say(_ text: String) throws { try OutputFile.print(text + "\n") }

  /// Asks for one line.
  ///
  /// - Returns: The line without blanks at its ends; nothing where the input has ended.
  func ask(_ prompt: String) throws -> String? {
    try OutputFile.print(prompt)
    guard let line = readLine(strippingNewline: true) else {
      try OutputFile.print("\n")
      return nil
    }
    // What is typed on a terminal is seen there; what comes from a pipe would leave the questions without their answers.
    if isatty(STDIN_FILENO) == 0 { try OutputFile.print("\n") }
    let kept = line.unicodeScalars.filter { $0 == "\t" || $0.value >= 0x20 && $0.value != 0x7F }
    return String(String.UnicodeScalarView(kept)).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Asks until something is written.
  func insist(_ prompt: String, else reminder: String) throws -> String? {
    while let line = try ask(prompt) {
      if !line.isEmpty { return line }
      try say(reminder)
    }
    return nil
  }
}
