import CFIRKit
import Foundation

/// The text files of a project's archive.
///
/// Nothing is written to disk, and nothing outside the archive is read: a path is only ever compared with the names of its entries.
struct REFITexts {
  /// What a source's words are.
  enum Words {
    case bytes([UInt8])
    /// They are only in a rich text file, which is not opened.
    case rich
    /// They are outside the archive.
    case outside
    /// They are nowhere.
    case missing
  }

  /// The longest text that is taken: 1 GiB.
  static let limit = 1 << 30

  /// Nothing where the project file was taken out of its archive.
  let archive: ZipArchive?
  /// The folder in the archive that the project file is in, with `/` at its end; usually empty.
  let folder: String

  /// The words of a source.
  ///
  /// - Throws: A finding when the file is damaged or too long.
  func words(_ source: REFISource) throws(Finding) -> Words {
    if let entry = entry(source.plainTextPath), let archive {
      return .bytes(try archive.read(entry, limit: Self.limit))
    }
    if let content = source.content { return .bytes(content) }
    if let rich = entry(source.richTextPath), let archive {
      // Some programs name a plain text here.
      if !rich.name.lowercased().hasSuffix(".txt") { return .rich }
      return .bytes(try archive.read(rich, limit: Self.limit))
    }
    let paths = [source.plainTextPath, source.richTextPath]
    return paths.contains { Self.isOutside($0) } ? .outside : .missing
  }

  /// The entry that a path means: `internal://NAME`, in either case, or the name alone.
  private func entry(_ path: String) -> ZipArchive.Entry? {
    guard let archive, !path.isEmpty else { return nil }
    let name = path.replacing("\\", with: "/").split(separator: "/").last.map(String.init) ?? ""
    guard !name.isEmpty else { return nil }
    for candidate in [name, name.removingPercentEncoding ?? name] {
      if let entry = archive.entry(folder + "sources/" + candidate) { return entry }
    }
    return nil
  }

  private static func isOutside(_ path: String) -> Bool {
    let path = path.lowercased()
    return path.hasPrefix("relative:") || path.hasPrefix("absolute:") || path.hasPrefix("/")
      || path.dropFirst().hasPrefix(":")
  }
}

extension REFITexts {
  /// The texts beside a project file in its archive.
  init(archive: ZipArchive, projectFile: String) {
    self.archive = archive
    folder = projectFile.lastIndex(of: "/").map { String(projectFile[...$0]) } ?? ""
  }

  /// Those of a project file that was taken out of its archive: none but what stands in it.
  init() { (archive, folder) = (nil, "") }

  /// The project file of an archive.
  ///
  /// - Throws: A finding where it has none or several.
  static func projectFile(in archive: ZipArchive) throws(Finding) -> ZipArchive.Entry {
    let all = archive.entries.filter { isProjectFile($0.name) }
    let atRoot = all.filter { !$0.name.contains("/") }
    let found = atRoot.isEmpty ? all : atRoot
    guard let project = found.first, found.count == 1 else {
      throw .error(
        at: Origin(file: archive.file),
        found.isEmpty
          ? "this archive has no project file (.qde)"
          : "this archive has \(found.count) project files: \(found.map(\.name).joined(separator: ", "))",
        fix: "a .qdpx holds one project file and the folder 'sources': export it again")
    }
    return project
  }

  /// Whether an entry is a project file; what a Mac puts beside it is not.
  static func isProjectFile(_ entry: String) -> Bool {
    entry.lowercased().hasSuffix(".qde") && !entry.hasPrefix("__MACOSX/")
  }
}
