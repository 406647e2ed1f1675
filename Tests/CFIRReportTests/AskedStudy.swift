import CFIRKit

/// A study whose people were asked one or two things.
enum AskedStudy {
  /// What somebody answered: for whom, in which role, and on each item; NaN where there is no answer.
  typealias Answer = (organization: Organization.ID?, role: String, answers: [Double])

  /// Items from 1 to 5, each on a construct.
  static func instrument(_ constructs: [Construct.ID]) -> Instrument {
    Instrument(
      id: "asked", title: "Asked", subscales: [.init(id: "area", name: "Our organization")],
      items: constructs.map { construct in
        Item(
          id: .init(construct.rawValue), subscale: "area", constructs: [construct],
          text: "We have enough \(construct).", answers: ResponseScale(1...5))
      })
  }

  static func survey(_ answers: [Answer], on constructs: [Construct.ID], minimum: Int = 5) -> Survey {
    let instrument = instrument(constructs)
    var survey = Survey(
      title: "Asked", instrument: instrument, scales: instrument.scoredScales(by: Codebook(.cfir2022)))
    for (number, answer) in answers.enumerated() {
      survey.tally.add(
        Response(
          respondent: "r\(number)", organization: answer.organization, role: answer.role,
          answers: answer.answers))
    }
    survey.minimumCell = minimum
    return survey
  }

  static func study(_ survey: Survey) -> Study {
    var study = Study(title: "Asked", codebook: Codebook(.cfir2022))
    study.organizations = survey.tally.organizations.map { Organization(id: $0.id) }
    study.surveys = [survey]
    study.minimumCell = survey.minimumCell
    return study
  }

  /// A leader and so many staff who all answer alike.
  static func answers(
    _ organization: Organization.ID, leader: [Double]?, staff: [Double], count: Int
  ) -> [Answer] {
    (leader.map { [(organization, "leader", $0)] } ?? [])
      + (0..<count).map { _ in (organization, "staff", staff) }
  }
}
