import CFIRKit

/// Which entries of an archive are the parts of a workbook, as its relationships say.
struct WorkbookParts {
  private(set) var sheets: [Workbook.Sheet] = []
  private(set) var strings: ZipArchive.Entry?
  private(set) var styles: ZipArchive.Entry?
  /// Whether day 0 is the first of January 1904, as on old Macs.
  private(set) var countsFrom1904 = false
  /// Whether the program that wrote it left the calculating to whoever opens it.
  private(set) var isUncalculated = false

  private struct Relationship {
    var kind: String
    var target: String
  }

  init(_ archive: ZipArchive) throws(Finding) {
    let start = try Self.relationships("_rels/.rels", in: "", archive).values.first {
      $0.kind == "officeDocument"
    }
    let main = start?.target ?? "xl/workbook.xml"
    guard let entry = archive.entry(main), main.lowercased().hasSuffix(".xml"),
      archive.entry("xl/workbook.xml") != nil || start != nil
    else { throw Self.noWorkbook(archive) }
    let folder = main.split(separator: "/").dropLast().joined(separator: "/")
    let name = main.split(separator: "/").last ?? ""
    let relationships = try Self.relationships("\(folder)/_rels/\(name).rels", in: folder, archive)
    for relationship in relationships.values {
      switch relationship.kind {
      case "sharedStrings": strings = archive.entry(relationship.target)
      case "styles": styles = archive.entry(relationship.target)
      default: break
      }
    }
    try read(XMLEvents(archive: archive, entry: entry, limits: .workbook), relationships, archive)
    guard !sheets.isEmpty else { throw Self.noWorkbook(archive) }
  }

  private mutating func read(
    _ events: consuming XMLEvents, _ relationships: [String: Relationship], _ archive: ZipArchive
  ) throws(Finding) {
    var xml = events
    while let event = try xml.next() {
      guard event == .start else { continue }
      switch xml.name {
      case "workbookPr": countsFrom1904 = Self.isTrue(xml.attribute("date1904"))
      case "calcPr": isUncalculated = Self.isTrue(xml.attribute("fullCalcOnLoad"))
      case "sheet":
        let name = xml.attribute("name") ?? ""
        // Sheets of charts and dialogs have no cells.
        guard let part = relationships[xml.attribute("id") ?? ""], part.kind == "worksheet" else { continue }
        guard let entry = archive.entry(part.target) else {
          throw .error(
            at: Origin(file: archive.file, sheet: name), "the workbook lists this sheet but does not hold it",
            fix: "the file is damaged: save it again with the program that wrote it")
        }
        sheets.append(
          Workbook.Sheet(
            name: name, isHidden: ["hidden", "veryHidden"].contains(xml.attribute("state")), entry: entry))
      default: break
      }
    }
  }

  private static func isTrue(_ value: String?) -> Bool { value == "1" || value == "true" }

  /// Relationships by their ids; targets are paths in the archive.
  private static func relationships(
    _ path: String, in folder: String, _ archive: ZipArchive
  ) throws(Finding) -> [String: Relationship] {
    guard let entry = archive.entry(path) else { return [:] }
    var xml = try XMLEvents(archive: archive, entry: entry, limits: .workbook)
    var all: [String: Relationship] = [:]
    while let event = try xml.next() {
      guard event == .start, xml.name == "Relationship", xml.attribute("TargetMode") != "External",
        let id = xml.attribute("Id"), let target = xml.attribute("Target"),
        // The last word is the same in transitional and strict workbooks.
        let kind = xml.attribute("Type")?.split(separator: "/").last
      else { continue }
      all[id] = Relationship(kind: String(kind), target: resolved(target, in: folder))
    }
    return all
  }

  private static func resolved(_ target: String, in folder: String) -> String {
    var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in target.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }

  private static func noWorkbook(_ archive: ZipArchive) -> Finding {
    .error(
      at: Origin(file: archive.file), "this zip archive is not an Excel workbook of the kind .xlsx",
      fix: "open it in the program that wrote it and save a table as .xlsx or as CSV UTF-8")
  }
}
