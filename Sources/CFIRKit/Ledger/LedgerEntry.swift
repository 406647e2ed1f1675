/// Something that a person decided or did, before it is written down.
public struct LedgerEntry: Hashable, Sendable {
  /// What was done.
  public enum Kind: String, Sendable, CaseIterable {
    /// A rater rated a cell for the first time, or again after taking the rating back.
    case given
    /// A rater changed a rating or its reason.
    case revised
    /// A rater took a rating back.
    case withdrawn
    /// Of revisions made apart, one was chosen, or another rating in their place.
    case settled
    /// The team decided a cell.
    case consensus
    /// Somebody noted something.
    case note
    /// A table of ratings was taken over; the ratings follow as events of their own.
    case imported = "import"
    /// The free text of an event was removed.
    case redaction
  }

  /// A rating as the team had it before it when it decided.
  public struct Considered: Hashable, Sendable {
    /// Whose.
    public var rater: Rating.RaterID
    /// What it said.
    public var value: RatingValue

    /// A rating of a rater.
    public init(rater: Rating.RaterID, value: RatingValue) {
      self.rater = rater
      self.value = value
    }
  }

  /// A file that ratings were taken from.
  public struct Source: Hashable, Sendable {
    /// Its name, without folders.
    public var name: String
    /// SHA-256 of its bytes, in hexadecimal digits.
    public var digest: String

    /// A file.
    public init(name: String, digest: String) {
      self.name = name
      self.digest = digest
    }
  }

  /// What was done.
  public var kind: Kind
  /// By whom.
  public var who: Rating.RaterID
  /// The cell that it speaks of; a note may speak of none.
  public var cell: RatedCell?
  /// The ratings that stood in the cell; several where revisions were made apart.
  public var before: [RatingValue] = []
  /// The rating that stands now; nothing where it was withdrawn.
  public var after: RatingValue?
  /// The raters' own ratings that the team settled.
  public var considered: [Considered] = []
  /// The events whose place it takes.
  public var replaces: [LedgerEvent.ID] = []
  /// The event that is redacted or noted on; for a rating, the import that it came with.
  public var about: LedgerEvent.ID?
  /// The excerpts that it rests on: their ids, never their words.
  public var excerpts: [Excerpt.ID] = []
  /// When the rating was given, where an imported table says so.
  public var date = ""
  /// The file that was imported.
  public var source: Source?
  /// What was said, in brief.
  public var summary = ""
  /// Why.
  public var rationale = ""
  /// What was noted.
  public var note = ""

  /// What somebody did.
  public init(_ kind: Kind, by who: Rating.RaterID, cell: RatedCell? = nil) {
    self.kind = kind
    self.who = who
    self.cell = cell
  }

  /// Whether it holds free text.
  public var hasWords: Bool { !(summary.isEmpty && rationale.isEmpty && note.isEmpty) }

  /// The same without its free text.
  var withoutWords: LedgerEntry {
    var entry = self
    (entry.summary, entry.rationale, entry.note) = ("", "", "")
    return entry
  }
}

/// One rater's place for a rating: one construct in one organization in one round.
public struct RatedCell: Hashable, Sendable {
  /// The organization.
  public var organization: Organization.ID
  /// The construct.
  public var construct: Construct.ID
  /// The rater; ``Rating/consensus`` for the team.
  public var rater: Rating.RaterID
  /// The round; empty where there is but one.
  public var round: String

  /// A place.
  public init(
    organization: Organization.ID, construct: Construct.ID, rater: Rating.RaterID, round: String = ""
  ) {
    self.organization = organization
    self.construct = construct
    self.rater = rater
    self.round = round
  }

  /// The place of a rating.
  public init(_ rating: Rating) {
    self.init(
      organization: rating.organization, construct: rating.construct, rater: rating.rater, round: rating.round
    )
  }
}
