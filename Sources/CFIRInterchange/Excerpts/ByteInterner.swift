import Foundation

/// Gives equal byte strings the same small number; each is copied once.
///
/// A key may come in up to four parts, so that the cells of a row need not be joined to be looked up. Missing parts are empty.
struct ByteInterner: ~Copyable {
  typealias Part = UnsafeBufferPointer<UInt8>

  /// How many distinct keys there are.
  private(set) var count = 0

  private var slots: UnsafeMutablePointer<Slot>
  private var mask = 255
  private var keys: UnsafeMutablePointer<Key>
  private var keyCapacity = 128
  private var bytes: UnsafeMutablePointer<UInt8>
  private var byteCount = 0
  private var byteCapacity = 4096
  private var last = -1

  private struct Slot {
    var hash: UInt32 = 0
    var keyPlusOne: UInt32 = 0
  }

  /// Where a key's bytes begin, and where each of its parts ends.
  private struct Key {
    var start = 0
    var ends: (Int, Int, Int, Int) = (0, 0, 0, 0)
    var hash: UInt64 = 0
  }

  init() {
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(), count: mask + 1)
    keys = .allocate(capacity: keyCapacity)
    bytes = .allocate(capacity: byteCapacity)
  }

  deinit {
    slots.deallocate()
    keys.deallocate()
    bytes.deallocate()
  }

  /// The number of a key; a new one where it has not been seen.
  @inline(__always)
  mutating func intern(_ key: (Part, Part, Part, Part)) -> Int {
    // Rows of one document stand together in real exports.
    if last >= 0 && isEqual(last, key) { return last }
    var hash = Self.hash(key.0, seed: 0x9E37_79B9_7F4A_7C15)
    hash = Self.hash(key.1, seed: hash)
    hash = Self.hash(key.2, seed: hash)
    hash = Self.hash(key.3, seed: hash)
    let short = UInt32(truncatingIfNeeded: hash >> 32)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].keyPlusOne != 0 {
      if slots[slot].hash == short {
        let index = Int(slots[slot].keyPlusOne) - 1
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

  private mutating func insert(_ key: (Part, Part, Part, Part), hash: UInt64, at slot: Int) -> Int {
    if count == keyCapacity {
      keys = Self.grown(keys, count, to: keyCapacity * 2)
      keyCapacity *= 2
    }
    let start = byteCount
    keys[count] = Key(
      start: start, ends: (append(key.0), append(key.1), append(key.2), append(key.3)), hash: hash)
    slots[slot] = Slot(hash: UInt32(truncatingIfNeeded: hash >> 32), keyPlusOne: UInt32(count + 1))
    count += 1
    if count * 2 > mask { growSlots() }
    return count - 1
  }

  private mutating func append(_ part: Part) -> Int {
    if byteCount + part.count > byteCapacity {
      let capacity = max(byteCapacity * 2, byteCount + part.count)
      bytes = Self.grown(bytes, byteCount, to: capacity)
      byteCapacity = capacity
    }
    if let source = part.baseAddress { (bytes + byteCount).update(from: source, count: part.count) }
    byteCount += part.count
    return byteCount
  }

  private static func grown<Element>(
    _ old: UnsafeMutablePointer<Element>, _ count: Int, to capacity: Int
  ) -> UnsafeMutablePointer<Element> {
    let new = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    new.moveInitialize(from: old, count: count)
    old.deallocate()
    return new
  }

  private mutating func growSlots() {
    slots.deallocate()
    mask = mask * 2 + 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(), count: mask + 1)
    for index in 0..<count {
      let hash = keys[index].hash
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot].keyPlusOne != 0 { slot = (slot + 1) & mask }
      slots[slot] = Slot(hash: UInt32(truncatingIfNeeded: hash >> 32), keyPlusOne: UInt32(index + 1))
    }
  }

  @inline(__always)
  private func isEqual(_ index: Int, _ key: (Part, Part, Part, Part)) -> Bool {
    let known = keys + index
    let ends = known.pointee.ends
    return isEqual(known.pointee.start, ends.0, key.0) && isEqual(ends.0, ends.1, key.1)
      && isEqual(ends.1, ends.2, key.2) && isEqual(ends.2, ends.3, key.3)
  }

  /// Whether bytes here equal a part, by words of eight.
  @inline(__always)
  private func isEqual(_ start: Int, _ end: Int, _ part: Part) -> Bool {
    let count = end - start
    guard count == part.count else { return false }
    guard count > 0, let base = part.baseAddress else { return true }
    let (ours, theirs) = (UnsafeRawPointer(bytes + start), UnsafeRawPointer(base))
    func word(_ bytes: UnsafeRawPointer, _ offset: Int) -> UInt64 {
      bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }
    guard count >= 8 else { return memcmp(ours, theirs, count) == 0 }
    var offset = 0
    while offset + 8 <= count {
      if word(ours, offset) != word(theirs, offset) { return false }
      offset += 8
    }
    // The last word may overlap the one before.
    return word(ours, count - 8) == word(theirs, count - 8)
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
    if offset + 8 <= bytes.count {
      state = fold(
        state ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self), 0xE703_7ED1_A0B4_28DB)
      offset += 8
    }
    var tail: UInt64 = 0
    if offset < bytes.count {
      if bytes.count >= 8 {
        // The last word overlaps the one before; that is cheaper than byte by byte.
        tail = raw.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
      } else {
        while offset < bytes.count {
          tail = tail << 8 | UInt64(raw.load(fromByteOffset: offset, as: UInt8.self))
          offset += 1
        }
      }
    }
    return fold(state ^ tail, 0xA076_1D64_78BD_642F)
  }

  @inline(__always)
  private static func fold(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = first.multipliedFullWidth(by: second)
    return product.high ^ product.low
  }
}
