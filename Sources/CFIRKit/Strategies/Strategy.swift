import CFIRCodebooks

/// One of the 73 implementation strategies of ERIC (Powell and others, Implementation Science 2015;10:21).
public struct Strategy: Hashable, Sendable {
  /// Which strategy: its slug.
  public typealias ID = Identifier<Strategy>

  /// Which strategy.
  public let id: ID
  /// Its published number.
  public let number: Int
  /// Its published name.
  public let name: String
  /// The cluster that it belongs to (Waltz and others, Implementation Science 2015;10:109).
  public let cluster: String
  /// What it can mean in a peer-support program, in plain words.
  public let peerSupport: String

  /// All of them by number.
  public static let all: [Strategy] = {
    guard let records = try? RecordReader(text: StrategyText.eric, file: "eric.csv") else { return [] }
    var table = TableReader(records)
    let columns = ["number", "id", "name", "cluster", "peer-support"].map { table.column($0) }
    var findings = Findings()
    var strategies: [Strategy] = []
    while (try? table.next(noting: &findings)) == true {
      let cells = columns.map { table.text($0) }
      strategies.append(
        Strategy(
          id: .init(cells[1]), number: Int(cells[0]) ?? 0, name: cells[2], cluster: cells[3],
          peerSupport: cells[4]))
    }
    return strategies
  }()

  /// The strategy of a number, an id or a name.
  public static func named(_ written: String) -> Strategy? {
    if let number = Int(written) { return all.first { $0.number == number } }
    let key = NameKey(written)
    return all.first { $0.id.rawValue == written || NameKey($0.name) == key }
  }
}
