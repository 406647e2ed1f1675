import CFIRKit

/// A kind of file that coded excerpts come in.
protocol ExcerptFormat: Sendable {
  /// What people call it, such as `Taguette highlights`.
  var name: String { get }

  /// Whether a file is of this kind, by what it holds; never by its name alone.
  func recognizes(_ sample: FileSample) -> Bool

  /// The file's codings, one after the other.
  ///
  /// - Throws: A finding where the file cannot be read at all.
  func open(_ sample: FileSample) throws(Finding) -> any ExcerptStream
}

/// The codings of a file, one after the other, in bounded memory.
protocol ExcerptStream: AnyObject {
  /// The next coding; nothing after the last.
  ///
  /// - Throws: A finding where reading cannot go on.
  func next() throws(Finding) -> ExcerptRow?

  /// What was taken and what was left so far, and why; complete after the last row.
  var account: ImportAccount { get }
}
