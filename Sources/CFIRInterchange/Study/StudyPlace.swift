import CFIRKit
import CFIRStore
import Foundation

/// Where a study lies, and which files in it hold what.
struct StudyPlace {
  /// A file and how findings name it.
  struct File: Sendable {
    var path: String
    var name: String

    func open() throws(Finding) -> RecordReader { try TabularFile.open(path: path, name: name) }
  }

  /// A rating table and who gave the ratings, where the study says.
  struct RatingInput: Sendable {
    var table: File
    var rater: String?
    var round: String?
  }

  /// A table of survey responses and what was asked, where the study says.
  struct SurveyInput: Sendable {
    var table: File
    /// A shipped instrument or a file.
    var instrument: Located<String>?
  }

  /// Where the codebook comes from.
  enum CodebookInput: Sendable {
    case shipped(ShippedCodebook)
    case file(File)
  }

  /// The files of a study by what they hold.
  struct Inputs {
    var codebook: CodebookInput?
    var organizations: File?
    var participants: File?
    var excerpts: [ExcerptFile] = []
    /// What programs know of their documents beside the codings.
    var variables: [FileSample] = []
    var ratings: [RatingInput] = []
    var surveys: [SurveyInput] = []
    var plan: File?
  }

  /// How the study is called where it gives no title: its folder's or file's name.
  let title: String
  /// How findings name the study.
  let name: String
  /// `study.yaml`, where there is one.
  let yaml: File?

  let folder: String?
  /// Whether it is a folder, and not a lone table.
  var isFolder: Bool { folder != nil }
  private let table: File?

  init(_ path: String) throws(Finding) {
    name = path
    let url = URL(fileURLWithPath: path)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .error(
        at: Origin(file: path), "there is no such file or folder",
        fix: "check the name; `cfir new DIR` makes a study")
    }
    let type = try? FileManager.default.attributesOfItem(atPath: url.resolvingSymlinksInPath().path)[.type]
    if !isFolder.boolValue, type as? FileAttributeType != .typeRegular {
      throw .error(
        at: Origin(file: path), "this is a pipe or a device, which can be read only once",
        fix: "save it to a file")
    }
    if isFolder.boolValue {
      let yaml = (path as NSString).appendingPathComponent("study.yaml")
      guard FileManager.default.fileExists(atPath: yaml) else {
        throw .error(
          at: Origin(file: path), "this folder is not a study: it has no study.yaml",
          fix: "name a study folder, or make one with `cfir new DIR`")
      }
      (folder, table, self.yaml) = (path, nil, File(path: yaml, name: yaml))
      title = url.standardizedFileURL.lastPathComponent
    } else if url.lastPathComponent == "study.yaml" || ["yaml", "yml"].contains(url.pathExtension) {
      let parent = (path as NSString).deletingLastPathComponent
      (folder, table, yaml) = (parent.isEmpty ? "." : parent, nil, File(path: path, name: path))
      title = url.standardizedFileURL.deletingLastPathComponent().lastPathComponent
    } else {
      (folder, table, yaml) = (nil, File(path: path, name: path), nil)
      title = url.deletingPathExtension().lastPathComponent
    }
  }

  /// The ledger of a study folder, which need not exist yet; nothing for a lone table.
  var ledger: LedgerFile? {
    guard folder != nil else { return nil }
    let file = inFolder(LedgerFile.usualName)
    return LedgerFile(path: file.path, name: file.name)
  }

  /// The files that the study says or, where it is silent, that stand where they should.
  func inputs(_ study: StudyFile, noting findings: inout Findings) throws(Finding) -> Inputs {
    var inputs = Inputs()
    guard folder != nil else {
      if let table { try classify(table, into: &inputs) }
      return inputs
    }
    inputs.codebook = codebook(study.codebook, noting: &findings)
    inputs.organizations = named(study.organizations, or: "organizations.csv", noting: &findings)
    inputs.participants = named(study.participants, or: "participants.csv", noting: &findings)
    inputs.plan = named(nil, or: "plan.csv", noting: &findings)
    if let entries = study.excerpts {
      inputs.excerpts = entries.compactMap { entry in
        file(entry.path, noting: &findings).map {
          ExcerptFile(
            path: $0.path, name: $0.name, columns: entry.columns, judgements: entry.judgements,
            weights: entry.weights, organizationPattern: entry.pattern)
        }
      }
    } else {
      inputs.excerpts = exports(in: "excerpts", noting: &findings)
    }
    takeVariables(from: &inputs)
    if let entries = study.ratings {
      inputs.ratings = entries.compactMap { entry in
        file(entry.path, noting: &findings).map {
          RatingInput(table: $0, rater: entry.rater, round: entry.round)
        }
      }
    } else {
      inputs.ratings = tables(in: "ratings", noting: &findings).map { RatingInput(table: $0) }
    }
    if let entries = study.surveys {
      inputs.surveys = entries.compactMap { entry in
        file(entry.path, noting: &findings).map {
          SurveyInput(table: $0, instrument: instrument(entry.instrument))
        }
      }
    } else {
      inputs.surveys = tables(in: "surveys", noting: &findings).map { SurveyInput(table: $0) }
    }
    return inputs
  }

  /// A lone table is a study of its own.
  private func classify(_ table: File, into inputs: inout Inputs) throws(Finding) {
    let sample = try FileSample(path: table.path, name: table.name)
    if ExcerptFormats.format(of: sample) != nil {
      inputs.excerpts = [ExcerptFile(path: table.path, name: table.name, sample: sample)]
      return
    }
    let header = try table.open().header
    if RatingTable.recognizes(header) {
      inputs.ratings = [RatingInput(table: table)]
    } else if ExcerptColumns.resembles(header) {
      inputs.excerpts = [ExcerptFile(path: table.path, name: table.name, sample: sample)]
    } else {
      throw Self.unknown(header, file: table.name)
    }
  }

  /// What is said of a table that is none of those which a study is made of.
  static func unknown(_ header: [String], file: String) -> Finding {
    .error(
      at: Origin(file: file, line: 1),
      "these columns are neither those of coded excerpts nor of ratings: "
        + header.map { "'\($0)'" }.joined(separator: ", "),
      fix:
        "excerpts need a code, a document and a text; ratings a construct and organizations; a study.yaml can map other names"
    )
  }

  func inFolder(_ path: String) -> File {
    if path.hasPrefix("/") { return File(path: path, name: path) }
    let joined = (folder.map { $0 == "." ? "" : $0 } ?? "") as NSString
    let full = joined.appendingPathComponent(path)
    return File(path: full, name: full)
  }

  private func file(_ path: Located<String>, noting findings: inout Findings) -> File? {
    let file = inFolder(path.value)
    if FileManager.default.fileExists(atPath: file.path) { return file }
    findings.add(
      .error(
        at: path.origin, "there is no file '\(path.value)' in the study",
        fix: nearest(path.value, among: neighbours(of: path.value)).asSuggestion.ifEmpty(
          "paths are taken from the folder of study.yaml")))
    return nil
  }

  /// An instrument's file is taken from the study's folder, like every other.
  private func instrument(_ name: Located<String>?) -> Located<String>? {
    guard let name, ShippedInstrument(rawValue: name.value) == nil else { return name }
    return Located(value: inFolder(name.value).path, origin: name.origin)
  }

  private func neighbours(of path: String) -> [String] {
    let parent = (path as NSString).deletingLastPathComponent
    let names = (try? FileManager.default.contentsOfDirectory(atPath: inFolder(parent).path)) ?? []
    return names.sorted().map { (parent as NSString).appendingPathComponent($0) }
  }

  /// A file of the study's folder, where it is there.
  func existing(_ name: String) -> File? {
    guard folder != nil else { return nil }
    let file = inFolder(name)
    return FileManager.default.fileExists(atPath: file.path) ? file : nil
  }

  private func named(_ path: Located<String>?, or usual: String, noting findings: inout Findings) -> File? {
    if let path { return file(path, noting: &findings) }
    return existing(usual)
  }

  private func codebook(_ name: Located<String>?, noting findings: inout Findings) -> CodebookInput? {
    if let name, let shipped = ShippedCodebook(rawValue: name.value) { return .shipped(shipped) }
    return named(name, or: "codebook.csv", noting: &findings).map(CodebookInput.file)
  }
}
