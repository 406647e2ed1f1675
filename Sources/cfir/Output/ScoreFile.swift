import ArgumentParser
import CFIRKit
import Foundation

/// Respondents' scores as CSV, written while responses are read; it takes its name when it is complete.
final class ScoreFile {
  private let path: String
  private let draft: URL
  private let handle: FileHandle
  private let scales: [ScoredScale]
  private var text = "respondent,organization,role,scale,score,answered\n"
  private var hasFailed = false

  /// Begins a file beside the place that it will take.
  init(_ path: String, scales: [ScoredScale]) throws {
    self.path = path
    self.scales = scales
    let target = URL(fileURLWithPath: path).standardizedFileURL
    draft = target.deletingLastPathComponent().appendingPathComponent(
      ".\(target.lastPathComponent).\(getpid())")
    guard FileManager.default.createFile(atPath: draft.path, contents: nil),
      let handle = FileHandle(forWritingAtPath: draft.path)
    else {
      Messages.error("\(path): error: the file cannot be written; name another place")
      throw ExitCode.failure
    }
    self.handle = handle
  }

  /// Adds one respondent's scores.
  func write(_ row: Survey.Row) {
    let head = [row.respondent, row.organization?.rawValue ?? "", row.role].map { Self.cell($0) }
    for (scale, score) in zip(scales, row.scores) where scale.kind != .item {
      let cells =
        head + [
          Self.cell(scale.id), score.score.map { "\($0)" } ?? "", String(score.answered),
        ]
      text += cells.joined(separator: ",") + "\n"
    }
    if text.utf8.count > 1 << 20 { flush() }
  }

  private func flush() {
    do { try handle.write(contentsOf: Data(text.utf8)) } catch { hasFailed = true }
    text = ""
  }

  /// Gives the file its name.
  func finish() throws {
    flush()
    try? handle.close()
    let target = URL(fileURLWithPath: path)
    do {
      if hasFailed { throw CocoaError(.fileWriteUnknown) }
      if FileManager.default.fileExists(atPath: target.path) {
        _ = try FileManager.default.replaceItemAt(target, withItemAt: draft)
      } else {
        try FileManager.default.moveItem(at: draft, to: target)
      }
    } catch {
      discard()
      Messages.error("\(path): error: the file cannot be written; check the disk, or name another place")
      throw ExitCode.failure
    }
  }

  /// Removes what was written.
  func discard() {
    try? handle.close()
    try? FileManager.default.removeItem(at: draft)
  }

  private static func cell(_ text: String) -> String {
    var writer = CSVWriter()
    writer.row([text.withFormulaGuard])
    return String(writer.text.dropLast())
  }
}
