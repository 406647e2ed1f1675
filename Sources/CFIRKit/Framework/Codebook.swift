/// A framework as one study uses it: the published constructs with the team's names, criteria and own codes.
public struct Codebook: Sendable {
  /// The edition underneath.
  public let framework: Framework
  /// Everything in framework order; a team's own rows follow their parents.
  public private(set) var constructs: [Construct]

  private var index: [Construct.ID: Int] = [:]
  private var bearers: [NameKey: [Construct.ID]] = [:]

  /// A framework as it was published.
  public init(_ framework: Framework) {
    self.framework = framework
    constructs = framework.constructs
    reindex()
  }

  // MARK: Looking up

  /// The construct of an id; role and characteristic pairs are made as they are asked for.
  public func construct(_ id: Construct.ID) -> Construct? {
    if let position = index[id] { return constructs[position] }
    return pair(id)
  }

  /// A place in framework order, to sort by: pairs stand after their role; unknown ids at the end.
  public func position(_ id: Construct.ID) -> (Int, Int) {
    if let position = index[id] { return (position, 0) }
    if let (role, characteristic) = pairParts(id) {
      return (index[role.id] ?? .max, (index[characteristic.id] ?? 0) + 1)
    }
    return (.max, 0)
  }

  /// Constructs in framework order; those of no place by their ids, at the end.
  public func sorted(_ constructs: [Construct]) -> [Construct] {
    constructs.sorted { (first: Construct, second: Construct) -> Bool in
      let (a, b) = (position(first.id), position(second.id))
      return a == b ? first.id < second.id : a < b
    }
  }

  /// The domain of a construct.
  public func domain(of id: Construct.ID) -> Construct? {
    guard let construct = construct(id) else { return nil }
    return self.construct(construct.domain)
  }

  /// The domains in order.
  public var domains: [Construct] { constructs.filter { $0.kind == .domain } }

  /// Everything that can be rated, in order, without role and characteristic pairs.
  public var rated: [Construct] { constructs.filter(\.kind.isRated) }

  /// Every id and name, to suggest the nearest of.
  public var names: [String] { constructs.flatMap { [$0.name, $0.id.rawValue] + $0.aliases } }

  /// The name under which a name key is borne, with the parent where the name alone is not enough: `Engaging > Innovation Deliverers`.
  public func path(_ construct: Construct) -> String {
    guard let parent = construct.parent.flatMap(self.construct) else { return construct.name }
    return "\(parent.name) > \(construct.name)"
  }

  /// How to write a name that several constructs bear: `write 'A > X' or 'B > X'`.
  public func choice(among constructs: [Construct]) -> String {
    "write " + constructs.map { "'\(path($0))'" }.joined(separator: " or ")
  }

  /// A construct under the name that is printed: with its parent where the name alone could be another's.
  public func printed(_ id: Construct.ID) -> Construct? {
    guard var construct = construct(id) else { return nil }
    guard construct.kind == .subconstruct, let parent = construct.parent.flatMap({ self.construct($0) })
    else {
      return construct
    }
    let siblings = constructs.filter { $0.parent == parent.id && $0.kind == .subconstruct }
    if siblings.contains(where: { bearers(of: NameKey($0.name)).count > 1 }) {
      construct.name = "\(parent.name): \(construct.name)"
    }
    return construct
  }

  func bearers(of key: NameKey) -> [Construct] { (bearers[key] ?? []).compactMap(construct) }

  private func pairParts(_ id: Construct.ID) -> (role: Construct, characteristic: Construct)? {
    let parts = id.rawValue.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2,
      let role = index[.init(String(parts[0]))].map({ constructs[$0] }), role.kind == .role,
      let characteristic = index[.init(String(parts[1]))].map({ constructs[$0] }),
      characteristic.kind == .characteristic
    else { return nil }
    return (role, characteristic)
  }

  private func pair(_ id: Construct.ID) -> Construct? {
    guard let (role, characteristic) = pairParts(id) else { return nil }
    return Construct(
      id: id, number: "\(role.number) × \(characteristic.number)", domain: role.domain, parent: role.id,
      name: "\(role.name): \(characteristic.name)", kind: .roleCharacteristic,
      definition: "\(characteristic.definition) Here: of those in the role of \(role.name).",
      include: characteristic.include, exclude: characteristic.exclude, question: characteristic.question)
  }

  // MARK: Adapting

  /// Takes a study's adaptations: rows with a known id change it, others add to it.
  public mutating func adapt(_ rows: [CodebookTable.Row], noting findings: inout Findings) {
    var seen: [Construct.ID: Origin] = [:]
    for row in rows {
      let id = resolvedID(row)
      if let first = seen[id] {
        findings.add(
          .error(at: row.origin, "'\(id)' stands in this codebook already, at \(first)", fix: "keep one row"))
        continue
      }
      seen[id] = row.origin
      if var construct = construct(id) {
        row.change(&construct)
        if let position = index[id] {
          constructs[position] = construct
        } else if let (role, _) = pairParts(id) {
          insert(construct, after: role.id)
        }
      } else {
        add(row, as: id, noting: &findings)
      }
      reindex()
    }
    checkAliases(rows, noting: &findings)
  }

  private func resolvedID(_ row: CodebookTable.Row) -> Construct.ID {
    if !row.id.isEmpty { return .init(row.id) }
    if case .found(let construct) = match(row.name) { return construct.id }
    return Construct.slug(row.name)
  }

  private mutating func add(_ row: CodebookTable.Row, as id: Construct.ID, noting findings: inout Findings) {
    let name = row.name.isEmpty ? id.rawValue : row.name
    var parent: Construct?
    if !row.parent.isEmpty {
      parent = construct(.init(row.parent))
      if parent == nil, case .found(let found) = match(row.parent) { parent = found }
      if parent == nil {
        findings.add(
          .error(
            at: row.origin, "the parent '\(row.parent)' of '\(name)' is unknown",
            fix: nearest(row.parent, among: names).asSuggestion.ifEmpty("give a construct's id or name")))
        return
      }
    }
    guard let parent else {
      findings.add(
        .error(
          at: row.origin, "'\(name)' is not in \(framework.title) and has no parent",
          fix: nearest(name, among: names).asSuggestion.ifEmpty(
            "name the construct or domain that it belongs to")))
      return
    }
    var construct = Construct(
      id: id, domain: parent.domain, parent: parent.id, name: name, kind: row.kind ?? .code)
    row.change(&construct)
    insert(construct, after: parent.id)
  }

  /// Puts a construct behind another and all that is below that one.
  private mutating func insert(_ construct: Construct, after id: Construct.ID) {
    // A pair that no row has changed stands nowhere yet: what is below it goes behind its role.
    guard let anchor = index[id] == nil ? pairParts(id)?.role.id : id, let start = index[anchor] else {
      return
    }
    var end = start + 1
    var family: Set<Construct.ID> = [anchor]
    while end < constructs.count, let parent = constructs[end].parent, family.contains(parent) {
      family.insert(constructs[end].id)
      end += 1
    }
    constructs.insert(construct, at: end)
  }

  private func checkAliases(_ rows: [CodebookTable.Row], noting findings: inout Findings) {
    for row in rows {
      for alias in row.aliases {
        let others = bearers(of: NameKey(alias))
        guard others.count > 1 else { continue }
        findings.add(
          .warning(
            at: row.origin,
            "the alias '\(alias)' is borne by \(others.map { "'\($0.id)'" }.joined(separator: " and "))",
            fix: "keep it for one of them, or write codes with their parent"))
      }
    }
  }

  private mutating func reindex() {
    index = [:]
    bearers = [:]
    for (position, construct) in constructs.enumerated() {
      index[construct.id] = position
      var keys: [NameKey] = []
      for name in [construct.name, construct.id.rawValue] + construct.aliases {
        let key = NameKey(name)
        if !key.text.isEmpty && !keys.contains(key) { keys.append(key) }
      }
      for key in keys { bearers[key, default: []].append(construct.id) }
    }
  }

  /// Keeps a construct that no framework knows, such as a published table's own row.
  public mutating func keep(_ name: String, domain: Construct.ID?) -> Construct.ID {
    let id = Construct.slug(name)
    if construct(id) == nil {
      let domain = domain ?? Construct.ID("")
      constructs.append(Construct(id: id, domain: domain, parent: nil, name: name, kind: .construct))
      reindex()
    }
    return id
  }
}

extension CodebookTable.Row {
  /// Writes what the row gives over a construct; what is empty stays.
  func change(_ construct: inout Construct) {
    if !name.isEmpty && name != construct.name {
      // Codes and tables may still use the published name.
      construct.aliases.append(construct.name)
      construct.name = name
    }
    if let kind { construct.kind = kind }
    if let reverse { construct.isReverseRated = reverse }
    construct.aliases += aliases
    if !definition.isEmpty { construct.definition = definition }
    if !include.isEmpty { construct.include = include }
    if !exclude.isEmpty { construct.exclude = exclude }
    if !question.isEmpty { construct.question = question }
  }
}

extension String {
  /// The text, or another where it is empty.
  public func ifEmpty(_ other: @autoclosure () -> String) -> String { isEmpty ? other() : self }
}
