import CFIRKit
import Foundation

/// What is converted: a study, a project or excerpts of another program, a codebook, ratings.
public struct ConversionInput {
  /// What a file or folder holds.
  enum Content {
    /// A study folder, or a table of ratings.
    case study(StudyPlace)
    /// A whole project of another program.
    case project(FileSample, any ProjectFormat)
    /// Coded excerpts.
    case excerpts(ExcerptFile)
    /// A codebook of this program's own.
    case codebook(Codebook)
    /// The codes of another program.
    case codes(REFICodebook)
    /// Answers to a survey.
    case responses(ResponseTable)
  }

  /// How findings name it.
  public let name: String
  /// What it was taken for.
  public let kind: String
  /// What reading it has given so far.
  public internal(set) var findings: Findings
  let content: Content
  let edition: Framework.Edition?

  /// Kinds that can be named where a file should not be recognised by its content, beside those of ``formats``.
  private enum OwnKind: String, CaseIterable {
    case study, ratings, excerpts, codebook, responses
  }

  /// The kinds of files that can be named: programs by their names in lower case.
  public static let kinds: [String] = {
    var kinds = OwnKind.allCases.map(\.rawValue)
    for format in ExcerptFormats.all where !(format is Refusal) && !kinds.contains(key(format)) {
      kinds.append(key(format))
    }
    return kinds
  }()

  private static func key(_ format: any ExcerptFormat) -> String {
    format.name.split(separator: " ").first.map { $0.lowercased() } ?? format.name
  }

  /// Looks at what is to be converted.
  ///
  /// - Parameters:
  ///   - path: A study folder, a file, or the name of a shipped framework or codebook.
  ///   - kind: One of ``kinds``, where it should not be recognised by its content.
  ///   - edition: The framework, where nothing else says it.
  ///   - dictionary: Where REDCap's data dictionary is, for an export of its responses.
  /// - Throws: A finding where there is no such file, or nothing in it can be converted.
  public init(
    _ path: String, kind: String? = nil, edition: Framework.Edition? = nil, dictionary: String? = nil
  ) throws(Finding) {
    name = path
    self.edition = edition
    var findings = Findings()
    if !FileManager.default.fileExists(atPath: path), let shipped = try Self.shipped(path, noting: &findings)
    {
      (content, self.kind) = (.codebook(shipped), "codebook")
    } else if dictionary != nil || kind == OwnKind.responses.rawValue {
      (content, self.kind) = try Self.responses(path, dictionary)
    } else {
      let place = try StudyPlace(path)
      (content, self.kind) =
        place.isFolder
        ? (.study(place), "study") : try Self.content(place, path, kind, edition, noting: &findings)
    }
    self.findings = findings
  }

  private static func content(
    _ place: StudyPlace, _ path: String, _ kind: String?, _ edition: Framework.Edition?,
    noting findings: inout Findings
  ) throws(Finding) -> (Content, String) {
    let sample = try FileSample(path: path, name: path)
    let own = kind.flatMap(OwnKind.init)
    let table = ExcerptFile(path: path, name: path)
    if own == .study || own == .ratings || kind == nil && RatingTable.recognizes(sample.header) {
      return (.study(place), "ratings")
    }
    if own == .excerpts { return (.excerpts(table), "excerpts") }
    if kind == nil && ResponseTable.recognizes(sample) { return try responses(path, nil) }
    if own == .codebook || kind == nil,
      let codebook = try codebook(sample, edition, isNamed: own == .codebook, noting: &findings)
    {
      return codebook
    }
    let formats = ExcerptFormats.all.filter { kind == nil || key($0) == kind }
    if let format = formats.first(where: { $0.recognizes(sample) }) {
      if format is Refusal { _ = try format.open(sample) }
      if let project = format as? any ProjectFormat { return (.project(sample, project), format.name) }
      return (.excerpts(table), format.name)
    }
    if let kind, own == nil {
      throw .error(
        at: Origin(file: path), "this is not what '\(kind)' stands for",
        fix:
          "it stands for \(NumberStyle.list(formats.map(\.name))); leave --from out to have the file recognised"
      )
    }
    guard ExcerptColumns.resembles(sample.header) else {
      throw StudyPlace.unknown(sample.header, file: sample.name)
    }
    return (.excerpts(table), "excerpts")
  }

  private static func responses(_ path: String, _ dictionary: String?) throws(Finding) -> (Content, String) {
    let table = try ResponseTable.read(path: path, dictionary: dictionary)
    return (.responses(table), table.account.format)
  }
}
