import CFIRKit

/// Reads whatever a user has, to say whether it is sound.
public enum InputCheck {
  /// Reads a study, or a lone file of any kind that is read.
  ///
  /// - Parameters:
  ///   - path: A study folder, its `study.yaml`, or a file: excerpts, a project, ratings, a codebook, survey responses.
  ///   - options: What is needed, and what overrides the study's own words.
  /// - Returns: The study, where it is one and nothing stands against it, and all findings.
  public static func read(_ path: String, options: StudyOptions) -> StudyReader.Reading {
    guard let place = try? StudyPlace(path), !place.isFolder,
      let input = try? ConversionInput(path, edition: options.edition)
    else { return StudyReader.read(path, options: options) }
    var findings = input.findings
    var account = ImportAccount(file: path, format: input.kind)
    let holds: String
    switch input.content {
    case .study, .project, .excerpts: return StudyReader.read(path, options: options)
    case .codebook(let codebook): holds = NumberStyle.count(codebook.constructs.count, "construct")
    case .codes(let codebook): holds = NumberStyle.count(codebook.codes.count, "code")
    case .responses(let table):
      account = table.account
      for finding in account.findings { findings.add(finding) }
      holds =
        NumberStyle.count(table.responses.count, "response") + " to "
        + NumberStyle.count(table.items.count, "item")
    }
    findings.add(Finding(.note, at: Origin(file: path), "\(input.kind): \(holds)"))
    return StudyReader.Reading(
      study: nil, findings: findings, imports: [account], inputs: nil, variables: DocumentVariables())
  }
}
