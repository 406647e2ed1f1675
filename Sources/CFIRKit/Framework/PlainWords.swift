import CFIRCodebooks

/// What constructs are called where the reader leads a program and does not know the framework.
public enum PlainWords {
  private static let words: [String: String] = {
    guard let records = try? RecordReader(text: CodebookText.plainWords, file: "plain-words.csv") else {
      return [:]
    }
    var table = TableReader(records)
    let columns = ["id", "words"].map { table.column($0) }
    var findings = Findings()
    var words: [String: String] = [:]
    while (try? table.next(noting: &findings)) == true {
      let cells = columns.map { table.text($0) }
      words[cells[0]] = cells[1]
    }
    return words
  }()

  /// The words for a construct or domain: its own, for a pair of role and characteristic those of both, for one of CFIR 2009 those of
  /// the construct that it became; where there are none, as for a team's own, the name.
  public static func of(_ construct: Construct) -> String {
    if let words = words(for: construct.id) { return words }
    let heir = Crosswalk.shipped.rows.first { $0.from == construct.id }?.to.first
    return heir.flatMap(words(for:)) ?? construct.name
  }

  private static func words(for id: Construct.ID) -> String? {
    if let own = words[id.rawValue] { return own }
    let parts = id.rawValue.split(separator: "/").map { words[String($0)] }
    guard parts.count == 2, let role = parts[0], let characteristic = parts[1] else { return nil }
    return "\(role): \(characteristic)"
  }
}
