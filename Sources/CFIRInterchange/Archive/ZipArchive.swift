import CFIRKit
import CLibZip
import Foundation

/// A zip archive that is only read, within limits.
///
/// Nothing is ever written to disk under a name of an archive's choosing, and an archive in an archive is not opened.
public final class ZipArchive {
  /// A file in an archive.
  public struct Entry: Hashable, Sendable {
    /// Its path in the archive, with `/` between folders.
    public var name: String
    /// How many bytes it expands to, as the archive declares.
    public var size: Int
    /// How many bytes it takes in the archive.
    public var compressedSize: Int
    /// Whether it needs a password.
    public var isEncrypted: Bool
    /// Its place in the archive's own list.
    let index: UInt64
  }

  /// The name that findings give to the archive.
  public let file: String
  /// The entries that can be read, in the archive's order; folders are left out.
  public let entries: [Entry]
  /// What was odd about the archive's names.
  public let findings: [Finding]
  /// What it may expand to.
  public let limits: ArchiveLimits

  let handle: OpaquePointer
  private let places: [String: Int]
  /// How far each entry has been read, and all of them together.
  private var expanded: [UInt64: Int] = [:]
  private var expandedTotal = 0

  /// Opens an archive and reads its list of entries.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - name: The name that findings give to it.
  ///   - limits: How much it may expand to.
  /// - Throws: A finding when the file cannot be opened, is no zip archive, is cut short, or has too many entries.
  public init(path: String, name: String, limits: ArchiveLimits = ArchiveLimits()) throws(Finding) {
    handle = try Self.open(path: path, name: name)
    file = name
    self.limits = limits
    let count = zip_get_num_entries(handle, 0)
    guard count <= limits.entries else {
      zip_discard(handle)
      throw .error(
        at: Origin(file: name), "the archive has \(count) entries, more than \(limits.entries)",
        fix: "check where it comes from; no export is like that")
    }
    var listing = ZipListing(file: name)
    for index in 0..<max(0, count) { listing.take(handle, UInt64(index)) }
    (entries, findings, places) = (listing.entries, listing.findings, listing.places)
  }

  deinit { zip_discard(handle) }

  /// The entry of a name, compared without case.
  public func entry(_ name: String) -> Entry? { places[ZipListing.key(name)].map { entries[$0] } }

  /// Begins to read an entry.
  ///
  /// - Throws: A finding when it is encrypted, compressed in an unknown way, or declares more than the limits allow.
  public func open(_ entry: Entry) throws(Finding) -> ZipEntryReader {
    guard !entry.isEncrypted else {
      throw problem(entry, "is protected by a password", fix: "save the file without a password")
    }
    try check(entry, entry.size)
    guard let stream = zip_fopen_index(handle, entry.index, 0) else {
      throw problem(entry, "cannot be opened (\(String(cString: zip_strerror(handle))))", fix: Self.damaged)
    }
    return ZipEntryReader(archive: self, entry: entry, stream: stream)
  }

  /// The bytes of an entry that is small by its nature.
  ///
  /// - Parameters:
  ///   - entry: The entry.
  ///   - limit: How many bytes it may have.
  /// - Returns: All its bytes.
  /// - Throws: A finding when it cannot be read or is longer than the limit.
  public func read(_ entry: Entry, limit: Int = 64 << 20) throws(Finding) -> [UInt8] {
    let reader = try open(entry)
    var bytes: [UInt8] = []
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { piece.deallocate() }
    while true {
      let got = try reader.next(into: piece)
      if got == 0 { return bytes }
      guard bytes.count + got <= limit else {
        throw problem(entry, "is longer than \(limit) bytes", fix: "check where the file comes from")
      }
      bytes.append(contentsOf: piece.prefix(got))
    }
  }

  /// Notes that an entry has been expanded to so many bytes.
  func note(_ entry: Entry, expandedTo count: Int) throws(Finding) {
    let before = expanded[entry.index] ?? 0
    if count > before {
      expanded[entry.index] = count
      expandedTotal += count - before
    }
    try check(entry, count)
    guard expandedTotal <= limits.totalSize else {
      throw .error(
        at: Origin(file: file), "the archive expands to more than \(limits.totalSize) bytes", fix: Self.bomb)
    }
  }

  private func check(_ entry: Entry, _ count: Int) throws(Finding) {
    guard count <= limits.entrySize else {
      throw problem(entry, "expands to more than \(limits.entrySize) bytes", fix: Self.bomb)
    }
    let (most, overflows) = max(1, entry.compressedSize).multipliedReportingOverflow(by: limits.ratio)
    guard count <= limits.ratioFloor || overflows || count <= most else {
      throw problem(
        entry, "expands to more than \(limits.ratio) times the bytes that it takes in the archive",
        fix: Self.bomb)
    }
  }

  /// A finding about one entry.
  func problem(_ entry: Entry, _ what: String, fix: String) -> Finding {
    .error(at: Origin(file: file), "the entry '\(entry.name)' \(what)", fix: fix)
  }

  static let bomb = "check where the file comes from; no export is like that"
  static let damaged = "the file is damaged: export or copy it again"

  private static func open(path: String, name: String) throws(Finding) -> OpaquePointer {
    switch try ContainerKind.of(path: path, name: name) {
    case .zip: break
    case .compound: throw ContainerKind.compoundFile(path: path, name: name)
    case .empty:
      throw .error(at: Origin(file: name), "the file is empty", fix: "export or copy it again")
    case .database, .other:
      throw .error(
        at: Origin(file: name), "this is not a zip archive, whatever its name says",
        fix: "check which program wrote it, and name it by what it is")
    }
    var code: Int32 = 0
    if let handle = zip_open(path, ZIP_RDONLY, &code) { return handle }
    if code == ZIP_ER_NOZIP || code == ZIP_ER_INCONS || code == ZIP_ER_EOF {
      throw .error(
        at: Origin(file: name), "the zip archive is cut short or damaged: its list of entries is missing",
        fix: "export or copy it again")
    }
    var error = zip_error_t()
    zip_error_init_with_code(&error, code)
    defer { zip_error_fini(&error) }
    throw .error(
      at: Origin(file: name),
      "the zip archive cannot be read (\(String(cString: zip_error_strerror(&error))))",
      fix: "export or copy it again")
  }
}
