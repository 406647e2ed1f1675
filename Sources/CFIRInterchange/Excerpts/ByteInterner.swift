import Foundation

/// Gives equal byte strings the same small number; each is copied once.
///
/// A key may come in up to four parts, so that the cells of a row need not be joined to be looked up.
struct ByteInterner: ~Copyable {
  typealias Part = UnsafeBufferPointer<UInt8>

  /// How many distinct keys there are.
  private(set) var count = 0

  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private var storage: [UInt8] = []
  /// Where each part of each key ends in `storage`.
  private var ends: [Int] = []
  private let parts: Int
  private var last = -1

  private struct Slot {
    var hash: UInt32 = 0
    var indexPlusOne: UInt32 = 0
  }

  init(parts: Int) {
    self.parts = parts
    mask = 255
    slots = .allocate(capacity: 256)
    slots.initialize(repeating: Slot(), count: 256)
  }

  deinit { slots.deallocate() }

  /// The number of a key; a new one where it has not been seen.
  @inline(__always)
  mutating func intern(_ key: (Part, Part, Part, Part)) -> Int {
    // Rows of one document stand together in real exports.
    if last >= 0 && isEqual(last, key) { return last }
    var hash = Self.hash(key.0, seed: 0x9E37_79B9_7F4A_7C15)
    if parts > 1 { hash = Self.hash(key.1, seed: hash) }
    if parts > 2 { hash = Self.hash(key.2, seed: hash) }
    if parts > 3 { hash = Self.hash(key.3, seed: hash) }
    let short = UInt32(truncatingIfNeeded: hash >> 32)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].indexPlusOne != 0 {
      if slots[slot].hash == short {
        let index = Int(slots[slot].indexPlusOne) - 1
        if isEqual(index, key) {
          last = index
          return index
        }
      }
      slot = (slot + 1) & mask
    }
    last = insert(key, hash: hash, at: slot)
    return last
  }

  /// The parts of a key as they stood between the quotes, doubled quotes undone.
  func texts(_ index: Int) -> [String] {
    (0..<parts).map { part in
      let end = ends[index * parts + part]
      let start = index * parts + part == 0 ? 0 : ends[index * parts + part - 1]
      let text = String(decoding: storage[start..<end], as: UTF8.self)
      return text.contains("\"\"") ? text.replacing("\"\"", with: "\"") : text
    }
  }

  private mutating func insert(_ key: (Part, Part, Part, Part), hash: UInt64, at slot: Int) -> Int {
    for (part, bytes) in [key.0, key.1, key.2, key.3].prefix(parts).enumerated() {
      _ = part
      storage.append(contentsOf: bytes)
      ends.append(storage.count)
    }
    slots[slot] = Slot(hash: UInt32(truncatingIfNeeded: hash >> 32), indexPlusOne: UInt32(count + 1))
    count += 1
    if count * 2 > mask { grow() }
    return count - 1
  }

  private mutating func grow() {
    let capacity = (mask + 1) * 2
    let grown = UnsafeMutablePointer<Slot>.allocate(capacity: capacity)
    grown.initialize(repeating: Slot(), count: capacity)
    for index in 0..<count {
      let hash = storage.withUnsafeBufferPointer { bytes in
        (0..<parts).reduce(0x9E37_79B9_7F4A_7C15 as UInt64) { seed, part in
          let at = index * parts + part
          let start = at == 0 ? 0 : ends[at - 1]
          return Self.hash(UnsafeBufferPointer(rebasing: bytes[start..<ends[at]]), seed: seed)
        }
      }
      var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
      while grown[slot].indexPlusOne != 0 { slot = (slot + 1) & (capacity - 1) }
      grown[slot] = Slot(hash: UInt32(truncatingIfNeeded: hash >> 32), indexPlusOne: UInt32(index + 1))
    }
    slots.deallocate()
    slots = grown
    mask = capacity - 1
  }

  @inline(__always)
  private func isEqual(_ index: Int, _ key: (Part, Part, Part, Part)) -> Bool {
    storage.withUnsafeBufferPointer { bytes in
      ends.withUnsafeBufferPointer { ends in
        var start = index == 0 ? 0 : ends[index * parts - 1]
        func matches(_ part: Part, _ number: Int) -> Bool {
          let end = ends[index * parts + number]
          defer { start = end }
          guard end - start == part.count else { return false }
          guard let left = bytes.baseAddress, let right = part.baseAddress else { return part.isEmpty }
          return memcmp(left + start, right, part.count) == 0
        }
        guard matches(key.0, 0) else { return false }
        if parts > 1 { guard matches(key.1, 1) else { return false } }
        if parts > 2 { guard matches(key.2, 2) else { return false } }
        if parts > 3 { guard matches(key.3, 3) else { return false } }
        return true
      }
    }
  }

  /// A multiply-and-fold hash, eight bytes at a time; the same in every run.
  @inline(__always)
  static func hash(_ bytes: Part, seed: UInt64) -> UInt64 {
    guard let base = bytes.baseAddress, bytes.count > 0 else { return seed &* 0xE703_7ED1_A0B4_28DB }
    var state = seed ^ UInt64(truncatingIfNeeded: bytes.count)
    let raw = UnsafeRawPointer(base)
    var offset = 0
    while offset + 16 <= bytes.count {
      let first = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let second = raw.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
      state = fold(state ^ first, second ^ 0xE703_7ED1_A0B4_28DB)
      offset += 16
    }
    while offset + 8 <= bytes.count {
      state = fold(state ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self), 0xE703_7ED1_A0B4_28DB)
      offset += 8
    }
    var tail: UInt64 = 0
    while offset < bytes.count {
      tail = tail << 8 | UInt64(raw.load(fromByteOffset: offset, as: UInt8.self))
      offset += 1
    }
    return fold(state ^ tail, 0xA076_1D64_78BD_642F)
  }

  @inline(__always)
  private static func fold(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = first.multipliedFullWidth(by: second)
    return product.high ^ product.low
  }
}
