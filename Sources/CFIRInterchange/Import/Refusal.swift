import CFIRKit

/// A kind of file that is known and holds no excerpts that can be read: it is refused with the reason.
struct Refusal: ExcerptFormat {
  let name: String
  /// Why it is refused, as the rest of a sentence that begins with what the file is.
  let why: String
  let fix: String
  private let holds: @Sendable (FileSample) -> Bool

  /// - Parameters:
  ///   - name: What people call it.
  ///   - why: The rest of a sentence that begins with the name.
  ///   - fix: What to do instead.
  ///   - holds: Whether a file is of this kind.
  init(
    _ name: String, why: String, fix: String,
    _ holds: @escaping @Sendable (FileSample) -> Bool
  ) {
    (self.name, self.why, self.fix, self.holds) = (name, why, fix, holds)
  }

  /// A table that is known by its header.
  init(
    table name: String, why: String, fix: String, _ isHeader: @escaping @Sendable (Header) -> Bool
  ) {
    self.init(name, why: why, fix: fix) {
      !$0.header.isEmpty && isHeader(Header($0.header))
    }
  }

  func recognizes(_ sample: FileSample) -> Bool { holds(sample) }

  func open(_ sample: FileSample) throws(Finding) -> any ExcerptStream {
    throw .error(at: Origin(file: sample.name), message, fix: fix)
  }

  /// What is said of a file of this kind.
  var message: String { "this is \(name), \(why)" }
}
