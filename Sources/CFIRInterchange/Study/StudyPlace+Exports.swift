import CFIRKit
import Foundation

extension StudyPlace {
  /// The files in a folder of the study that excerpts can be in, by name; what holds none is named and left.
  func exports(in name: String, noting findings: inout Findings) -> [ExcerptFile] {
    files(in: name).compactMap { file in
      // What cannot be looked at is opened later, which says why it cannot.
      let sample = try? FileSample(path: file.path, name: file.name)
      let format = sample.flatMap(ExcerptFormats.format)
      let isVariables = sample.map(DocumentVariables.recognizes) ?? false
      if let refusal = format as? Refusal, !isVariables {
        findings.add(
          .warning(at: Origin(file: file.name), "\(refusal.message); it is left out", fix: refusal.fix))
        return nil
      }
      guard format != nil || isVariables || file.isTable(sample) else {
        findings.add(file.noTable)
        return nil
      }
      return ExcerptFile(path: file.path, name: file.name, sample: sample)
    }
  }

  /// The tables in a folder of the study by name; what is none is named and left.
  func tables(in name: String, noting findings: inout Findings) -> [File] {
    files(in: name).filter { file in
      if file.isTable(try? FileSample(path: file.path, name: file.name)) { return true }
      findings.add(file.noTable)
      return false
    }
  }

  /// Tables of document variables stand among the exports that they belong to.
  func takeVariables(from inputs: inout Inputs) {
    for file in inputs.excerpts where file.columns.isEmpty {
      let sample = file.sample ?? (try? FileSample(path: file.path, name: file.name))
      if let sample, DocumentVariables.recognizes(sample) { inputs.variables.append(sample) }
    }
    let variables = Set(inputs.variables.map(\.path))
    inputs.excerpts.removeAll { $0.columns.isEmpty && variables.contains($0.path) }
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
  /// Whether it is a workbook, or its name says that it is a table; what is damaged is opened, to say so.
  fileprivate func isTable(_ sample: FileSample?) -> Bool {
    let isNamedSo = ["csv", "tsv", "txt", "tab", "xlsx"].contains(
      (path as NSString).pathExtension.lowercased())
    return switch sample?.signature {
    case .zip: isNamedSo || sample?.header.isEmpty == false
    case .text, nil: isNamedSo
    default: false
    }
  }

  fileprivate var noTable: Finding {
    .warning(
      at: Origin(file: name), "this file is neither delimited text nor a workbook and is left out",
      fix: "save it as CSV (UTF-8) or .xlsx, or move it elsewhere")
  }
}
