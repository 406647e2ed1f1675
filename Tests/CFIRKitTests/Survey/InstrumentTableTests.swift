import CFIRKit
import Testing

struct InstrumentTableTests {
  private func read(_ text: String) throws -> (Instrument, Findings) {
    var findings = Findings()
    let instrument = try InstrumentTable.read(
      TableReader(RecordReader(text: text, file: "own.csv")), by: Codebook(.cfir2022), noting: &findings)
    return (instrument, findings)
  }

  @Test func `reads a team's own instrument`() throws {
    let (instrument, findings) = try read(
      """
      kind,id,subscale,constructs,text,answers,reverse,rule,minimum
      instrument,own,,,Our survey,1-5,,mean,
      subscale,trust,,,Trust,,,sum,2
      item,t1,trust,Culture,I trust,,,,
      item,t2,trust,culture,I doubt,,yes,,
      item,t3,,,Alone,"0, No | 1, Yes | x, Cannot answer",,,
      """)
    #expect(findings.all.isEmpty)
    #expect(instrument.title == "Our survey")
    #expect(instrument.items.map(\.isReverse) == [false, true, false])
    #expect(instrument.items[0].answers.steps == 5)
    #expect(instrument.items[2].answers.choices.map(\.value) == [0, 1, nil])
    let scales = instrument.scoredScales(by: Codebook(.cfir2022))
    #expect(scales.map(\.id) == ["trust", "own", "culture", "inner-setting"])
    #expect(scales.map(\.kind) == [.subscale, .subscale, .construct, .domain])
    #expect(scales.map(\.items) == [[0, 1], [2], [0, 1], [0, 1]])
    #expect(scales[0].minimumAnswered == 2)
    #expect(scales[0].score(sum: 7, answered: 2) == 7)
    #expect(scales[0].score(sum: 4, answered: 1) == nil)
    #expect(scales[2].score(sum: 4, answered: 1) == 4)
  }

  @Test(
    arguments: [
      ("item,a,nowhere,,,,,,", "own.csv:3:8: error: there is no subscale 'nowhere'"),
      ("item,a,,Cultur,,,,,", "own.csv:3:9: error: 'Cultur' is not in CFIR 2022; did you mean 'Culture'?"),
      ("item,a,,,,1,,,", "own.csv:3:11: error: '1' is no list of answers"),
      ("item,a,,,,,maybe,,", "own.csv:3:12: error: 'maybe' is neither yes nor no"),
      ("item,a,,,,,yes,,", "own.csv:3:12: error: an item whose scale has no ends cannot be turned round"),
      ("subscale,a,,,,,,average,", "own.csv:3:17: error: 'average' is no scoring rule"),
      ("subscale,a,,,,,,,none", "own.csv:3:18: error: 'none' is no number of items"),
      ("itm,a,,,,,,,", "own.csv:3:1: error: 'itm' is no kind of row; did you mean 'item'?"),
      ("item,q,,,,,,,", "own.csv:3:6: error: the item 'q' stands here already, at own.csv:2:6"),
      ("item,,,,,,,,", "own.csv:3:6: error: this row has no id"),
    ])
  func `says what is wrong with a row, where, and how to mend it`(row: String, message: String) throws {
    let (_, findings) = try read(
      "kind,id,subscale,constructs,text,answers,reverse,rule,minimum\nitem,q,,,,,,,\n\(row)\n")
    #expect(findings.all.count == 1)
    #expect(findings.description.hasPrefix(message))
    #expect(findings.all.allSatisfy { !$0.fix.isEmpty })
  }

  @Test(arguments: ["a,b\n1,2\n", "kind,id\ninstrument,x\n"])
  func `refuses what is no instrument`(text: String) {
    #expect(throws: Finding.self) { try read(text) }
  }
}
