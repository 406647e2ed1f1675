import CFIRInterchange
import CFIRKit
import Testing

struct ExcerptCountTests {
  private let rows = [
    "North,P1,S1,Inner Setting > Culture,A.,+1",
    "North,P1,S1,Culture,B.,-2",
    "North,P1,S2,Culture,C.,",
    "North,P2,S2,Culture,D.,0",
    "North,P2,S2,Culture,E.,0 (mixed)",
    "North,P2,S2,Planning,E.,",
    "South,P3,S3,Culture,F.,+2",
    "South,P3,S3,Weather,F.,",
    "South,P3,S3,Weather,G.,",
    "South,P3,S3,Barrier,H.,",
  ]

  private func read(_ rows: [String], configure: (inout StudyOptions) -> Void = { _ in }) throws
    -> StudyReader.Reading
  {
    let folder = try StudyFolder([
      "study.yaml": "framework: cfir-2022\n",
      "excerpts/e.csv": (["organization,participant,source,code,text,rating"] + rows).joined(separator: "\n"),
    ])
    return folder.read(configure: configure)
  }

  @Test func `counts rows, sources, participants and judgements of each construct in each organization`()
    throws
  {
    let study = try #require(try read(rows).study)
    let north = try #require(study.tally.evidence()["culture"]?["North"])
    #expect(north.excerpts == 5)
    #expect(north.sources == 2)
    #expect(north.participants == 2)
    #expect([north.positive, north.negative, north.neutral, north.mixed, north.unjudged] == [1, 1, 1, 1, 1])
    let south = try #require(study.tally.evidence()["culture"]?["South"])
    #expect([south.excerpts, south.sources, south.participants, south.positive] == [1, 1, 1, 1])
    #expect(study.tally.evidence()["planning"]?["South"] == nil)
    #expect(study.tally.unmapped == ["Weather": 2])
    #expect(study.tally.rows == rows.count)
  }

  @Test func `names what is unmapped once, where it first stands`() throws {
    let findings = try read(rows).findings.all
    #expect(findings.count == 1)
    #expect(findings.first?.severity == .warning)
    #expect(findings.first?.origin.line == 9 && findings.first?.origin.column == 13)
    #expect(
      findings.first?.message == "the code 'Weather' (2 rows) matches no construct; it is kept as unmapped")
  }

  @Test func `counts the same whatever the order of rows`() throws {
    let tally = try #require(try read(rows).study).tally
    #expect(try #require(try read(rows.reversed()).study).tally == tally)
    #expect(try #require(try read(Array(rows[5...] + rows[..<5])).study).tally == tally)
  }

  @Test func `two files count as their tallies merged`() throws {
    let header = "organization,participant,source,code,text,rating"
    let folder = try StudyFolder([
      "study.yaml": "framework: cfir-2022\n",
      "excerpts/a.csv": ([header] + rows[..<4]).joined(separator: "\n"),
      "excerpts/b.csv": ([header] + rows[4...]).joined(separator: "\r\n"),
    ])
    #expect(try #require(folder.read().study).tally == (try #require(try read(rows).study).tally))
  }

  @Test func `counts each passage once for a construct where that is asked`() throws {
    // Two coders on one passage, one by the name and one by the path; and another passage.
    let rows = [
      "North,P1,S1,Culture,A.,", "North,P1,S1,Culture,A.,", "North,P1,S1,Inner Setting > Culture,A.,",
      "North,P1,S1,Planning,A.,", "North,P1,S1,Culture,B.,", "North,P2,S2,Culture,A.,",
      "North,P1,S1,Facilitator,A.,",
    ]
    let all = try #require(try read(rows).study?.tally.evidence()["culture"]?["North"])
    #expect(all.excerpts == 5 && all.positive == 3)
    let once = try #require(try read(rows) { $0.countsPassagesOnce = true }.study?.tally.evidence())
    #expect(once["culture"]?["North"]?.excerpts == 3)
    #expect(once["culture"]?["North"]?.positive == 1)
    #expect(once["planning"]?["North"]?.excerpts == 1)
  }

  @Test func `leaves out rows without a code and says how many`() throws {
    let reading = try read(rows + ["North,P1,S1,,uncoded,", "North,P1,S1,,uncoded too,"])
    #expect(reading.findings.all.contains { $0.message == "2 passages without a code are left out" })
    #expect(try #require(reading.study).tally.rows == rows.count)
  }

  @Test func `an ambiguous code is an error that names the ways to write it`() throws {
    let finding = try #require(try read(["North,P1,S1,Innovation Deliverers,A.,"]).findings.all.first)
    #expect(finding.severity == .error)
    #expect(
      finding.fix.contains("'Engaging > Innovation Deliverers'")
        && finding.fix.contains("'Roles > Innovation Deliverers'"))
  }

  @Test func `names each row that has no source, too few cells, or no rating where one should be`() throws {
    let reading = try read(["North,P1,,Culture,A.,", "North,P1,S1,Culture,A.", "North,P1,S1,Culture,A.,5"])
    #expect(reading.study == nil)
    #expect(
      reading.findings.all.map { "\($0.origin.line ?? 0):\($0.origin.column ?? 0) \($0.message)" } == [
        "2:10 this excerpt has no source", "3:23 this row has 5 cells, the header has 6",
        "4:24 '5' is not a rating",
      ])
  }

  @Test func `says what was found before reading stopped too`() throws {
    let reading = try read(["North,P1,S1,Culture,A.,5", "North,P1,S1,Culture,\"A.,"])
    #expect(reading.errors == ["'5' is not a rating", "a quote opens here and is never closed"])
  }

  @Test func `a header with nothing below it is an error`() throws {
    #expect(try read([]).errors == ["there is a header and no excerpt below it"])
  }
}
