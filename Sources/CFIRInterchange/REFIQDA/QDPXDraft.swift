import CFIRKit
import Foundation

/// The parts of a project while it is written: files in a folder beside it, which is removed afterwards.
struct QDPXDraft {
  private let folder: URL

  /// - Throws: A finding when no folder can be made beside the project.
  init(beside path: String) throws(Finding) {
    let target = URL(fileURLWithPath: path)
    folder = target.deletingLastPathComponent().appendingPathComponent(
      ".\(target.lastPathComponent).\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    } catch {
      throw Self.problem(path)
    }
  }

  /// Where a part of the project is.
  func part(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Removes the parts.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Why a file cannot be written.
  static func problem(_ path: String) -> Finding {
    .error(
      at: Origin(file: path), "the file cannot be written (\(String(cString: strerror(errno))))",
      fix: "check that the folder is there, may be written to, and has room")
  }
}

/// A file that is written piece by piece.
final class DraftFile {
  private let path: String
  private let handle: FileHandle
  private var buffer: [UInt8] = []

  /// - Throws: A finding when there can be no such file.
  init(_ path: String) throws(Finding) {
    self.path = path
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw QDPXDraft.problem(path) }
    self.handle = handle
  }

  /// Adds text.
  ///
  /// - Throws: A finding when the disk is full.
  func write(_ text: String) throws(Finding) { try write(Array(text.utf8)) }

  /// Adds bytes.
  ///
  /// - Throws: A finding when the disk is full.
  func write(_ bytes: [UInt8]) throws(Finding) {
    buffer.append(contentsOf: bytes)
    if buffer.count > 1 << 18 { try flush() }
  }

  /// Adds what another file holds.
  ///
  /// - Throws: A finding when it cannot be read or the disk is full.
  func append(_ other: DraftFile) throws(Finding) {
    try other.close()
    try flush()
    guard let input = FileHandle(forReadingAtPath: other.path) else { throw QDPXDraft.problem(other.path) }
    do {
      while let piece = try input.read(upToCount: 1 << 20), !piece.isEmpty {
        try handle.write(contentsOf: piece)
      }
    } catch {
      throw QDPXDraft.problem(path)
    }
  }

  /// Writes what is still in memory.
  ///
  /// - Throws: A finding when the disk is full.
  func close() throws(Finding) {
    try flush()
    try? handle.close()
  }

  private func flush() throws(Finding) {
    do {
      if !buffer.isEmpty { try handle.write(contentsOf: Data(buffer)) }
    } catch {
      throw QDPXDraft.problem(path)
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
