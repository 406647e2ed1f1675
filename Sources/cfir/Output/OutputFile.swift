import ArgumentParser
import CFIRInterchange
import CFIRKit
import Foundation

/// Results, written whole or not at all; what stands in the way ends the command with a message.
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

  /// Writes a file.
  static func write(_ data: Data, to path: String) throws {
    try orExplain { () throws(Finding) in try Draft.file(path) { try data.write(to: $0) } }
  }

  /// Writes a folder.
  ///
  /// - Parameters:
  ///   - files: The files by their paths in the folder.
  ///   - path: The folder.
  ///   - mark: What a folder must hold to be replaced; nothing: it must not exist.
  /// - Throws: The exit status, after a message.
  static func writeFolder(
    _ files: [(path: String, content: StudyScaffold.Content)], to path: String,
    replacing mark: Draft.Mark? = nil
  ) throws {
    try orExplain { () throws(Finding) in
      try Draft.folder(path, replacing: mark) { folder in
        for file in files {
          let place = folder.appendingPathComponent(file.path)
          try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
          switch file.content {
          case .text(let text): try Data(text.utf8).write(to: place)
          case .copy(let source):
            try FileManager.default.copyItem(at: URL(fileURLWithPath: source), to: place)
          }
        }
      }
    }
  }

  /// Does something; a finding ends the command, printed.
  static func orExplain<Result>(_ body: () throws(Finding) -> Result) throws -> Result {
    do throws(Finding) {
      return try body()
    } catch {
      Messages.error(error.description)
      throw ExitCode.failure
    }
  }
}
