import CFIRKit
import Foundation

/// XML read event by event from bytes that come piece by piece; memory is bounded by the longest tag.
///
/// Namespaces are resolved. A document type is refused, and with it every entity but the five of XML itself; nothing outside
/// the bytes is ever read. UTF-8, UTF-16 and Latin-1, as the XML declares.
///
/// ```swift
/// var xml = try XMLEvents(bytes: Array("<a><b id='1'>words</b></a>".utf8), file: "a.xml")
/// while let event = try xml.next() {
///   if event == .start && xml.name == "b" { print(xml.attribute("id") ?? "", try xml.content()) }
/// }
/// ```
public struct XMLEvents: ~Copyable {
  /// What has been met.
  public enum Event: Sendable {
    /// The start of an element; its attributes can be asked for.
    case start
    /// The end of an element.
    case end
    /// Text between two tags, or a piece of it where it is long.
    case text
  }

  /// Gives the next bytes and says how many they are; 0 at the end.
  public typealias Pull = (UnsafeMutableRawBufferPointer) throws(Finding) -> Int

  /// The name that findings give to the XML.
  public let file: String

  private let parser: ExpatParser
  private let pull: Pull
  let limits: XMLLimits
  private let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
  /// Which event of the sink is the present one.
  private var index = -1
  private var taken = 0
  private var isExhausted = false
  private var problem: Finding?

  /// Reads XML from wherever bytes come from.
  ///
  /// - Parameters:
  ///   - file: The name that findings give to the XML.
  ///   - limits: How much it may take.
  ///   - pull: Gives the next bytes and says how many they are; 0 at the end.
  /// - Throws: A finding when there is no memory for a parser.
  public init(
    file: String, limits: XMLLimits = XMLLimits(), reading pull: @escaping Pull
  ) throws(Finding) {
    guard let parser = ExpatParser(limits: limits) else {
      throw .error(at: Origin(file: file), "there is no memory to read XML", fix: "close other programs")
    }
    self.parser = parser
    (self.file, self.limits, self.pull) = (file, limits, pull)
  }

  deinit { piece.deallocate() }

  /// Moves on to the next event.
  ///
  /// - Returns: Nothing after the last one.
  /// - Throws: A finding with line and column when the XML is not well-formed or is refused, or what the source of bytes throws.
  public mutating func next() throws(Finding) -> Event? {
    index += 1
    while index >= parser.sink.pointee.events.count {
      if let problem { throw problem }
      if isExhausted { return nil }
      parser.sink.pointee.clear()
      index = 0
      let got = try pull(piece)
      isExhausted = got == 0
      taken += got
      problem = parser.feed(UnsafeRawBufferPointer(rebasing: piece[..<got]), file: file)
      if problem == nil && !isExhausted && taken - parser.offset > limits.tagSize {
        problem = .error(
          at: parser.place(file), "a tag or comment is longer than \(limits.tagSize) bytes",
          fix: "check where the file comes from; no export is like that")
      }
    }
    return parser.sink.pointee.events[index].kind
  }

  // MARK: The present event

  private var event: XMLSink.Event? {
    let events = parser.sink.pointee.events
    return events.indices.contains(index) ? events[index] : nil
  }

  /// The local name of the element that starts or ends, or that the text stands in.
  public var name: String { event.map { parser.sink.pointee.names.all[$0.name].local } ?? "" }

  /// The namespace of that element; empty where it has none.
  public var namespace: String { event.map { parser.sink.pointee.names.all[$0.name].namespace } ?? "" }

  /// How deep that element is nested; 1 for the outermost.
  public var depth: Int { event?.depth ?? 0 }

  /// Where the tag or the text begins.
  public var origin: Origin {
    guard let event else { return Origin(file: file) }
    return Origin(file: file, line: event.line, column: event.column)
  }

  /// The text; empty unless text has been met.
  public var text: String {
    var bytes: [UInt8] = []
    appendText(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the text as UTF-8.
  public func appendText(to target: inout [UInt8]) {
    guard let event, event.kind == .text else { return }
    target.append(contentsOf: parser.sink.pointee.bytes[event.range])
  }

  /// The value of an attribute of the element that starts.
  ///
  /// - Parameters:
  ///   - name: Its local name.
  ///   - namespace: Its namespace; nothing takes any, and the one without a namespace first.
  /// - Returns: The value, references undone; nothing where there is no such attribute.
  public func attribute(_ name: String, in namespace: String? = nil) -> String? {
    guard let value = attributeRange(name, in: namespace) else { return nil }
    return String(decoding: parser.sink.pointee.bytes[value], as: UTF8.self)
  }

  /// Hands out the bytes of an attribute's value, which are valid UTF-8, without making a `String`.
  func withAttribute<Result>(
    _ name: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    guard let value = attributeRange(name, in: nil) else { return nil }
    return parser.sink.pointee.bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[value]))
    }
  }

  /// All attributes of the element that starts, in their order.
  public var attributes: [(name: String, namespace: String, value: String)] {
    guard let event, event.kind == .start else { return [] }
    return event.range.map {
      let attribute = parser.sink.pointee.attributes[$0]
      let name = parser.sink.pointee.names.all[attribute.name]
      return (
        name.local, name.namespace,
        String(decoding: parser.sink.pointee.bytes[attribute.value], as: UTF8.self)
      )
    }
  }

  private func attributeRange(_ wanted: String, in namespace: String?) -> Range<Int>? {
    guard let event, event.kind == .start else { return nil }
    var other: Range<Int>?
    for place in event.range {
      let attribute = parser.sink.pointee.attributes[place]
      let name = parser.sink.pointee.names.all[attribute.name]
      guard name.local == wanted else { continue }
      if name.namespace == (namespace ?? "") { return attribute.value }
      if namespace == nil { other = other ?? attribute.value }
    }
    return other
  }
}
