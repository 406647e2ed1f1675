import CFIRKit
import CLibZip
import Foundation

/// The entries of an archive as they are met, names that lead out of it and names that come twice set aside.
struct ZipListing {
  let file: String
  private(set) var entries: [ZipArchive.Entry] = []
  private(set) var findings: [Finding] = []
  private(set) var places: [String: Int] = [:]

  init(file: String) { self.file = file }

  /// A name as it is compared: without case.
  static func key(_ name: String) -> String { name.lowercased() }

  mutating func take(_ handle: OpaquePointer, _ index: UInt64) {
    var status = zip_stat_t()
    guard zip_stat_index(handle, index, 0, &status) == 0, let written = zip_get_name(handle, index, 0) else {
      note("an entry of the archive has no readable name and is left out")
      return
    }
    // Some programs write folders the way of Windows.
    let name = String(cString: written).replacing("\\", with: "/")
    if name.hasSuffix("/") { return }
    guard Self.staysInside(name) else {
      note("the entry '\(Self.shown(name))' would lead out of the archive and is left out")
      return
    }
    guard places[Self.key(name)] == nil else {
      note("the entry '\(Self.shown(name))' comes twice; the first one is taken")
      return
    }
    places[Self.key(name)] = entries.count
    entries.append(
      ZipArchive.Entry(
        name: name, size: Int(clamping: status.size), compressedSize: Int(clamping: status.comp_size),
        isEncrypted: status.encryption_method != UInt16(ZIP_EM_NONE), index: index))
  }

  /// Neither absolute nor with a step up nor with characters that no name has.
  private static func staysInside(_ name: String) -> Bool {
    if name.isEmpty || name.hasPrefix("/") || name.dropFirst().hasPrefix(":") { return false }
    if name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) { return false }
    return !name.split(separator: "/").contains("..")
  }

  /// A name that can be printed in one line.
  private static func shown(_ name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.prefix(120).filter { $0.value >= 0x20 }))
  }

  private mutating func note(_ message: String) {
    findings.append(
      .warning(at: Origin(file: file), message, fix: "check where the file comes from"))
  }
}
