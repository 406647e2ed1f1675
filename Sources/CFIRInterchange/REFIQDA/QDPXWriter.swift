import CFIRKit

/// Writes a project as REFI-QDA (`.qdpx`), which MAXQDA, NVivo, ATLAS.ti, QualCoder and others import.
///
/// Documents are written one after the other, so that memory is bounded by the largest. Texts are UTF-8 with LF and positions count code
/// points, the end exclusive; the same project gives the same bytes.
enum QDPXWriter {
  /// How the program is called in what it writes.
  static let origin = "CFIRKit"

  /// Writes a project, whole or not at all.
  ///
  /// - Parameters:
  ///   - project: The project; its documents are read to the end.
  ///   - path: Where the project goes.
  /// - Returns: What was taken and left on the way: in the project's own reading, and because the format has no place for it.
  /// - Throws: A finding when the project cannot be read on or the file cannot be written.
  static func write(_ project: any ProjectSource, to path: String) throws(Finding) -> ImportAccount {
    let draft = try QDPXDraft(beside: path)
    defer { draft.remove() }
    var scribe = try QDPXScribe(
      project.outline, draft: draft, account: ImportAccount(file: path, format: "REFI-QDA project"))
    var texts: [String] = []
    while let document = try project.nextDocument() {
      texts.append(try scribe.add(document))
    }
    let file = draft.part("project.qde")
    try scribe.finish(file)
    try Draft.file(path) { url in
      let archive = try ZipWriter(path: url.path, name: path)
      try archive.add("project.qde", file: file)
      for text in texts { try archive.add("sources/\(text).txt", file: draft.part(text)) }
      try archive.close()
    }
    return scribe.account(after: project.account)
  }
}
