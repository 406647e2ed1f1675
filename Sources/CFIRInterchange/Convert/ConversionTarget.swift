import CFIRKit
import Foundation

/// What a conversion writes.
public enum ConversionTarget: String, Sendable, CaseIterable {
  /// The canonical table of excerpts.
  case excerpts
  /// A codebook as CFIRKit reads and writes it.
  case codebook
  /// A codebook as Taguette takes it: paths and descriptions.
  case taguette
  /// A REFI-QDA codebook.
  case qdc
  /// A REFI-QDA project.
  case qdpx
  /// Ratings, one to a row.
  case ratings
  /// Survey responses, one respondent to a row, answers by item.
  case responses
  /// A study folder.
  case study
  /// All tables of a study as one workbook.
  case workbook
  /// The analysed tables of a study as a Frictionless Data Package.
  case datapackage

  /// The target that a path's ending names by itself; nothing where it is a table or a folder.
  public init?(path: String) {
    switch (path as NSString).pathExtension.lowercased() {
    case "qdc": self = .qdc
    case "qdpx": self = .qdpx
    default: return nil
    }
  }

  /// Whether it is a folder.
  public var isFolder: Bool { self == .study || self == .datapackage }
}
