import CFIRKit
import Foundation
import Testing

/// What travels inside the program is what stands in `Codebooks/instruments`, and is sound.
struct ShippedInstrumentTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "Codebooks/instruments")

  @Test(arguments: ShippedInstrument.allCases)
  func `is its CSV file, without findings`(shipped: ShippedInstrument) throws {
    let text = try String(
      contentsOf: Self.folder.appending(path: "\(shipped.rawValue).csv"), encoding: .utf8)
    #expect(shipped.text == text.trimmingCharacters(in: .newlines), "run `make codebooks`")
    var findings = Findings()
    let instrument = try InstrumentTable.read(
      TableReader(RecordReader(text: text, file: "instrument.csv")), by: Codebook(.cfir2022),
      noting: &findings)
    #expect(findings.all.isEmpty)
    #expect(instrument.id.rawValue == shipped.rawValue)
    #expect(!instrument.items.isEmpty)
  }

  @Test func `every instrument that is kept in the folder travels with the program`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(
      names.filter { $0.hasSuffix(".csv") }.sorted()
        == ShippedInstrument.allCases.map { "\($0.rawValue).csv" }.sorted())
  }

  // Item counts of the published instruments; sources in Codebooks/instruments/SOURCE.md.
  @Test(
    arguments: [
      (.oric, ["commitment": 5, "efficacy": 7]), (.aimIamFim, ["aim": 4, "iam": 4, "fim": 4]),
      (
        .psat,
        ["es": 5, "fs": 5, "pa": 5, "oc": 5, "pe": 5, "pad": 5, "co": 5, "sp": 5]
      ),
      (
        .innerSetting,
        [
          "culture": 9, "stress": 4, "effort": 5, "climate": 4, "learning": 5, "leadership": 4,
          "resources": 7,
        ]
      ),
    ] as [(ShippedInstrument, [String: Int])])
  func `layouts have the published subscales`(shipped: ShippedInstrument, sizes: [String: Int]) throws {
    let scales = try InstrumentTable.read(shipped).scoredScales(by: Codebook(.cfir2022))
    let subscales = scales.filter { $0.kind == .subscale }
    #expect(Dictionary(uniqueKeysWithValues: subscales.map { ($0.id, $0.items.count) }) == sizes)
  }

  @Test func `pCAT is never summed`() throws {
    let instrument = try InstrumentTable.read(.pcat)
    #expect(instrument.ratedItems.count == 28)
    #expect(instrument.scoredScales(by: Codebook(.cfir2022)).isEmpty)
  }

  @Test func `an organization profile scores nothing`() throws {
    let instrument = try InstrumentTable.read(.organizationProfile)
    #expect(instrument.isProfile)
    #expect(instrument.ratedItems.isEmpty)
  }

  @Test func `both readiness instruments ask the same thirty things, of leaders and staff`() throws {
    let general = try InstrumentTable.read(.readiness)
    let peer = try InstrumentTable.read(.readinessPeerSupport)
    #expect(general.items.count == 30)
    #expect(general.items.map(\.id) == peer.items.map(\.id))
    #expect(general.items.map(\.constructs) == peer.items.map(\.constructs))
    #expect(general.asksEvidence && peer.asksEvidence)
    for item in general.items + peer.items {
      #expect(item.constructs.count == 1)
      #expect(!item.text(for: "leader").isEmpty && !item.text(for: "staff").isEmpty)
    }
    #expect(general.items.filter(\.isReverse).map(\.id) == ["innovation_complexity"])
  }
}
