import CFIRKit

/// How a shape is filled. Each can be told from the others without colour, by darkness, outline or stripes.
public struct Fill: Hashable, Sendable {
  /// A colour, unless it is striped.
  let colour: String
  /// Its stripes.
  let hatching: Hatching?
  /// The colour of the outline; nothing: none.
  let stroke: String?
  /// The colour of text that stands on it, with a contrast of at least 4.5 to 1.
  public let textColour: String

  private init(
    _ colour: String, _ hatching: Hatching? = nil, stroke: String? = nil, text: String = Mark.ink
  ) {
    self.colour = colour
    self.hatching = hatching
    self.stroke = stroke
    textColour = text
  }

  /// Dark.
  public static let solid = Fill("#0b4f8a", text: "#ffffff")
  /// Pale, with an outline.
  public static let pale = Fill("#e4eaf1", stroke: Mark.soft)
  /// White: lets what stands on it be read over what is behind.
  public static let paper = Fill("#ffffff")
  /// White, with an outline.
  public static let hollow = Fill("#ffffff", stroke: Mark.ink)
  /// Striped, with an outline: what calls for a look.
  public static let striped = Fill("#ffffff", .warm, stroke: "#a34a00")

  /// Darker the larger the share: from 0, white, to 1, dark; what is outside is taken to the nearer end.
  public static func shade(_ share: Double) -> Fill {
    let part = share > 0 ? min(1, share) : 0
    let channels = [11.0, 79, 138].map { dark in
      let hex = String(Int((255 + (dark - 255) * part).rounded()), radix: 16)
      return hex.count < 2 ? "0" + hex : hex
    }
    return Fill("#" + channels.joined(), stroke: "#ffffff", text: part > 0.65 ? "#ffffff" : Mark.ink)
  }

  /// As ratings are shaded everywhere.
  public static func tone(_ tone: Table.Tone) -> Fill {
    switch tone {
    case .strongPositive: Fill("#0b4f8a", stroke: "#ffffff", text: "#ffffff")
    case .positive: Fill("#b9d6ef", stroke: "#ffffff")
    case .neutral: Fill("#eef0f3", stroke: "#ffffff")
    case .mixed: Fill("#dfe6ee", .mixed, stroke: "#ffffff")
    case .negative: Fill("#f6c99b", stroke: "#ffffff")
    case .strongNegative: Fill("#a34a00", stroke: "#ffffff", text: "#ffffff")
    case .missing, .blank: Fill("#ffffff", .absent, stroke: "#ffffff", text: Mark.soft)
    case .unresolved: Fill("#ffffff", stroke: Mark.soft)
    }
  }

  func attributes(in figure: String) -> [(name: String, value: String)] {
    let paint = hatching.map { "url(#\($0.id(in: figure)))" } ?? colour
    return [(name: "fill", value: paint)] + (stroke.map { [(name: "stroke", value: $0)] } ?? [])
  }
}

/// Stripes.
enum Hatching: String, CaseIterable {
  case warm, mixed, absent

  /// Ids are a page's, so each figure has its own stripes.
  func id(in figure: String) -> String { "\(figure)-\(rawValue)" }

  /// The stripes as markup.
  func pattern(in figure: String) -> HTML {
    let (ground, stripe, width) =
      switch self {
      case .warm: ("#ffffff", "#a34a00", "2")
      case .mixed: ("#dfe6ee", "#f0cfab", "3.5")
      case .absent: ("#ffffff", "#e1e5eb", "1")
      }
    return HTML(
      "pattern",
      [
        "id": id(in: figure), "width": "7", "height": "7", "patternUnits": "userSpaceOnUse",
        "patternTransform": "rotate(45)",
      ],
      HTML("rect", ["width": "7", "height": "7", "fill": ground]),
      HTML("rect", ["width": width, "height": "7", "fill": stripe]))
  }
}
