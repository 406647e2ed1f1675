import CFIRKit

extension REFICodebook {
  /// The codes as a study's adaptations of its framework, as `codebook.csv` has them.
  ///
  /// A code that means a construct gives it its name and definition. Any other code becomes the team's own (kind `code`) below the nearest
  /// construct or code above it. Nodes that only group others, and codes for judgements (`Barrier`), are no rows; a code of the team's own
  /// that stands under no construct has no place in a framework and is said to be left.
  ///
  /// - Parameters:
  ///   - codebook: The framework that is adapted.
  ///   - findings: Takes note of codes that several constructs answer to, and of those that are left.
  /// - Returns: A row for each code that has a place, in the order of the codes.
  func rows(adapting codebook: Codebook, noting findings: inout Findings) -> [CodebookTable.Row] {
    var rows: [CodebookTable.Row] = []
    /// The ids that codes stand for, by their paths.
    var ids: [[String]: String] = [:]
    var taken: Set<String> = []
    var left = ImportAccount(file: origins.first?.file ?? "", format: "REFI-QDA codebook")
    for (code, origin) in zip(codes, origins) {
      let written = code.path.joined(separator: ProjectOutline.pathSeparator)
      let (parent, name) = Self.place(code.path, ids)
      switch codebook.resolve(code: written) {
      case .construct(let id, nil):
        ids[code.path] = id.rawValue
        guard taken.insert(id.rawValue).inserted else {
          left.leave(.sameConstruct, at: origin, named: written)
          continue
        }
        let newName = Self.newName(name, of: id, in: codebook)
        // A node that only groups says nothing new unless it is described.
        if code.isCodable || !code.description.isEmpty {
          rows.append(Self.row(at: origin, id: id.rawValue, name: newName, code))
        }
      case .ambiguous(let constructs) where code.isCodable:
        findings.add(
          .warning(
            at: origin, "the code '\(written)' is borne by \(constructs.count) constructs and is left out",
            fix: codebook.choice(among: constructs.compactMap(codebook.construct))))
      case .unmapped where code.isCodable:
        guard let parent else {
          left.leave(.codeOutside, at: origin, named: written)
          continue
        }
        var id = Construct.slug(name).rawValue
        if id.isEmpty || codebook.construct(.init(id)) != nil || !taken.insert(id).inserted {
          id = Construct.slug(code.path.joined(separator: " ")).rawValue.ifEmpty("code-\(rows.count + 1)")
          while codebook.construct(.init(id)) != nil || !taken.insert(id).inserted { id += "-2" }
        }
        ids[code.path] = id
        var row = Self.row(at: origin, id: id, name: name, code)
        row.parent = parent
        row.kind = .code
        rows.append(row)
      case .construct, .judgement, .ambiguous, .unmapped: break
      }
    }
    for finding in left.findings { findings.add(finding) }
    return rows
  }

  /// What a code is below, and its own name; Taguette writes the whole path as one name.
  private static func place(_ path: [String], _ ids: [[String]: String]) -> (parent: String?, name: String) {
    var above = path.dropLast()
    while !above.isEmpty {
      if let id = ids[Array(above)] { return (id, path.last ?? "") }
      above = above.dropLast()
    }
    guard path.count == 1, let flat = path.first else { return (nil, path.last ?? "") }
    let steps = flat.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    for count in stride(from: steps.count - 1, to: 0, by: -1) {
      if let id = ids[[steps[..<count].joined(separator: "/")]] {
        return (id, steps[count...].joined(separator: "/").trimmingWhitespace())
      }
    }
    return (nil, flat)
  }

  /// The team's name for a construct; empty where it is the framework's, or would not find the construct by itself.
  private static func newName(_ name: String, of id: Construct.ID, in codebook: Codebook) -> String {
    let name = Codebook.steps(name).last ?? name
    guard let construct = codebook.construct(id), NameKey(construct.name) != NameKey(name),
      case .found(let found) = codebook.match(name), found.id == id
    else { return "" }
    return name
  }

  private static func row(
    at origin: Origin, id: String, name: String, _ code: ProjectOutline.Code
  ) -> CodebookTable.Row {
    let text = CodeDescription(reading: code.description)
    return CodebookTable.Row(
      origin: origin, id: id, name: name, definition: text.definition, include: text.include,
      exclude: text.exclude, question: text.question)
  }
}

extension ImportAccount.Reason {
  static let sameConstruct = Self(
    "same-construct", "code for a construct that an earlier code stands for",
    several: "codes for constructs that earlier codes stand for",
    why: "a construct has one row; what is coded with either counts for it")
  static let codeOutside = Self(
    "code-outside-framework", "code under no construct", several: "codes under no construct",
    why:
      "put it below a construct or a domain to count it there; in a study its passages are listed as unmapped"
  )
}
