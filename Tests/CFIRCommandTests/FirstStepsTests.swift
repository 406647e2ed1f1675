import Foundation
import Testing

/// The README's way from an export to a first matrix.
struct FirstStepsTests {
  /// Two people in North and one in South on culture, judged by co-codes; funding only described.
  static let segments =
    "\u{FEFF}Farbe;Kommentar;Dokumentgruppe;Dokumentname;Code;Anfang;Ende;Gewicht;Segment;Erstellt von\r\n"
    + [
      ["North", "I1", "CFIR > Inner Setting > Culture", "3", "Man lernt hier viel."],
      ["North", "I1", "Strong Facilitator", "3", "Man lernt hier viel. "],
      ["North", "I2", "Strong Facilitator", "9", "Fehler sind erlaubt."],
      ["North", "I2", "CFIR > Inner Setting > Culture", "9", "Fehler sind erlaubt."],
      ["South", "I3", "CFIR > Inner Setting > Culture", "1", "Keiner fragt."],
      ["South", "I3", "Barriere", "1", "Keiner fragt."],
      ["South", "I3", "CFIR > Inner Setting > Available Resources > Funding", "4", "Es gibt ein Budget."],
      ["South", "I3", "Kaffee", "5", "Kaffee gibt es."],
    ].map { "●;;\($0[0]);\($0[1]);\($0[2]);\($0[3]);\($0[3]);0;\($0[4]);AK\r\n" }.joined()

  @Test func `an export is tallied as it is`() throws {
    let scratch = try Scratch(["segments.csv": Self.segments])
    let outcome = try Command.run(["tally", "segments.csv", "--format", "csv"], in: scratch.folder)
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        organization,construct,name,excerpts,sources,participants,positive,negative,neutral,mixed,unjudged,mean weight
        North,culture,Culture,2,2,0,2,0,0,0,0,0
        South,culture,Culture,1,1,0,0,1,0,0,0,0
        South,funding,Funding,1,1,0,0,0,0,0,1,0

        """)
    #expect(
      outcome.messages.contains("the code 'Kaffee' (1 row) matches no construct; it is kept as unmapped"))
  }

  @Test func `a study begun from an export checks without errors and gives a first matrix`() throws {
    let scratch = try Scratch(["segments.csv": Self.segments])
    #expect(try Command.run(["new", "mine", "--from", "segments.csv"], in: scratch.folder).status == 0)
    let check = try Command.run(["check", "mine"], in: scratch.folder)
    #expect(check.status == 0)
    #expect(!check.output.contains("error"))
    let matrix = try Command.run(["matrix", "mine", "--derive", "--format", "csv"], in: scratch.folder)
    #expect(
      matrix.output == """
        construct,domain,North,South
        culture,inner-setting,+2,-1
        funding,inner-setting,,

        """)
    let copy = try Data(contentsOf: scratch.folder.appendingPathComponent("mine/excerpts/segments.csv"))
    #expect(copy == Data(Self.segments.utf8))
  }

  @Test func `the rating sheet counts the evidence and takes ratings`() throws {
    let scratch = try Scratch(["segments.csv": Self.segments])
    _ = try Command.run(["new", "mine", "--from", "segments.csv"], in: scratch.folder)
    let sheet = scratch.folder.appendingPathComponent("mine/ratings/ratings.csv")
    var text = try String(contentsOf: sheet, encoding: .utf8)
    let row =
      "North,culture,Culture,,,,,,2,2,2,0,0,0,0,+2,2 of 2 sources give concrete positive examples; none disagrees"
    #expect(text.contains(row + "\n"))
    text = text.replacing(row, with: row.replacing("Culture,,,", with: "Culture,AK,+1,"))
    try text.write(to: sheet, atomically: true, encoding: .utf8)
    let matrix = try Command.run(["matrix", "mine", "--format", "csv"], in: scratch.folder)
    #expect(matrix.output.contains("culture,inner-setting,+1,\n"))
  }

  @Test func `an empty study checks clean`() throws {
    let scratch = try Scratch()
    #expect(try Command.run(["new", "mine"], in: scratch.folder).status == 0)
    let check = try Command.run(["check", "mine"], in: scratch.folder)
    #expect(check.status == 0)
    #expect(check.output.isEmpty)
    #expect(check.messages == "mine: nothing to mend\n")
  }
}
