import CFIRKit

/// File names as seen from the study's folder, so that a report reads the same wherever the folder stands.
struct StudyPaths: Sendable {
  private static let rooms: Set<String> = ["excerpts", "ratings", "surveys"]
  /// The folders to leave out, the longest first.
  private let folders: [String]

  init(_ study: Study, _ findings: [Finding]) {
    var files = Set(findings.map(\.origin.file)).union(study.excerptFiles)
    files.formUnion(study.allRatings.map(\.origin.file))
    let folders = Set(files.map { String($0.dropLast(Self.shortened($0).count)) }).filter { $0.count > 2 }
    self.folders = folders.sorted { $0.count == $1.count ? $0 < $1 : $0.count > $1.count }
  }

  /// `ratings/IK.csv`, `organizations.csv`.
  static func shortened(_ file: String) -> String {
    let parts = file.split(separator: "/")
    guard let last = parts.last else { return file }
    guard let room = parts.dropLast().last, rooms.contains(String(room)) else { return String(last) }
    return "\(room)/\(last)"
  }

  /// The findings with their files, and the files that their messages name, shortened.
  func shortened(_ findings: [Finding]) -> [Finding] {
    findings.map { finding in
      var short = finding
      short.origin.file = Self.shortened(finding.origin.file)
      for folder in folders {
        short.message = short.message.replacing(folder, with: "")
        short.fix = short.fix.replacing(folder, with: "")
      }
      return short
    }
  }
}
