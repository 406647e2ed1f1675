/// A questionnaire: its items, how they are answered, and how answers become scores.
public struct Instrument: Hashable, Sendable {
  /// Which instrument.
  public typealias ID = Identifier<Instrument>

  /// How the answers to several items become one score.
  public enum ScoringRule: String, Sendable, CaseIterable {
    /// The mean of the answered items.
    case mean
    /// The mean of the answered items times the number of items: the sum where all are answered.
    case sum
    /// No score over items: each stands for itself.
    case items
  }

  /// A group of items that are scored together.
  public struct Subscale: Hashable, Sendable {
    /// Which subscale.
    public typealias ID = Identifier<Subscale>
    /// Which subscale.
    public var id: ID
    /// How it is printed.
    public var name: String
    /// How it is scored.
    public var rule: ScoringRule
    /// How many of its items must be answered; nothing: half of them.
    public var minimumAnswered: Int?

    /// A subscale.
    public init(id: ID, name: String, rule: ScoringRule = .mean, minimumAnswered: Int? = nil) {
      self.id = id
      self.name = name
      self.rule = rule
      self.minimumAnswered = minimumAnswered
    }
  }

  /// Which instrument.
  public var id: ID
  /// How it is printed.
  public var title: String
  /// Where it comes from, and what to know before using it.
  public var note: String
  /// How items that belong to no subscale are scored.
  public var rule: ScoringRule
  /// Whether each rated item also asks what kind of evidence stands behind the answer.
  public var asksEvidence: Bool
  /// Whether it collects facts from one informant by design, so that small numbers of respondents hide nobody.
  public var isProfile: Bool
  /// Its subscales in order.
  public var subscales: [Subscale]
  /// Its items in order.
  public var items: [Item]

  /// An instrument.
  public init(
    id: ID, title: String, note: String = "", rule: ScoringRule = .mean, asksEvidence: Bool = false,
    isProfile: Bool = false,
    subscales: [Subscale], items: [Item]
  ) {
    self.id = id
    self.title = title
    self.note = note
    self.rule = rule
    self.asksEvidence = asksEvidence
    self.isProfile = isProfile
    self.subscales = subscales
    self.items = items
  }

  /// The kinds of evidence that can stand behind an answer.
  public static let evidence = ["document", "observation", "data", "opinion"]
}

/// One question.
public struct Item: Hashable, Sendable {
  /// Which item: the name of its column in files.
  public typealias ID = Identifier<Item>

  /// How it is answered.
  public enum Kind: String, Sendable, CaseIterable {
    /// On a scale, and scored.
    case rating
    /// By one of several answers that do not count.
    case choice
    /// By any of several answers, separated by `;`.
    case choices
    /// By a number.
    case number
    /// In words.
    case text
  }

  /// Which item.
  public var id: ID
  /// The subscale that it belongs to.
  public var subscale: Instrument.Subscale.ID?
  /// The constructs that it asks about, the main one first.
  public var constructs: [Construct.ID]
  /// What it asks; empty in layouts of instruments whose words are others'.
  public var text: String
  /// What it asks of staff, where that differs.
  public var staffText: String
  /// How it is answered.
  public var kind: Kind
  /// The answers that it offers.
  public var answers: ResponseScale
  /// Whether a low answer is the better one, so that it is turned round before it is scored.
  public var isReverse: Bool
  /// Who is asked: `leader`, `staff`; empty: all.
  public var roles: [String]

  /// An item.
  public init(
    id: ID, subscale: Instrument.Subscale.ID? = nil, constructs: [Construct.ID] = [], text: String = "",
    staffText: String = "", kind: Kind = .rating, answers: ResponseScale = .any, isReverse: Bool = false,
    roles: [String] = []
  ) {
    self.id = id
    self.subscale = subscale
    self.constructs = constructs
    self.text = text
    self.staffText = staffText
    self.kind = kind
    self.answers = answers
    self.isReverse = isReverse
    self.roles = roles
  }

  /// The words for a role.
  public func text(for role: String) -> String { role == "staff" && !staffText.isEmpty ? staffText : text }
}
