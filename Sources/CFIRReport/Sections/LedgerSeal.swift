import CFIRKit

/// The last event of each copy of the study's ledger with its hash: printed here, they show later whether events were changed or cut off.
struct LedgerSeal {
  let ledger: Ledger

  var body: [HTML] {
    let events = English.count(ledger.events.count, "event")
    guard !ledger.events.isEmpty else { return [] }
    return [
      HTML("h3", [:], "The ledger of judgements"),
      HTML(
        "p", [:],
        .text(
          "Ratings and decisions were kept in an append-only ledger of \(events). The last of each copy when this report was made, with its hash. The ledger still holds these events, under these hashes, for as long as nothing up to them has been changed or cut off:"
        )),
      HTML(
        "ul", [:],
        ledger.heads.map { head in HTML("li", [:], HTML("code", [:], .text("\(head.name) \(head.id)"))) }),
    ]
  }

  var json: JSON {
    [
      "events": JSON(ledger.events.count),
      "heads": .array(
        ledger.heads.map { ["copy": JSON($0.copy), "sequence": JSON($0.sequence), "hash": JSON($0.id)] }),
    ]
  }
}
