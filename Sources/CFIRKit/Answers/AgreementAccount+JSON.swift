import CFIRStatistics

extension AgreementAccount {
  /// The contract `cfir.agreement/1`.
  func json(_ title: String, _ framework: Framework.Edition?) -> JSON {
    .object(
      [
        ("schema", "cfir.agreement/1"), ("study", .string(title)), ("framework", JSON(framework?.rawValue)),
      ] + members)
  }

  /// What the contract holds below its head.
  public var record: JSON { .object(members) }

  /// The same without what is said of parts and pairs and for the methods section.
  var overallRecord: JSON {
    .object(members.filter { !["domains", "constructs", "raterPairs", "methods"].contains($0.key) })
  }

  private var members: [(key: String, value: JSON)] {
    let headline = units.scale.headline
    return [
      ("units", JSON(units.table.ratedUnitCount)), ("pairableUnits", JSON(units.table.pairableUnitCount)),
      ("raters", JSON(units.raters.count)), ("raterNames", .array(units.raters.map(JSON.string))),
      ("ratings", JSON(units.table.ratingCount)), ("scale", .string(units.scale.rawValue)),
      ("categories", .array(zip(units.categories, units.table.categoryCounts).map(json(category:count:)))),
      ("unscored", unscoredJSON), ("level", JSON(options.level)), ("bootstrap", bootstrap),
      ("headline", ["name": .string(headline.name.rawValue), "weights": .string(headline.weights.rawValue)]),
      ("coefficients", .array(entries.map(json))),
      ("domains", .array(parts.filter { $0.part.kind == .domain }.map(json))),
      ("constructs", .array(parts.filter { $0.part.kind == .construct }.map(json))),
      ("raterPairs", .array(raterPairs.map(json))), ("paradox", paradoxJSON), ("methods", .string(methods)),
    ]
  }

  private func json(category: String, count: Int) -> JSON {
    ["name": .string(category), "ratings": JSON(count)]
  }

  private func json(_ entry: Entry) -> JSON {
    let (coefficient, estimate) = (entry.coefficient, entry.estimate)
    var members: [(key: String, value: JSON)] = [
      ("name", .string(coefficient.name.rawValue)), ("weights", .string(coefficient.weights.rawValue)),
      ("estimate", JSON(estimate?.value)), ("standardError", JSON(estimate?.standardError)),
      ("lower", JSON(estimate?.interval?.lower)), ("upper", JSON(estimate?.interval?.upper)),
      ("intervalMethod", JSON(estimate?.interval?.method.rawValue)), ("p", JSON(estimate?.p)),
    ]
    if let reason = entry.reason { members.append(("reason", .string(reason))) }
    guard let estimate else { return .object(members) }
    members.append(("units", JSON(estimate.units)))
    if let observed = estimate.observed { members.append(("observed", JSON(observed))) }
    if let expected = estimate.expected { members.append(("expected", JSON(expected))) }
    if let test = estimate.test {
      members.append(
        (
          "test",
          [
            "name": .string(test.name), "statistic": JSON(test.statistic),
            "degrees": .array(test.degrees.map(JSON.number)),
          ]
        ))
    }
    if let error = entry.bootstrapError { members.append(("bootstrapStandardError", JSON(error))) }
    if let remark = estimate.remark { members.append(("remark", .string(remark))) }
    return .object(members)
  }

  private func json(_ account: PartAccount) -> JSON {
    let part = account.part
    var members: [(key: String, value: JSON)] =
      part.kind == .raterPair
      ? [("raters", .array(part.raters.map(JSON.string)))]
      : [("id", .string(part.id)), ("name", .string(part.name))]
    members += [
      ("units", JSON(part.table.pairableUnitCount)), ("coefficients", .array(account.entries.map(json))),
    ]
    return .object(members)
  }

  private var unscoredJSON: JSON {
    guard let rule = units.unscoredRule else { return nil }
    return [
      "rule": .string(rule.rawValue),
      "ratings": .object(units.unscored.map { ($0.token, JSON($0.count)) }),
      "excludedUnits": JSON(units.excludedUnits),
    ]
  }

  private var bootstrap: JSON {
    guard let bootstrap = options.bootstrap else { return nil }
    return [
      "replicates": JSON(bootstrap.replicates), "seed": .integer(String(bootstrap.seed)),
      "interval": .string(bootstrap.method.rawValue),
    ]
  }

  private var paradoxJSON: JSON {
    guard let paradox else { return nil }
    return [
      "kappa": JSON(paradox.kappa), "ac": JSON(paradox.ac), "observed": JSON(paradox.observed),
      "category": .string(units.categories[paradox.category]), "share": JSON(paradox.share),
    ]
  }
}
