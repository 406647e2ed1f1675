import CFIRKit

extension ImportAccount.Reason {
  /// A passage or row that nobody coded.
  static let uncoded = ImportAccount.Reason(
    "uncoded", "passage without a code", several: "passages without a code",
    why: "code it in the program that wrote the file, if it matters")

  /// A coding whose words the file does not hold.
  static let wordless = ImportAccount.Reason(
    "without-text", "coding without text", several: "codings without text",
    why: "there are no words to count or quote; look at it in the program that wrote the file")

  /// The same code on the same passage by the same coder, a second time.
  static let repeated = ImportAccount.Reason(
    "repeated", "repeated coding", why: "the file says the same twice; it counts once")

  /// A coding of a region of a picture or a page.
  static let picture = ImportAccount.Reason(
    "picture", "coding of a picture", several: "codings of pictures",
    why: "there are no words in it to count or quote")

  /// A coding of a stretch of a recording.
  static let recording = ImportAccount.Reason(
    "recording", "coding of a recording", several: "codings of recordings",
    why: "there are no words in it to count or quote; code the transcript")

  /// A variable that no column of a study stands for.
  static let homeless = ImportAccount.Reason(
    "variable-without-home", "variable",
    why:
      "of variables, those named as the organization or the participant are used; carry others over to organizations.csv or participants.csv"
  )
}

extension ImportAccount {
  /// Notes how the text was encoded.
  mutating func take(_ encoding: TextEncoding) {
    guard encoding != .utf8 else { return }
    self.encoding = encoding.rawValue
    if let finding = Finding.encoding(encoding, file: file) { note(finding) }
  }
}

extension Finding {
  /// A note that a file's encoding was guessed; nothing where it is sure.
  static func encoding(_ encoding: TextEncoding, file: String) -> Finding? {
    guard encoding == .windows1252 else { return nil }
    return Finding(
      .note, at: Origin(file: file), "the file is not UTF-8 and is read as Windows-1252",
      fix: "export it as UTF-8 if letters look wrong")
  }
}
