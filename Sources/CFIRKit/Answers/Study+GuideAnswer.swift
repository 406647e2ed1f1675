extension Study {
  /// An interview guide: the codebook's questions on the study's constructs, and what has been heard where.
  ///
  /// An interview is estimated at 3 minutes for each question and 10 to open and close.
  ///
  /// - Parameters:
  ///   - role: Whom the interview is with; nothing: a guide for each role.
  ///   - innovation: What is put into practice, as it is said to people.
  ///   - place: How the organization is called in questions.
  /// - Returns: Questions by role and domain, and the coverage.
  public func guideAnswer(role: InterviewRole? = nil, innovation: String, place: String) -> Answer {
    let roles = role.map { [$0] } ?? InterviewRole.allCases
    let guides = roles.map { role in
      (role: role, constructs: asked.filter { role.isAsked(about: $0, in: codebook) })
    }
    func question(_ construct: Construct) -> String {
      construct.question.replacing("{innovation}", with: innovation).replacing("{organization}", with: place)
    }
    var data = Table(
      "guide", columns: ["role", "construct", "name", "domain", "question"].map { Table.Column($0) })
    for guide in guides {
      for construct in guide.constructs {
        data.add([
          .text(guide.role.rawValue), .text(construct.id.rawValue), .text(construct.name),
          .text(construct.domain.rawValue), .text(question(construct)),
        ])
      }
    }
    return Answer(
      "\(title): interview guide",
      blocks: guides.flatMap { blocks($0.role, $0.constructs, question) } + coverageBlocks(), data: data,
      json: json(
        "guide",
        [
          (
            "roles",
            .array(
              guides.map { guide in
                [
                  "role": .string(guide.role.rawValue), "minutes": JSON(Self.minutes(guide.constructs.count)),
                  "questions": .array(
                    guide.constructs.map {
                      ["construct": JSON($0.id), "name": .string($0.name), "question": .string(question($0))]
                    }),
                ]
              })
          ), ("coverage", .array(coverage.map { $0.json })),
        ]))
  }

  private static func minutes(_ questions: Int) -> Int { questions == 0 ? 0 : 10 + 3 * questions }

  /// The constructs that the study asks about, else all that the codebook has a question for.
  private var asked: [Construct] {
    let all = constructs.isEmpty ? codebook.rated : codebook.sorted(constructs.compactMap(codebook.printed))
    return all.filter { !$0.question.isEmpty }
  }

  private func blocks(
    _ role: InterviewRole, _ constructs: [Construct], _ question: (Construct) -> String
  ) -> [Answer.Block] {
    let count = NumberStyle.count(constructs.count, "question")
    var blocks: [Answer.Block] = [
      .heading(2, "Interview with a \(role.rawValue)"),
      .paragraph("\(count), about \(Self.minutes(constructs.count)) minutes."),
    ]
    var domain: Construct.ID?
    var items: [String] = []
    func close() {
      guard let domain, !items.isEmpty else { return }
      blocks += [.heading(3, codebook.construct(domain)?.name ?? "Other"), .list(items)]
      items = []
    }
    for construct in constructs {
      if construct.domain != domain { close() }
      domain = construct.domain
      items.append("\(question(construct)) (\(construct.name))")
    }
    close()
    return blocks
  }

  // MARK: Coverage

  private var coverage: [(construct: Construct, organization: Organization, sources: Int, json: JSON)] {
    let evidence = tally.evidence()
    return asked.flatMap { construct in
      organizations.map { organization in
        let sources = evidence[construct.id]?[organization.id]?.sources ?? 0
        return (
          construct, organization, sources,
          [
            "construct": JSON(construct.id), "organization": JSON(organization.id), "sources": JSON(sources),
          ]
        )
      }
    }
  }

  private func coverageBlocks() -> [Answer.Block] {
    guard !organizations.isEmpty, tally.rows > 0 else { return [] }
    var table = Table(
      "In how many interviews and documents each construct has been heard",
      columns: [Table.Column("Construct", isHeader: true)]
        + organizations.map { Table.Column($0.name, isNumeric: true) },
      notes: [
        "·: nothing coded yet; ask there next. What was asked and left no coded passage is not seen here."
      ])
    let cells = coverage
    addRows(for: asked, to: &table) { construct in
      [.text(construct.name)]
        + cells.filter { $0.construct.id == construct.id }.map {
          $0.sources == 0 ? .text("·") : .count($0.sources)
        }
    }
    return [.heading(2, "Coverage"), .table(table)]
  }
}
