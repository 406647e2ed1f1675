import CFIRKit
import Foundation

extension StudyReader {
  mutating func readExcerpts(
    _ files: [ExcerptFile], variables: DocumentVariables, isClosed: Bool, into study: inout Study
  ) {
    let counted = files.compactMap { count($0, study.codebook) }
    codes = Set(counted.flatMap { $0.counter.codes.map(\.path) })
    // One program without any name for it anywhere: the study is the case.
    let isNameless = counted.allSatisfy { part in
      part.file.organizationPattern == nil
        && part.counter.contexts.allSatisfy {
          $0.organization.isEmpty && $0.group.isEmpty
            && variables.value(of: .organization, group: $0.group, name: $0.source).isEmpty
        }
    }
    var informed: [(document: DocumentVariables.Document, informant: EvidenceTally.Informant)] = []
    let listed = study.participants
    let fallback =
      isNameless && study.organizations.isEmpty
      && study.participants.allSatisfy { $0.organization.rawValue.isEmpty }
    for part in counted {
      let assignment = SourceAssignment(
        organizations: isClosed ? study.organizations : [], participants: listed,
        pattern: part.file.organizationPattern, variables: variables,
        fallback: fallback ? .init(study.title) : nil)
      let informants = part.counter.contexts.map { place($0, assignment) }
      for informant in informants.compactMap({ $0 }) where !isClosed {
        if !study.organizations.contains(where: { $0.id == informant.organization }) {
          study.organizations.append(Organization(id: informant.organization))
        }
      }
      for (context, informant) in zip(part.counter.contexts, informants) {
        guard let informant else { continue }
        informed.append((.init(group: context.group, name: context.source), informant))
      }
      part.counter.add(to: &study.tally, informants: informants)
      study.excerptFiles.append(part.file.name)
      part.assignment = assignment
    }
    if listed.isEmpty { study.participants = variables.participants(informed) }
    let isCited = study.allRatings.contains { !$0.excerpts.isEmpty }
    if options.words == .all || options.words == .ids && isCited, !findings.hasErrors {
      readWords(counted, into: &study)
    }
  }

  /// What programs know of the documents, out of tables beside their exports.
  mutating func readVariables(_ files: [FileSample]) -> DocumentVariables {
    var variables = DocumentVariables()
    for file in files {
      do throws(Finding) {
        let account = try variables.read(file)
        for finding in account.findings { findings.add(finding) }
      } catch {
        findings.add(error)
      }
    }
    return variables
  }

  /// A file that has been counted; a class, since a counter cannot be copied into an array.
  private final class CountedFile {
    let file: ExcerptFile
    var counter: ExcerptCounter
    var assignment: SourceAssignment?

    init(_ file: ExcerptFile, counter: consuming ExcerptCounter) {
      self.file = file
      self.counter = counter
    }
  }

  private mutating func count(_ file: ExcerptFile, _ codebook: Codebook) -> CountedFile? {
    do throws(Finding) {
      var counter = ExcerptCounter(file, codebook: codebook, countsPassagesOnce: options.countsPassagesOnce)
      try counter.read(noting: &findings)
      noteEncoding(counter.encoding, file.name)
      if options.interprets { noteCodes(counter.codes, counter.rowsByCode, codebook) }
      let account = counter.account
      imports.append(account)
      for finding in account.findings { findings.add(finding) }
      return CountedFile(file, counter: counter)
    } catch {
      findings.add(error)
      return nil
    }
  }

  private mutating func readWords(_ files: [CountedFile], into study: inout Study) {
    var reader = ExcerptReader(study.codebook, keepsWords: options.words == .all)
    for part in files {
      guard let assignment = part.assignment else { continue }
      do throws(Finding) {
        try reader.read(part.file, assignment: assignment)
      } catch {
        findings.add(error)
      }
    }
    study.excerpts = reader.excerpts(noting: &findings)
  }

  private mutating func place(
    _ context: ExcerptCounter.Context, _ assignment: SourceAssignment
  ) -> EvidenceTally.Informant? {
    do throws(SourceAssignment.Problem) {
      return try assignment.place(
        organization: context.organization, participant: context.participant, group: context.group,
        source: context.source)
    } catch {
      guard !context.source.isEmpty else { return nil }
      switch error {
      case .unknownOrganization(let name):
        findings.add(
          .error(
            at: context.origin,
            "the organization '\(name)' of source '\(context.source)' is not in organizations.csv",
            fix: nearest(name, among: assignment.organizationNames).asSuggestion.ifEmpty("add it there")))
      case .noOrganization where !options.interprets: break
      case .noOrganization:
        findings.add(
          .error(
            at: context.origin, "nothing says which organization the source '\(context.source)' belongs to",
            fix:
              "list it in participants.csv, fill its document group, or give `organization-from:` in study.yaml"
          ))
      case .unknownParticipant(let name):
        findings.add(
          .error(
            at: context.origin, "the participant '\(name)' is not in participants.csv",
            fix: nearest(name, among: assignment.participantNames).asSuggestion.ifEmpty("add a row there")))
      }
      return nil
    }
  }

  private mutating func noteCodes(
    _ codes: [ExcerptCounter.Code], _ rowsByCode: [Int], _ codebook: Codebook
  ) {
    for (code, rows) in zip(codes, rowsByCode) {
      switch code.resolution {
      case .ambiguous(let constructs):
        findings.add(
          .error(
            at: code.origin, "the code '\(code.path)' is borne by \(constructs.count) constructs",
            fix: codebook.choice(among: constructs.compactMap(codebook.construct))))
      case .unmapped:
        let tail = Codebook.steps(code.path).last ?? code.path
        findings.add(
          .warning(
            at: code.origin,
            "the code '\(code.path)' (\(NumberStyle.count(rows, "row"))) matches no construct; it is kept as unmapped",
            fix: nearest(tail, among: codebook.names).asSuggestion.ifEmpty(
              "add it to codebook.csv to count it under a construct")))
      case .judgement where code.isDoubtfulJudgement:
        let parent = Codebook.steps(code.path).dropLast().joined(separator: " > ")
        findings.add(
          .warning(
            at: code.origin,
            "the code '\(code.path)' is taken for a judgement on whatever is coded on its passages, since '\(parent)' is no construct",
            fix: nearest(parent, among: codebook.names).asSuggestion.ifEmpty(
              "add '\(parent)' to codebook.csv if it is one")))
      case .construct, .judgement: break
      }
    }
  }

  mutating func noteEncoding(_ encoding: TextEncoding, _ name: String) {
    if let finding = Finding.encoding(encoding, file: name) { findings.add(finding) }
  }
}
