/// An entry as it stands in the ledger: in which copy, at which place in its chain, and when.
public struct LedgerEvent: Hashable, Sendable {
  /// Which event: SHA-256, in hexadecimal digits, over all that it says and the event before it.
  public typealias ID = Identifier<LedgerEvent>
  /// A copy of a ledger that was written to in one place.
  public enum Copy {}
  /// Which copy.
  public typealias CopyID = Identifier<Copy>

  /// Which event.
  public let id: ID
  /// The copy that it was written in.
  public let copy: CopyID
  /// Its place in that copy's chain, from 1.
  public let sequence: Int
  /// Later than the clock of every event that its writer could see.
  public let clock: Int
  /// The event before it in its copy; nothing for the first.
  public let previous: ID?
  /// When it was written, in UTC: `2025-07-14T09:30:00Z`.
  public let time: String
  /// What it says.
  public internal(set) var entry: LedgerEntry

  /// An event as the ledger has it.
  public init(
    id: ID, copy: CopyID, sequence: Int, clock: Int, previous: ID?, time: String, entry: LedgerEntry
  ) {
    self.id = id
    self.copy = copy
    self.sequence = sequence
    self.clock = clock
    self.previous = previous
    self.time = time
    self.entry = entry
  }

  /// How people name it: copy and sequence, `7f3a09c2-12`.
  public var name: String { "\(copy)-\(sequence)" }

  /// The order of a ledger: logical clock, copy, sequence; the id decides between two that share them all.
  public static func precedes(_ first: LedgerEvent, _ second: LedgerEvent) -> Bool {
    if first.clock != second.clock { return first.clock < second.clock }
    if first.copy != second.copy { return first.copy < second.copy }
    if first.sequence != second.sequence { return first.sequence < second.sequence }
    return first.id < second.id
  }
}
