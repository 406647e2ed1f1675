/// A text, or any line of things, on which coders have marked spans.
public struct CodedContinuum: Hashable, Sendable {
  /// A span that a coder marked.
  public struct Span: Hashable, Sendable {
    /// Where it begins, counted from 0.
    public var start: Int
    /// Where it ends; what stands at this place is no longer in it.
    public var end: Int
    /// Which code it bears.
    public var code: Int

    /// A span.
    public init(start: Int, end: Int, code: Int) {
      self.start = start
      self.end = end
      self.code = code
    }
  }

  /// How long it is.
  public let length: Int
  /// Each coder's spans; a coder without spans saw nothing here.
  public let coders: [[Span]]

  /// A continuum; spans are cut off at its ends, and those of no length are left out.
  public init(length: Int, coders: [[Span]]) {
    self.length = max(0, length)
    self.coders = coders.map { spans in
      spans.map { Span(start: max(0, $0.start), end: min($0.end, length), code: $0.code) }
        .filter { $0.start < $0.end }
    }
  }

  /// The same with the spans of one code only.
  public func only(_ code: Int) -> CodedContinuum {
    CodedContinuum(length: length, coders: coders.map { $0.filter { $0.code == code } })
  }

  /// The same with all codes taken for one.
  public var regardlessOfCode: CodedContinuum {
    CodedContinuum(
      length: length, coders: coders.map { $0.map { Span(start: $0.start, end: $0.end, code: 0) } })
  }

  /// Each coder's spans in order, those of one code that overlap as one; nothing where codes overlap.
  var units: [[Span]]? {
    var units: [[Span]] = []
    for spans in coders {
      var merged: [Span] = []
      for span in spans.sorted(by: { ($0.start, $0.end, $0.code) < ($1.start, $1.end, $1.code) }) {
        guard let last = merged.last, span.start < last.end else {
          merged.append(span)
          continue
        }
        guard span.code == last.code else { return nil }
        merged[merged.count - 1].end = max(last.end, span.end)
      }
      units.append(merged)
    }
    return units
  }
}
