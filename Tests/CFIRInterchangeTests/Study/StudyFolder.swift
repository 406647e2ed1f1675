import CFIRInterchange
import CFIRKit
import Foundation

/// A study folder that lasts as long as a test.
final class StudyFolder {
  let path: String

  /// Writes files by their paths in the folder.
  init(_ files: [String: String]) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "cfir-tests-\(UUID().uuidString)")
    path = url.path
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in files { try write(Data(text.utf8), to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes one more file.
  func write(_ data: Data, to name: String) throws {
    let url = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  /// Reads the folder, or one file in it.
  func read(
    _ name: String = "", _ words: StudyOptions.Words = .all,
    configure: (inout StudyOptions) -> Void = { _ in }
  ) -> StudyReader.Reading {
    var options = StudyOptions(words: words)
    configure(&options)
    return StudyReader.read(name.isEmpty ? path : path + "/" + name, options: options)
  }

  /// The findings as they are printed, from the folder on; notes about the framework are left out.
  func findings(_ reading: StudyReader.Reading) -> [String] {
    reading.findings.all.filter { !$0.message.hasPrefix("no framework is named") }
      .map { $0.description.replacing(path + "/", with: "").replacing(path, with: "study") }
  }
}

extension StudyReader.Reading {
  /// Where errors stand, and what they say, without how to mend them.
  var errors: [String] { findings.all.filter { $0.severity == .error }.map(\.message) }
}
