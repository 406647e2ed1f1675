/// The order in which R `cna` lists models: simple ones first, then by fit, then by how they are built.
///
/// Source: Ambühl & Baumgartner, R package cna 4.0, whose listings this order matches.
struct ModelOrder {
  private var ranks: [[Int]: Int] = [:]

  /// - Parameters:
  ///   - conjuncts: How long an alternative may be.
  ///   - disjuncts: How many alternatives there may be.
  ///   - complexity: How many factor values there may be in all.
  init(conjuncts: Int, disjuncts: Int, complexity: Int) {
    // Shapes grow out of simpler ones: one more alternative, or one more conjunct in each alternative in turn.
    var shapes: [[Int]] = [[1]]
    ranks[[1]] = 0
    for size in 2...max(2, complexity) {
      let grown = shapes.flatMap { shape in
        shape.indices.map { place in
          var longer = shape
          longer[place] += 1
          return longer.sorted()
        }
      }
      for shape in [[Int](repeating: 1, count: size)] + grown
      where shape.count <= disjuncts && (shape.last ?? 0) <= conjuncts && ranks[shape] == nil {
        ranks[shape] = ranks.count
        shapes.append(shape)
      }
    }
  }

  /// The rank of a model among all, by the lengths of its alternatives in rising order.
  func rank(ofLengths lengths: [Int]) -> Int { ranks[lengths] ?? ranks.count }
}

extension Array<CoincidenceModel> {
  /// Simple ones first, then those with the greater product of consistency and coverage; ties keep their order.
  func inOrderOfFit() -> [CoincidenceModel] {
    let keyed = enumerated().map { place, model in
      (complexity: model.complexity, fit: model.consistency * model.coverage, place: place, model: model)
    }
    return keyed.sorted { first, second in
      if first.complexity != second.complexity { return first.complexity < second.complexity }
      if first.fit != second.fit { return first.fit > second.fit }
      return first.place < second.place
    }.map(\.model)
  }
}
