import Foundation
import Testing

/// The built `cfir`, run as a user runs it.
struct Command {
  /// What a run gave.
  struct Outcome {
    var status: Int32
    var output: String
    var messages: String
  }

  /// The checkout.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Runs it; with a delay, it is interrupted after so many seconds, as by Ctrl-C.
  static func run(
    _ arguments: [String], in folder: URL = root, interruptedAfter delay: TimeInterval? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("cfir")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    // Files, not pipes: a full pipe would hold the program.
    let scratch = try Scratch()
    let (output, messages) = (
      scratch.folder.appendingPathComponent("out"), scratch.folder.appendingPathComponent("err")
    )
    _ = FileManager.default.createFile(atPath: output.path, contents: nil)
    _ = FileManager.default.createFile(atPath: messages.path, contents: nil)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: messages)
    process.environment = ["COLUMNS": "120", "PATH": "/usr/bin:/bin"]
    try process.run()
    if let delay {
      Thread.sleep(forTimeInterval: delay)
      process.interrupt()
    }
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      messages: try String(contentsOf: messages, encoding: .utf8))
  }
}

/// A folder for one test, removed with it.
final class Scratch {
  let folder: URL

  init(_ files: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("cfir-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (path, text) in files { try write(path, text) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ path: String, _ text: String) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  /// The names in the folder.
  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted() }
}
