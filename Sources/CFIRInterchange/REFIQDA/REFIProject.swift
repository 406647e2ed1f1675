import CFIRKit

/// REFI-QDA projects (`.qdpx`), which MAXQDA, NVivo, ATLAS.ti, QualCoder and others exchange; also a `.qde` taken out of its archive.
///
/// Standard: REFI-QDA 1.5, 2019, <https://www.qdasoftware.org>.
struct REFIProject: ProjectFormat {
  var name: String { "REFI-QDA project" }

  func recognizes(_ sample: FileSample) -> Bool {
    switch sample.signature {
    case .zip:
      let archive = try? ZipArchive(path: sample.path, name: sample.name)
      return archive?.entries.contains { REFITexts.isProjectFile($0.name) } ?? false
    case .xml(let root): return root == "Project" && sample.head.contains("urn:QDA-XML:project")
    default: return false
    }
  }

  func openProject(_ sample: FileSample) throws(Finding) -> any ProjectSource {
    let account = ImportAccount(file: sample.name, format: name)
    if case .zip = sample.signature {
      let archive = try ZipArchive(path: sample.path, name: sample.name)
      let entry = try REFITexts.projectFile(in: archive)
      let texts = REFITexts(archive: archive, projectFile: entry.name)
      return try REFIProjectReader(texts, account: account) { () throws(Finding) in
        try XMLEvents(archive: archive, entry: entry, limits: .project)
      }
    }
    return try REFIProjectReader(REFITexts(), account: account) { () throws(Finding) in
      try XMLEvents(path: sample.path, name: sample.name, limits: .project)
    }
  }
}

extension XMLLimits {
  /// Those of a project file, which may hold its documents' words.
  static var project: XMLLimits {
    var limits = XMLLimits()
    limits.textSize = REFITexts.limit
    return limits
  }
}

/// A project file, read twice: first for what passages refer to, then source by source.
final class REFIProjectReader: ProjectSource {
  let outline: ProjectOutline
  private let names: [String]
  private var builder: REFIDocumentBuilder
  private var xml: XMLEvents
  /// How many sources have been read.
  private var count = 0

  /// - Parameters:
  ///   - texts: The project's text files.
  ///   - account: Takes note of what is left.
  ///   - open: Opens the project file.
  /// - Throws: A finding where it cannot be read to its end.
  init(
    _ texts: REFITexts, account: ImportAccount, _ open: () throws(Finding) -> XMLEvents
  ) throws(Finding) {
    var account = account
    for finding in texts.archive?.findings ?? [] { account.note(finding) }
    var first = try open()
    let reader = try REFIOutlineReader(&first, account: account)
    account = reader.account
    let index = try REFIIndex(reader, texts: texts, noting: &account)
    outline = index.outline
    names = index.sourceNames
    builder = REFIDocumentBuilder(index, texts: texts, account: account)
    xml = try open()
  }

  var account: ImportAccount {
    var account = builder.account
    for finding in builder.positions.findings { account.note(finding) }
    return account
  }

  func nextDocument() throws(Finding) -> ProjectDocument? {
    while let source = try nextSource() {
      let name = count < names.count ? names[count] : source.name
      count += 1
      if let document = try builder.document(source, named: name) { return document }
    }
    return nil
  }

  private func nextSource() throws(Finding) -> REFISource? {
    while let event = try xml.next() {
      guard event == .start, xml.depth > 1 else { continue }
      if xml.depth == 2 && xml.name == "Sources" { continue }
      if xml.depth == 3, let kind = REFISource.Kind(rawValue: xml.name) {
        return try REFISource(&xml, kind: kind, isOutline: false)
      }
      try xml.skip()
    }
    return nil
  }
}
