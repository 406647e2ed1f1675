import CFIRKit
import CLibZip
import Foundation

/// The bytes of an archive's entry, expanded piece by piece; limits and checksum are checked on the way.
public final class ZipEntryReader {
  /// The entry that is read.
  public let entry: ZipArchive.Entry
  private let archive: ZipArchive
  private let stream: OpaquePointer
  private var count = 0

  init(archive: ZipArchive, entry: ZipArchive.Entry, stream: OpaquePointer) {
    (self.archive, self.entry, self.stream) = (archive, entry, stream)
  }

  deinit { zip_fclose(stream) }

  /// The next bytes.
  ///
  /// - Parameter buffer: Where they go.
  /// - Returns: How many they are; 0 at the end of the entry.
  /// - Throws: A finding when the entry is damaged or cut short, or expands beyond the archive's limits.
  public func next(into buffer: UnsafeMutableRawBufferPointer) throws(Finding) -> Int {
    guard let base = buffer.baseAddress, buffer.count > 0 else { return 0 }
    let got = Int(zip_fread(stream, base, UInt64(buffer.count)))
    if got == 0 && count != entry.size {
      throw archive.problem(
        entry, "is damaged (it has \(count) bytes, not \(entry.size) as the archive declares)",
        fix: ZipArchive.damaged)
    }
    guard got >= 0 else {
      let code = zip_error_code_zip(zip_file_get_error(stream))
      let why =
        switch code {
        case ZIP_ER_CRC: "its checksum does not fit its bytes"
        case ZIP_ER_EOF: "it is cut short"
        default: String(cString: zip_file_strerror(stream))
        }
      throw archive.problem(entry, "is damaged (\(why))", fix: ZipArchive.damaged)
    }
    count += got
    try archive.note(entry, expandedTo: count)
    return got
  }
}
