import CFIRKit
import CFIRReport

/// A study small enough to count by hand: three organizations, two constructs, four excerpts.
enum TinyStudy {
  static let origin = Origin(file: "ratings.csv", line: 2)

  static func rating(
    _ organization: String, _ construct: String, _ token: String, by rater: String = "consensus",
    because: String = "",
    citing excerpts: [Excerpt.ID] = []
  ) -> Rating {
    Rating(
      organization: .init(organization), construct: .init(construct), rater: .init(rater),
      value: ((try? RatingValue(token: token)) ?? nil) ?? .missing, rationale: because, excerpts: excerpts,
      origin: origin)
  }

  static func excerpt(
    _ id: String, _ organization: String, _ participant: String?, _ words: String, on construct: String,
    _ judgement: Int?,
    isCleared: Bool = false
  ) -> Excerpt {
    Excerpt(
      id: .init(id), organization: .init(organization), participant: participant.map { .init($0) },
      source: "\(participant ?? organization) interview", text: words, start: "4", end: "5",
      codings: [.init(construct: .init(construct), judgement: judgement.map { Judgement($0) }, coder: "AB")],
      isCleared: isCleared, origin: Origin(file: "excerpts.csv", line: 2))
  }

  /// The tally that reading the excerpts would give.
  static func tally(_ excerpts: [Excerpt]) -> EvidenceTally {
    var tally = EvidenceTally()
    for excerpt in excerpts {
      for coding in excerpt.codings {
        var counts = EvidenceTally.Counts()
        counts.excerpts = 1
        if let judgement = coding.judgement { counts.judged[judgement] = 1 }
        tally.add(
          counts, construct: coding.construct,
          informant: .init(
            organization: excerpt.organization, participant: excerpt.participant, source: excerpt.source))
      }
    }
    return tally
  }

  /// Funding separates North and South from East strongly; Culture does not.
  static var compared: Study {
    var study = Study(title: "Three clinics", codebook: Codebook(.cfir2022))
    study.organizations = ["North", "South", "East"].map { name in
      Organization(
        id: .init(name), attributes: [Attribute(name: "result", value: name == "East" ? "stopped" : "kept")])
    }
    study.participants = [
      Participant(
        id: "P1", organization: "North", role: "nurse",
        attributes: [Attribute(name: "name", value: "Maria Kowalska")]),
      Participant(id: "P2", organization: "East", role: "nurse"),
    ]
    study.outcomeColumn = "result"
    study.groups = OrganizationGroups(
      high: ["North", "South"], low: ["East"], outcomes: ["North": 2, "South": 2, "East": 1],
      labels: ["North": "kept", "South": "kept", "East": "stopped"])
    study.excerpts = [
      excerpt("x1", "North", "P1", "The county pays for two posts.", on: "funding", 2, isCleared: true),
      excerpt("x2", "North", "P1", "There is money.", on: "funding", 1),
      excerpt("x3", "East", "P2", "We ran out in March.", on: "funding", -2),
      excerpt("x4", "South", nil, "Minutes of the board.", on: "compatibility", nil),
    ]
    study.tally = tally(study.excerpts)
    study.tally.addUnmapped("Parking lot", rows: 2)
    study.allRatings = [
      rating("North", "funding", "+2", because: "Two posts are paid.", citing: ["x1"]),
      rating("South", "funding", "+1"),
      rating("East", "funding", "-2", because: "The money ran out.", citing: ["x3"]),
      rating("North", "culture", "+1"), rating("South", "culture", "-1", by: "AB"),
      rating("South", "culture", "0", by: "CD"),
      rating("East", "culture", "0 (mixed)"),
    ]
    return study
  }

  /// North alone.
  static var single: Study {
    var study = compared
    study.organizations = Array(study.organizations.prefix(1))
    study.participants = Array(study.participants.prefix(1))
    study.allRatings = study.allRatings.filter { $0.organization == "North" }
    study.excerpts = study.excerpts.filter { $0.organization == "North" }
    study.tally = tally(study.excerpts)
    study.groups = nil
    study.outcomeColumn = nil
    return study
  }

  /// A page's text.
  static func page(_ study: Study, findings: [Finding] = []) -> String {
    StudyReport(study, findings: findings).files.first { $0.name == "index.html" }?.text ?? ""
  }

  static func file(_ name: String, _ study: Study) -> String {
    StudyReport(study).files.first { $0.name == name }?.text ?? ""
  }

  /// A page's words without markup and style, blanks made one.
  static func words(_ page: String) -> String {
    let body = page.replacing(/<style>[\s\S]*?<\/style>/, with: "").replacing(/<[^>]+>/, with: "")
      .replacing("&#39;", with: "'").replacing("&quot;", with: "\"").replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    return body.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
