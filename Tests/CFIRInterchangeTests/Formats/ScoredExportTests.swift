import CFIRKit
import Foundation
import Testing

@testable import CFIRInterchange

/// Exports of survey programs, scored as they are.
struct ScoredExportTests {
  private static let qualtrics = """
    StartDate,EndDate,ResponseId,organization,culture,planning
    Start Date,End Date,Response ID,Where do you work?,We learn here.,We plan ahead.
    "{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}","{""ImportId"":""QID3""}"
    2025-03-01 10:00:00,2025-03-01 10:05:00,R_1,North,4,2
    2025-03-01 11:00:00,2025-03-01 11:05:00,R_2,North,5,x

    """
  private static let redcap = """
    record_id,redcap_data_access_group,organization,culture,planning,survey_complete
    1,north,North,4,2,2
    2,north,North,5,x,2

    """

  @Test(arguments: [
    (qualtrics, "r.csv:5"), (redcap, "r.csv:3"),
  ])
  func `answers count, and what cannot be read is placed in the export`(text: String, place: String) throws {
    let folder = try StudyFolder([
      "r.csv": text,
      "i.csv": """
      kind,id,constructs,text,answers
      instrument,test,,Two questions,"1, No | 2, Hardly | 3, Half | 4, Mostly | 5, Yes"
      item,culture,culture,We learn here.,
      item,planning,planning,We plan ahead.,

      """,
    ])
    var findings = Findings()
    let instrument = try InstrumentFile.read(
      folder.path + "/i.csv", by: Codebook(.cfir2022), noting: &findings)
    #expect(!findings.hasErrors, "\(findings)")
    let reading = try ResponseReader.read(
      path: folder.path + "/r.csv", name: "r.csv", instrument: instrument, scales: [])
    #expect(reading.survey.tally.respondents == 2)
    let errors = reading.findings.all.filter { $0.severity == .error }
    #expect(errors.count == 1 && errors.first?.message.contains("'x'") == true, "\(reading.findings)")
    #expect(errors.first?.origin.description.hasPrefix(place) == true)
  }
}
