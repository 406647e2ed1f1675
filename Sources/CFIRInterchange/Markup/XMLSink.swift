import CExpat
import Foundation

/// What expat has met in the stretch of XML that it was given last: events with their names, attributes and text.
///
/// One buffer takes all text and values, so that an event costs no allocation.
struct XMLSink: ~Copyable {
  /// Stands between namespace and local name; no namespace can contain it.
  static let separator: UInt8 = 0x0A
  /// No namespace's name is longer; expat copies it for each element.
  static let longestNamespace = 1024

  enum Refusal { case doctype, depth, names, namespace }

  struct Event {
    var kind: XMLEvents.Event
    var name = 0
    /// For text, a range of `bytes`; for a start, a range of `attributes`.
    var range: Range<Int>
    var depth: Int
    var line: Int
    var column: Int
  }

  struct Attribute {
    var name: Int
    var value: Range<Int>
  }

  let limits: XMLLimits
  let parser: OpaquePointer
  var names = XMLNames()
  private(set) var events: [Event] = []
  private(set) var attributes: [Attribute] = []
  private(set) var bytes: [UInt8] = []
  /// The names of the elements that are open.
  private var open: [Int] = []
  private(set) var refusal: Refusal?

  init(parser: OpaquePointer, limits: XMLLimits) {
    (self.parser, self.limits) = (parser, limits)
  }

  /// Forgets the events of the last stretch.
  mutating func clear() {
    events.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func start(
    _ name: UnsafePointer<CChar>, _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>
  ) {
    guard refusal == nil else { return }
    guard open.count < limits.depth else { return refuse(.depth) }
    let number = names.number(name, length: strlen(name))
    open.append(number)
    let first = attributes.count
    var pair = pairs
    while let key = pair[0], let value = pair[1] {
      let start = bytes.count
      bytes.append(contentsOf: UnsafeRawBufferPointer(start: value, count: strlen(value)))
      attributes.append(
        Attribute(name: names.number(key, length: strlen(key)), value: start..<bytes.count))
      pair += 2
    }
    guard names.all.count <= limits.names else { return refuse(.names) }
    add(.start, name: number, first..<attributes.count)
  }

  mutating func end() {
    guard refusal == nil, let number = open.last else { return }
    add(.end, name: number, 0..<0)
    open.removeLast()
  }

  mutating func text(_ piece: UnsafePointer<CChar>, _ count: Int) {
    guard refusal == nil else { return }
    let start = bytes.count
    bytes.append(contentsOf: UnsafeRawBufferPointer(start: piece, count: count))
    // expat hands out line breaks and references one by one.
    if let last = events.indices.last, events[last].kind == .text {
      events[last].range = events[last].range.lowerBound..<bytes.count
    } else {
      add(.text, name: open.last ?? 0, start..<bytes.count)
    }
  }

  mutating func refuse(_ reason: Refusal) {
    guard refusal == nil else { return }
    refusal = reason
    XML_StopParser(parser, 0)
  }

  private mutating func add(_ kind: XMLEvents.Event, name: Int, _ range: Range<Int>) {
    // expat has counted lines up to here anyway.
    events.append(
      Event(
        kind: kind, name: name, range: range, depth: open.count,
        line: Int(XML_GetCurrentLineNumber(parser)), column: Int(XML_GetCurrentColumnNumber(parser)) + 1))
  }
}
