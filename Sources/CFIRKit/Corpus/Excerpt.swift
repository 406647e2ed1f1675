/// A passage of a source, unchanged, with what was coded on it.
public struct Excerpt: Hashable, Sendable {
  /// Which excerpt: the id of its row, else `SOURCE#` and 8 hex digits of SHA-256 over source, start, end and NFC text.
  public typealias ID = Identifier<Excerpt>

  /// A construct that a coder saw here.
  public struct Coding: Hashable, Sendable {
    /// The construct.
    public var construct: Construct.ID
    /// How it works here, where somebody judged that.
    public var judgement: Judgement?
    /// Who coded it; empty where the export does not say.
    public var coder: String

    /// A coding.
    public init(construct: Construct.ID, judgement: Judgement? = nil, coder: String = "") {
      self.construct = construct
      self.judgement = judgement
      self.coder = coder
    }
  }

  /// Which excerpt.
  public var id: ID
  /// The organization that it speaks of.
  public var organization: Organization.ID
  /// Who spoke, where that is known.
  public var participant: Participant.ID?
  /// The interview, document or note that it stands in.
  public var source: String
  /// The words.
  public var text: String
  /// Where it begins, in the export's own unit (MAXQDA: paragraphs); empty where unknown.
  public var start: String
  /// Where it ends.
  public var end: String
  /// What was seen in it, in the order of the export.
  public var codings: [Coding]
  /// Codes on it that no construct answers to.
  public var otherCodes: [String]
  /// What a coder remarked.
  public var memo: String
  /// Whether the quotation may leave the team.
  public var isCleared: Bool
  /// Where it was read first.
  public var origin: Origin

  /// A passage; codings can follow.
  public init(
    id: ID, organization: Organization.ID, participant: Participant.ID?, source: String, text: String,
    start: String = "", end: String = "", codings: [Coding] = [], otherCodes: [String] = [],
    memo: String = "",
    isCleared: Bool = false, origin: Origin
  ) {
    self.id = id
    self.organization = organization
    self.participant = participant
    self.source = source
    self.text = text
    self.start = start
    self.end = end
    self.codings = codings
    self.otherCodes = otherCodes
    self.memo = memo
    self.isCleared = isCleared
    self.origin = origin
  }

  /// The judgement on a construct here: all coders' together; nothing where nobody judged.
  public func judgement(on construct: Construct.ID) -> Judgement? {
    Judgement.together(codings.filter { $0.construct == construct }.compactMap(\.judgement))
  }

  /// Who stands behind it: the participant, else the source.
  public var informant: String { participant?.rawValue ?? source }
}
