/// Every judgement that was written down, in order; the present is derived from it.
///
/// A merge of two ledgers is the union of their events. Since each event is known by its hash and the order is a property of the
/// events, the union is associative, commutative and idempotent: it does not matter who takes from whom, or how often.
public struct Ledger: Sendable, Equatable {
  /// The events in order: logical clock, copy, sequence.
  public private(set) var events: [LedgerEvent] = []
  /// The events whose free text was removed.
  public private(set) var redacted: Set<LedgerEvent.ID> = []
  /// Every cell that was ever rated, in the order of its first event.
  public private(set) var cells: [RatedCell] = []

  private var places: [LedgerEvent.ID: Int] = [:]
  /// The events of a cell that no other event has taken the place of, in order.
  private var standing: [RatedCell: [LedgerEvent.ID]] = [:]
  private var replaced: [RatedCell: Set<LedgerEvent.ID>] = [:]

  /// Nothing yet.
  public init() {}

  /// The events given, each once, in their order; redacted ones lose their words.
  public init(_ events: some Sequence<LedgerEvent>) {
    var unique: [LedgerEvent.ID: LedgerEvent] = [:]
    for event in events where unique[event.id].map({ !$0.entry.hasWords }) ?? true {
      unique[event.id] = event
    }
    for event in unique.values.sorted(by: LedgerEvent.precedes) { place(event) }
  }

  /// The events of both.
  public func union(_ other: Ledger) -> Ledger { Ledger(events + other.events) }

  /// Adds an event.
  public mutating func append(_ event: LedgerEvent) {
    if places[event.id] == nil, events.last.map({ LedgerEvent.precedes($0, event) }) ?? true {
      place(event)
    } else {
      self = Ledger(events + [event])
    }
  }

  /// The same events.
  public static func == (first: Ledger, second: Ledger) -> Bool { first.events == second.events }

  /// The event of an id.
  public subscript(id: LedgerEvent.ID) -> LedgerEvent? { places[id].map { events[$0] } }

  /// The events that people may mean by a name: copy and sequence, or the first eight or more digits of the hash.
  public func events(named name: String) -> [LedgerEvent] {
    events.filter { $0.name == name || name.count >= 8 && $0.id.rawValue.hasPrefix(name.lowercased()) }
  }

  /// What stands in a cell; nothing where it was never rated.
  public func standing(in cell: RatedCell) -> LedgerStanding? {
    standing[cell].map { LedgerStanding(cell: cell, heads: $0.compactMap { self[$0] }) }
  }

  private mutating func place(_ event: LedgerEvent) {
    var event = event
    if redacted.contains(event.id) { event.entry = event.entry.withoutWords }
    places[event.id] = events.count
    events.append(event)
    let entry = event.entry
    if entry.kind == .redaction, let about = entry.about, redacted.insert(about).inserted,
      let place = places[about]
    {
      events[place].entry = events[place].entry.withoutWords
    }
    guard let cell = entry.cell, entry.kind.isJudgement else { return }
    if standing[cell] == nil { cells.append(cell) }
    replaced[cell, default: []].formUnion(entry.replaces)
    let heads = (standing[cell] ?? []) + [event.id]
    standing[cell] = heads.filter { replaced[cell]?.contains($0) != true }
  }
}

extension LedgerEntry.Kind {
  /// Whether it changes what stands in a cell.
  public var isJudgement: Bool {
    switch self {
    case .given, .revised, .withdrawn, .settled, .consensus: true
    case .note, .imported, .redaction: false
    }
  }
}
