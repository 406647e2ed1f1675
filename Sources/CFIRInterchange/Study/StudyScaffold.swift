import CFIRKit
import Foundation

/// A new study folder: empty, or begun from an export of coded segments.
public enum StudyScaffold {
  /// A file of the new folder.
  public enum Content: Sendable {
    /// Written.
    case text(String)
    /// Copied byte for byte from elsewhere.
    case copy(of: String)
  }

  /// The files of a study that waits for its inputs.
  public static func empty(title: String) -> [(path: String, content: Content)] {
    [
      ("study.yaml", .text(yaml(title: title, framework: nil))),
      (
        "excerpts/README.md",
        .text(
          """
          Put exports of coded segments here (CSV or tab-separated text), as your QDA program wrote them.
          MAXQDA in English, German or Polish is recognised by its headers; `cfir check` says what else is needed.


          """)
      ),
      (
        "ratings/README.md",
        .text(
          """
          Put rating tables here. Long: organization, construct, rater, rating, rationale. Wide: construct, then a column for each
          organization. Ratings are -2 … +2, 0 (mixed), +1*, missing, not asked, n/a, or nothing.


          """)
      ),
    ]
  }

  /// The files of a study begun from an export: its organizations, participants, a blank rating sheet with the evidence
  /// counted, and the export itself.
  ///
  /// - Parameters:
  ///   - study: What was read from the export.
  ///   - title: The new study's title.
  ///   - export: Where the export is.
  /// - Returns: The files by their paths in the folder.
  public static func begun(from study: Study, title: String, export: String) -> [(
    path: String, content: Content
  )] {
    [
      ("study.yaml", .text(yaml(title: title, framework: study.codebook.framework.edition))),
      ("organizations.csv", .text(organizations(study))), ("participants.csv", .text(participants(study))),
      ("ratings/ratings.csv", .text(ratingSheet(study))),
      ("excerpts/\(name(export))", .copy(of: export)),
    ]
  }

  static func yaml(title: String, framework: Framework.Edition?) -> String {
    let quoted = "\"" + title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    return """
      title: \(quoted)
      framework: \((framework ?? .cfir2022).rawValue)

      # Organizations are discovered from the excerpts and ratings, or listed in organizations.csv.
      # To compare organizations, add an outcome column to organizations.csv and name it here:
      #outcome:
      #  column: outcome
      #  order: [low, middle, high]

      # To read an export with other headers, name its columns:
      #excerpts:
      #  - path: excerpts/export.csv
      #    columns: {source: Document, code: Tag, text: Content}

      """
  }

  private static func organizations(_ study: Study) -> String {
    var writer = CSVWriter()
    writer.row(["organization", "name", "outcome"])
    for organization in study.organizations {
      writer.row([organization.id.rawValue.withFormulaGuard, "", ""])
    }
    return writer.text
  }

  private static func participants(_ study: Study) -> String {
    var writer = CSVWriter()
    writer.row(["participant", "organization", "role", "source"])
    var places: [String: Set<Organization.ID>] = [:]
    for informant in study.tally.informants {
      places[informant.participant?.rawValue ?? informant.source, default: []].insert(informant.organization)
    }
    for informant in study.tally.informants {
      let participant = informant.participant?.rawValue ?? informant.source
      // A name that two organizations share says nothing of either, and a semicolon would part it; the document group places both.
      guard places[participant]?.count == 1, !informant.source.contains(";") else { continue }
      writer.row(
        [participant, informant.organization.rawValue, "", informant.source].map(\.withFormulaGuard))
    }
    return writer.text
  }

  /// The export's name in the study: with an ending by which it is found there.
  private static func name(_ export: String) -> String {
    let name = (export as NSString).lastPathComponent
    let known = ["csv", "tsv", "txt", "tab"].contains((name as NSString).pathExtension.lowercased())
    return known ? name : name + ".csv"
  }

  /// Constructs × organizations, the evidence counted beside each empty rating; it reads back as a rating table.
  private static func ratingSheet(_ study: Study) -> String {
    let evidence = study.tally.evidence()
    var writer = CSVWriter()
    writer.row([
      "organization", "construct", "name", "rater", "rating", "summary", "rationale", "excerpts",
      "coded excerpts", "sources",
      "positive", "negative", "neutral", "mixed", "unjudged", "suggested", "reason",
    ])
    let coded = study.tally.constructs.compactMap(study.codebook.construct).filter {
      $0.kind == .roleCharacteristic
    }
    let constructs = study.codebook.sorted(study.codebook.rated + coded)
    for construct in constructs {
      for organization in study.organizations {
        let cell = evidence[construct.id]?[organization.id] ?? CellEvidence()
        let suggestion = cell.suggestion
        writer.row(
          [
            organization.id.rawValue.withFormulaGuard, construct.id.rawValue, construct.name, "", "", "", "",
            "",
          ]
            + [
              cell.excerpts, cell.sources, cell.positive, cell.negative, cell.neutral, cell.mixed,
              cell.unjudged,
            ].map(String.init)
            + [suggestion.map { RatingValue.score($0.score).token } ?? "", suggestion?.reason ?? ""])
      }
    }
    return writer.text
  }
}
