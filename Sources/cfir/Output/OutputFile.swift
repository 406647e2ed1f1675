import ArgumentParser
import CFIRInterchange
import Foundation

/// Files that are written whole or not at all.
enum OutputFile {
  /// Writes to standard output.
  static func print(_ text: String) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      // A reader that has seen enough, such as `head`, closes the pipe; that is no failure of ours to explain.
      if errno != EPIPE {
        Messages.error("error: standard output cannot be written; check the disk, or use -o FILE")
      }
      throw ExitCode.failure
    }
  }

  /// Writes a file by way of a neighbour that takes its place when it is complete.
  static func write(_ data: Data, to path: String) throws {
    do {
      // A pipe or a device is written to; only a file can be replaced.
      try data.write(to: URL(fileURLWithPath: path), options: isSpecial(path) ? [] : .atomic)
    } catch {
      Messages.error("\(path): error: the file cannot be written: \(reason(path)); name another place")
      throw ExitCode.failure
    }
  }

  /// Writes a folder whole: into a neighbour first, which then takes its place.
  ///
  /// - Parameters:
  ///   - files: The files by their paths in the folder.
  ///   - path: The folder.
  ///   - mark: What a folder must hold to be replaced; nothing: it must not exist.
  /// - Throws: The exit status, after a message.
  static func writeFolder(
    _ files: [(path: String, content: StudyScaffold.Content)], to path: String, replacing mark: Mark? = nil
  ) throws {
    let target = URL(fileURLWithPath: path).standardizedFileURL
    let manager = FileManager.default
    let exists = manager.fileExists(atPath: target.path)
    if exists && !isReplaceable(target, mark) {
      let fix =
        mark == nil
        ? "name a folder that does not exist" : "name a new folder, or one that this command wrote"
      Messages.error("\(path): error: the folder exists and is left as it is; \(fix)")
      throw ExitCode.failure
    }
    let draft = target.deletingLastPathComponent().appendingPathComponent(
      ".\(target.lastPathComponent).\(getpid())")
    do {
      defer { try? manager.removeItem(at: draft) }
      for file in files {
        let place = draft.appendingPathComponent(file.path)
        try manager.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        switch file.content {
        case .text(let text): try Data(text.utf8).write(to: place)
        case .copy(let source): try manager.copyItem(at: URL(fileURLWithPath: source), to: place)
        }
      }
      let old = target.deletingLastPathComponent().appendingPathComponent(
        ".\(target.lastPathComponent).\(getpid()).old")
      if exists { try manager.moveItem(at: target, to: old) }
      do {
        try manager.moveItem(at: draft, to: target)
      } catch {
        if exists { try manager.moveItem(at: old, to: target) }
        throw error
      }
      if exists { try manager.removeItem(at: old) }
    } catch {
      Messages.error("\(path): error: the folder cannot be written: \(reason(path)); name another place")
      throw ExitCode.failure
    }
  }

  /// A file by which a folder is known as one that a command wrote.
  struct Mark {
    var file: String
    /// What stands in it.
    var text: String
  }

  private static func isReplaceable(_ folder: URL, _ mark: Mark?) -> Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? ["?"]
    if names.isEmpty { return true }
    guard let mark else { return false }
    let text = try? String(contentsOf: folder.appendingPathComponent(mark.file), encoding: .utf8)
    return text?.contains(mark.text) == true
  }

  private static func isSpecial(_ path: String) -> Bool {
    let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    return type != nil && type != .typeRegular && type != .typeSymbolicLink
  }

  /// Why a path cannot be written, as far as can be seen.
  private static func reason(_ path: String) -> String {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    if manager.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      return "it is a folder"
    }
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    if !manager.fileExists(atPath: parent) { return "the folder '\(parent)' does not exist" }
    return manager.isWritableFile(atPath: parent)
      ? "the disk refuses it" : "the folder '\(parent)' does not allow it"
  }
}
