import CFIRInterchange
import CFIRKit
import Testing

/// Judgement codes that overlap a construct's passage in its source, where positions count characters.
struct OverlapTests {
  /// "We learn. It costs us hours." with Culture on the first sentence: characters 0 to 9.
  private static let culture = "S,Culture,We learn.,0,9"

  private func study(_ rows: [String], header: String = "source,code,text,start,end") throws -> Study {
    let folder = try StudyFolder([
      "study.yaml": "title: North\nframework: cfir-2022\n",
      "excerpts/e.csv": ([header] + rows).joined(separator: "\n") + "\n",
    ])
    let reading = folder.read()
    return try #require(reading.study, "\(reading.findings)")
  }

  /// What the counts and the kept words say of Culture; both must say the same.
  private func judgement(_ study: Study) throws -> Judgement? {
    let cell = try #require(study.tally.evidence()["culture"]?["North"])
    let excerpt = try #require(study.excerpts.first { $0.codings.contains { $0.construct == "culture" } })
    let judgement = excerpt.judgement(on: "culture")
    let counted = [cell.positive, cell.negative, cell.neutral, cell.mixed, cell.unjudged]
    let expected =
      switch judgement {
      case nil: [0, 0, 0, 0, 1]
      case let judgement? where judgement.isMixed: [0, 0, 0, 1, 0]
      case let judgement?:
        [judgement.value > 0, judgement.value < 0, judgement.value == 0].map { $0 ? 1 : 0 } + [0, 0]
      }
    #expect(counted == expected)
    return judgement
  }

  @Test(arguments: [
    // Over the end, over the beginning, inside, around.
    (["S,Barrier,learn. It costs,3,18"], Judgement(-1)),
    (["S,Facilitator,We le,0,5"], Judgement(1)),
    (["S,Strong Barrier,learn,3,8"], Judgement(-2)),
    (["S,Facilitator,We learn. It costs us hours.,0,28"], Judgement(1)),
    // One character is enough, touching is not.
    (["S,Barrier,. It,8,12"], Judgement(-1)),
    (["S,Barrier, It costs,9,18"], nil),
    // Elsewhere in the source, and at the same place of another source.
    (["S,Barrier,hours.,22,28"], nil),
    (["T,Barrier,We learn.,0,9"], nil),
    // Several that overlap pull together, in whatever order they stand.
    (["S,Barrier,learn,3,8", "S,Facilitator,We,0,2"], Judgement(0, isMixed: true)),
    (["S,Strong Facilitator,We,0,2", "S,Facilitator,learn,3,8"], Judgement(2)),
    // A long passage that begins far before still reaches here.
    (["S,Barrier,We learn. It costs us hours.,0,28", "S,Facilitator,hours.,22,28"], Judgement(-1)),
  ])
  func `judges a passage by the judgement codes that overlap it`(rows: [String], expected: Judgement?) throws
  {
    #expect(try judgement(study([Self.culture] + rows)) == expected)
    #expect(try judgement(study(rows + [Self.culture])) == expected)
  }

  @Test(arguments: [
    // MAXQDA's paragraphs, whatever they look like.
    ("Document name,Code,Segment,Begin,End", "S,Culture,We learn.,0,9", "S,Barrier,learn. It costs,3,18"),
    // Positions that do not fit the words, such as pages.
    ("source,code,text,start,end", "S,Culture,We learn.,2,3", "S,Barrier,learn. It costs,2,4"),
  ])
  func `positions that count no characters judge only the passage itself`(
    header: String, culture: String, barrier: String
  ) throws {
    #expect(try judgement(study([culture, barrier], header: header)) == nil)
  }

  @Test(arguments: [
    // Code points and UTF-16 units, composed and not, quotes and line breaks.
    ("Yes 👍🏽 go", 0..<9), ("Yes 👍🏽 go", 0..<11), ("Cafe\u{301}", 0..<5), ("Say \"\"no\"\".", 0..<9),
    ("One\r\ntwo", 0..<7), ("One\r\ntwo", 0..<8),
  ])
  func `counts the characters of a passage as its program does`(text: String, span: Range<Int>) throws {
    let study = try study([
      "S,Culture,\"\(text)\",\(span.lowerBound),\(span.upperBound)", "S,Barrier,x,1,2",
    ])
    #expect(try judgement(study) == Judgement(-1))
  }

  @Test func `a passage that counts once is judged by what overlaps it`() throws {
    let folder = try StudyFolder([
      "e.csv":
        "source,code,text,start,end\nS,Culture,We learn.,0,9\nS,Culture,We learn.,0,9\nS,Barrier,We,0,2\n"
    ])
    let reading = folder.read("e.csv", .none) { $0.countsPassagesOnce = true }
    let cell = try #require(reading.study?.tally.evidence()["culture"]?["e"])
    #expect(cell.excerpts == 1 && cell.negative == 1)
  }
}
