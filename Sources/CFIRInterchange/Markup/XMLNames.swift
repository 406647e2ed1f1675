/// The names of elements and attributes, each made a `String` once.
struct XMLNames: ~Copyable {
  struct Name {
    var local: String
    var namespace: String
  }

  private(set) var all: [Name] = []
  private var interner = ByteInterner()

  /// The number of a name as expat gives it: the namespace, a line feed, and the local name.
  mutating func number(_ written: UnsafePointer<CChar>, length: Int) -> Int {
    let none = ByteInterner.Part(start: nil, count: 0)
    let bytes = UnsafeRawBufferPointer(start: written, count: length)
    let number = interner.intern((bytes.assumingMemoryBound(to: UInt8.self), none, none, none))
    if number == all.count {
      let cut = bytes.lastIndex(of: XMLSink.separator)
      all.append(
        Name(
          local: String(decoding: bytes[(cut.map { $0 + 1 } ?? 0)...], as: UTF8.self),
          namespace: String(decoding: bytes[..<(cut ?? 0)], as: UTF8.self)))
    }
    return number
  }
}
