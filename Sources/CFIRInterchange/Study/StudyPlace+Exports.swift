import CFIRKit
import Foundation

extension StudyPlace {
  /// The files in a folder of the study that excerpts can be in, by name; what holds none is named and left.
  func exports(in name: String, noting findings: inout Findings) -> [File] {
    files(in: name).filter { file in
      let sample = try? FileSample(path: file.path, name: file.name)
      let format = sample.flatMap(ExcerptFormats.format)
      if let sample, DocumentVariables.recognizes(sample) { return true }
      if let refusal = format as? Refusal {
        findings.add(
          .warning(at: Origin(file: file.name), "\(refusal.message); it is left out", fix: refusal.fix))
        return false
      }
      if format != nil || file.isDelimitedText { return true }
      findings.add(file.notDelimited)
      return false
    }
  }

  /// The tables in a folder of the study by name; what is no delimited text is named and left.
  func tables(in name: String, noting findings: inout Findings) -> [File] {
    files(in: name).filter { file in
      if file.isDelimitedText { return true }
      findings.add(file.notDelimited)
      return false
    }
  }

  /// Tables of document variables stand among the exports that they belong to.
  func takeVariables(from inputs: inout Inputs) {
    let isVariables = inputs.excerpts.map { file in
      guard file.columns.isEmpty, let sample = try? FileSample(path: file.path, name: file.name) else {
        return false
      }
      return DocumentVariables.recognizes(sample)
    }
    inputs.variables = zip(inputs.excerpts, isVariables).filter(\.1).map {
      File(path: $0.0.path, name: $0.0.name)
    }
    inputs.excerpts = zip(inputs.excerpts, isVariables).filter { !$0.1 }.map(\.0)
  }

  private func files(in name: String) -> [File] {
    let folder = inFolder(name)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { !$0.hasPrefix(".") && !$0.lowercased().hasSuffix(".md") }.map {
      let path = (folder.path as NSString).appendingPathComponent($0)
      return File(path: path, name: path)
    }
  }
}

extension StudyPlace.File {
  /// Whether the name says that it is delimited text.
  fileprivate var isDelimitedText: Bool {
    ["csv", "tsv", "txt", "tab"].contains((path as NSString).pathExtension.lowercased())
  }

  fileprivate var notDelimited: Finding {
    .warning(
      at: Origin(file: name), "this file is not delimited text and is left out",
      fix: "save it as CSV (UTF-8), or move it elsewhere")
  }
}
