import CFIRKit
import Foundation

/// What the first bytes of a file say it is, whatever its name.
public enum ContainerKind: Sendable {
  /// A zip archive: workbooks, REFI-QDA projects.
  case zip
  /// An OLE compound file: Office files up to 2003, and later ones that are protected by a password.
  case compound
  /// An SQLite database.
  case database
  /// No bytes at all.
  case empty
  /// Anything else, such as text.
  case other

  /// Looks at the first bytes of a file.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - name: The name that findings give to it.
  /// - Returns: What the bytes say.
  /// - Throws: A finding when there is no such file, it is a folder, or it cannot be opened.
  public static func of(path: String, name: String) throws(Finding) -> ContainerKind {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw unreadable(name, errno) }
    defer { close(descriptor) }
    var start = [UInt8](repeating: 0, count: 16)
    let got = pread(descriptor, &start, start.count, 0)
    // A pipe has no start to look at twice; what comes out of one is text.
    if got < 0 && errno == ESPIPE { return .other }
    guard got >= 0 else { throw unreadable(name, errno) }
    let bytes = start.prefix(got)
    if bytes.isEmpty { return .empty }
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) { return .zip }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return .compound }
    return bytes.elementsEqual("SQLite format 3\0".utf8) ? .database : .other
  }

  /// Why a compound file is not read, as far as it says what it is.
  static func compoundFile(path: String, name: String) -> Finding {
    let isProtected = holds("EncryptedPackage", path: path)
    return .error(
      at: Origin(file: name),
      isProtected
        ? "this file is protected by a password" : "this is an Office file of 2003 or before, such as .xls",
      fix: isProtected
        ? "open it in the program that wrote it and save it without the password"
        : "open it and save it as .xlsx or as CSV UTF-8")
  }

  /// Whether a compound file has a stream of this name; names stand in its directory as UTF-16.
  private static func holds(_ stream: String, path: String) -> Bool {
    guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else {
      return false
    }
    return bytes.range(of: Data(stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })) != nil
  }

  static func unreadable(_ name: String, _ code: Int32) -> Finding {
    if code == EISDIR {
      return .error(at: Origin(file: name), "this is a folder, not a file", fix: "name a file in it")
    }
    return .error(
      at: Origin(file: name), "the file cannot be read (\(String(cString: strerror(code))))",
      fix: "check its name and who may read it")
  }
}
