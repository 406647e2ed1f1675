import CFIRKit
import CLibZip
import Foundation

/// A zip archive that is written from files, the same bytes from the same files whenever and wherever.
///
/// The files are read when the archive is closed, one after the other, so that memory does not grow with them.
final class ZipWriter {
  private let name: String
  private var handle: OpaquePointer?

  /// Begins an archive.
  ///
  /// - Parameters:
  ///   - path: Where it will be.
  ///   - name: The name that findings give to it.
  /// - Throws: A finding when it cannot be made there.
  init(path: String, name: String) throws(Finding) {
    self.name = name
    var code: Int32 = 0
    handle = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code)
    guard handle != nil else { throw Self.problem(name, "libzip error \(code)") }
  }

  deinit { if let handle { zip_discard(handle) } }

  /// Adds a file, compressed.
  ///
  /// - Parameters:
  ///   - entry: Its path in the archive.
  ///   - path: Where it is; it must stay there until the archive is closed.
  /// - Throws: A finding when it cannot be taken.
  func add(_ entry: String, file path: String) throws(Finding) {
    var error = zip_error_t()
    guard let handle, let source = zip_source_file_create(path, 0, -1, &error) else {
      throw Self.problem(name, String(cString: zip_error_strerror(&error)))
    }
    let index = zip_file_add(handle, entry, source, UInt32(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      throw Self.problem(name, String(cString: zip_strerror(handle)))
    }
    let place = UInt64(index)
    // The first moment that a zip archive knows: 1 January 1980.
    guard zip_set_file_compression(handle, place, Int32(ZIP_CM_DEFLATE), 6) == 0,
      zip_file_set_dostime(handle, place, 0, 0x0021, 0) == 0,
      zip_file_set_external_attributes(handle, place, 0, UInt8(ZIP_OPSYS_UNIX), 0o100644 << 16) == 0
    else { throw Self.problem(name, String(cString: zip_strerror(handle))) }
  }

  /// Writes the archive.
  ///
  /// - Throws: A finding when it cannot be written whole; then there is none.
  func close() throws(Finding) {
    guard let handle else { return }
    guard zip_close(handle) == 0 else { throw Self.problem(name, String(cString: zip_strerror(handle))) }
    self.handle = nil
  }

  private static func problem(_ name: String, _ why: String) -> Finding {
    .error(
      at: Origin(file: name), "the archive cannot be written (\(why))",
      fix: "check that the folder is there, may be written to, and has room")
  }
}
