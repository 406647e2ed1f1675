import CFIRKit
import Foundation

/// A file or folder that is written beside its place and takes it when it is complete: whole or not at all.
public enum Draft {
  /// A file by which a folder is known as one that may be replaced.
  public struct Mark: Sendable {
    /// Its name in the folder.
    public var file: String
    /// What stands in it.
    public var text: String

    /// A file and what stands in it.
    public init(file: String, text: String) {
      self.file = file
      self.text = text
    }
  }

  /// Writes a file.
  ///
  /// - Parameters:
  ///   - path: Its place; what stands there is replaced. A pipe or a device is written to as it is.
  ///   - body: Writes it to a place that it is given.
  /// - Returns: What `body` returns.
  /// - Throws: A finding where the file cannot be written, or what `body` throws as a finding.
  public static func file<Result>(
    _ path: String, _ body: (URL) throws -> Result
  ) throws(Finding) -> Result {
    if isSpecial(path) { return try explained(path, "file") { try body(URL(fileURLWithPath: path)) } }
    if isFolder(path) { throw unwritable(path, "file") }
    // A link stays, and what it leads to is replaced.
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let draft = neighbour(of: target)
    return try explained(path, "file") {
      defer { try? FileManager.default.removeItem(at: draft) }
      let result = try body(draft)
      guard rename(draft.path, target.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
      return result
    }
  }

  /// Writes a folder.
  ///
  /// - Parameters:
  ///   - path: Its place.
  ///   - mark: What a folder that stands there must hold to be replaced; nothing: there must be none, or an empty one.
  ///   - body: Fills a new folder that it is given.
  /// - Returns: What `body` returns.
  /// - Throws: A finding where a folder stands in the way or cannot be written, or what `body` throws as a finding.
  public static func folder<Result>(
    _ path: String, replacing mark: Mark? = nil, _ body: (URL) throws -> Result
  ) throws(Finding) -> Result {
    let target = URL(fileURLWithPath: path).standardizedFileURL
    let manager = FileManager.default
    let exists = manager.fileExists(atPath: target.path)
    if exists && !isReplaceable(target, mark) {
      throw .error(
        at: Origin(file: path), "the folder exists and is left as it is",
        fix: mark == nil
          ? "name a folder that does not exist" : "name a new folder, or one that this command wrote")
    }
    let draft = neighbour(of: target)
    return try explained(path, "folder") {
      defer { try? manager.removeItem(at: draft) }
      try manager.createDirectory(at: draft, withIntermediateDirectories: true)
      let result = try body(draft)
      let old = draft.appendingPathExtension("old")
      if exists { try manager.moveItem(at: target, to: old) }
      do {
        try manager.moveItem(at: draft, to: target)
      } catch {
        if exists { try manager.moveItem(at: old, to: target) }
        throw error
      }
      if exists { try manager.removeItem(at: old) }
      return result
    }
  }

  private static func neighbour(of target: URL) -> URL {
    target.deletingLastPathComponent().appendingPathComponent(".\(target.lastPathComponent).\(getpid())")
  }

  private static func explained<Result>(
    _ path: String, _ what: String, _ body: () throws -> Result
  ) throws(Finding) -> Result {
    do {
      return try body()
    } catch let finding as Finding {
      throw finding
    } catch {
      throw unwritable(path, what)
    }
  }

  private static func unwritable(_ path: String, _ what: String) -> Finding {
    .error(
      at: Origin(file: path), "the \(what) cannot be written: \(reason(path))", fix: "name another place")
  }

  private static func isReplaceable(_ folder: URL, _ mark: Mark?) -> Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? ["?"]
    if names.isEmpty { return true }
    guard let mark else { return false }
    let text = try? String(contentsOf: folder.appendingPathComponent(mark.file), encoding: .utf8)
    return text?.contains(mark.text) == true
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  private static func isSpecial(_ path: String) -> Bool {
    let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    return type.map { ![.typeRegular, .typeSymbolicLink, .typeDirectory].contains($0) } ?? false
  }

  /// Why a path cannot be written, as far as can be seen.
  private static func reason(_ path: String) -> String {
    if isFolder(path) { return "it is a folder" }
    let manager = FileManager.default
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    if !manager.fileExists(atPath: parent) { return "the folder '\(parent)' does not exist" }
    return manager.isWritableFile(atPath: parent)
      ? "the disk refuses it" : "the folder '\(parent)' does not allow it"
  }
}
