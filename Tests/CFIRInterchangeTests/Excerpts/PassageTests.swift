import CFIRInterchange
import CFIRKit
import Testing

/// What one passage is, counted and kept alike.
struct PassageTests {
  private static let header = "id,group,participant,source,code,text,start,end,weight\n"

  private func reading(
    _ rows: String..., yaml: String = "", configure: (inout StudyOptions) -> Void = { _ in }
  ) throws -> StudyReader.Reading {
    let folder = try StudyFolder([
      "study.yaml": "title: Test\nframework: cfir-2022\n" + yaml,
      "excerpts/e.csv": Self.header + rows.joined(separator: "\n") + "\n",
    ])
    return folder.read(configure: configure)
  }

  @Test func `the same words in documents of one name belong to their own organizations`() throws {
    let study = try #require(
      reading(
        ",A,,Interview 1,Culture,Yes.,3,3,", ",A,,Interview 1,Facilitator,Yes.,3,3,",
        ",B,,Interview 1,Culture,Yes.,3,3,", ",B,,Interview 1,Barrier,Yes.,3,3,"
      ).study)
    let evidence = study.tally.evidence()["culture"]
    #expect(evidence?["A"]?.positive == 1 && evidence?["A"]?.negative == 0)
    #expect(evidence?["B"]?.negative == 1 && evidence?["B"]?.positive == 0)
    #expect(study.excerpts.map(\.organization) == ["A", "B"])
    #expect(study.excerpts.map { $0.judgement(on: "culture") } == [Judgement(1), Judgement(-1)])
    #expect(Set(study.excerpts.map(\.id)).count == 2)
  }

  @Test func `an id that stands for two passages is an error with both places`() throws {
    let reading = try reading("7,A,,S1,Culture,One.,1,1,", "7,A,,S1,Culture,Two.,2,2,")
    let said = reading.findings.all.filter { $0.message.contains("the id '7'") }
    #expect(said.count == 1)
    #expect(said.first?.origin.line == 3)
    #expect(said.first?.message.hasSuffix("e.csv:2") == true)
  }

  @Test func `a judgement code judges a passage whatever ids its rows have`() throws {
    let study = try #require(
      reading("1,A,,S1,Culture,One.,1,1,", "2,A,,S1,Barrier,One.,1,1,", "3,A,,S1,Planning,One.,1,1,").study)
    #expect(study.tally.evidence()["culture"]?["A"]?.negative == 1)
    #expect(study.tally.evidence()["planning"]?["A"]?.negative == 1)
    #expect(study.excerpts.first { $0.id == "1" }?.judgement(on: "culture") == Judgement(-1))
    #expect(study.excerpts.first { $0.id == "3" }?.judgement(on: "planning") == Judgement(-1))
  }

  @Test func `a judgement code says what it says, whatever its row weighs`() throws {
    let study = try #require(
      reading(
        ",A,,S1,Culture,One.,1,1,", ",A,,S1,Barrier,One.,1,1,50",
        yaml: "excerpts: [{path: excerpts/e.csv, judgements: {weight: {50: \"+1\"}}}]\n"
      ).study)
    #expect(study.tally.evidence()["culture"]?["A"]?.negative == 1)
    #expect(study.excerpts.first?.judgement(on: "culture") == Judgement(-1))
  }

  @Test func `a passage is the same whoever's name stands on the judgement's row`() throws {
    let study = try #require(
      reading(",A,P1,S1,Culture,One.,1,1,", ",A,,S1,Barrier,One.,1,1,").study)
    #expect(study.tally.evidence()["culture"]?["A"]?.negative == 1)
    #expect(study.excerpts.map { $0.judgement(on: "culture") } == [Judgement(-1)])
  }

  @Test func `a passage that counts once keeps what its later rows say`() throws {
    let study = try #require(
      reading(",A,,S1,Culture,One.,1,1,", ",A,,S1,Culture > Barrier,One.,1,1,") {
        $0.countsPassagesOnce = true
      }
      .study)
    let cell = try #require(study.tally.evidence()["culture"]?["A"])
    #expect(cell.excerpts == 1 && cell.negative == 1)
  }

  @Test func `line breaks of either kind are the same passage`() throws {
    let study = try #require(
      reading(",A,,S1,Culture,\"One.\r\nTwo.\",1,2,", ",A,,S1,Barrier,\"One.\nTwo.\",1,2,").study)
    #expect(study.tally.evidence()["culture"]?["A"]?.negative == 1)
    #expect(study.excerpts.map(\.text) == ["One.\nTwo."])
  }

  @Test func `a judgement under a parent that is no construct is used, and said`() throws {
    let reading = try reading(",A,,S1,Culture,One.,1,1,", ",A,,S1,Transport > Barrier,One.,1,1,")
    #expect(reading.study?.tally.evidence()["culture"]?["A"]?.negative == 1)
    #expect(reading.findings.all.contains { $0.message.contains("since 'Transport' is no construct") })
  }

  @Test func `files without organizations do not make one beside those that have them`() throws {
    let folder = try StudyFolder([
      "study.yaml": "title: Test\nframework: cfir-2022\n",
      "excerpts/a.csv": "group,source,code,text\nA,S1,Culture,One.\n",
      "excerpts/b.csv": "source,code,text\nS2,Culture,Two.\n",
    ])
    let reading = folder.read()
    #expect(reading.study == nil)
    #expect(reading.errors == ["nothing says which organization the source 'S2' belongs to"])
  }
}
