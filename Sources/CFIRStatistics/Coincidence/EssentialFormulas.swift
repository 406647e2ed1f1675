/// The formulas of a model without those that the others imply, in each way in which these can be left out one by one.
///
/// What stays must fail wherever the whole fails: of the formulas that fail at a row of values, one has to stay. Rows are looked for only
/// as far as they tell something new of what stays (minimal hitting sets; Berge, *Hypergraphs*, 1989, chapter 2).
struct EssentialFormulas {
  private let formulas: [AtomicFormula]
  private let logic: Satisfiability
  /// Places of formulas that the others imply; the others stay in any case.
  private let optional: [Int]
  /// That the others hold.
  private let given: [Satisfiability.Demand]

  init(_ formulas: [AtomicFormula], _ logic: Satisfiability) {
    self.formulas = formulas
    self.logic = logic
    let all = formulas.map { Satisfiability.Demand.equivalence($0, holds: true) }
    let optional = formulas.indices.filter { place in
      var demands = all
      demands[place] = .equivalence(formulas[place], holds: false)
      return !logic.isPossible(demands)
    }
    self.optional = optional
    given = all.indices.filter { !optional.contains($0) }.map { all[$0] }
  }

  /// The formulas that stay, way by way, in the order of the places of those left out.
  ///
  /// - Parameter goesOn: Asked for each way; `false` ends the search.
  /// - Returns: Nothing where the search was ended, or where more than 64 formulas are implied.
  func ways(goesOn: () -> Bool) -> [[AtomicFormula]]? {
    if optional.isEmpty { return [formulas] }
    guard optional.count <= 64 else { return nil }
    var open: [UInt64] = [0]
    var closed: [UInt64] = []
    while let part = open.popLast() {
      guard goesOn() else { return nil }
      guard let failing = failures(where: part) else {
        closed.append(part)
        continue
      }
      // What has none of those that fail, this part among it, takes in one of them.
      let lacking = open.filter { $0 & failing == 0 } + [part]
      open.removeAll { $0 & failing == 0 }
      let kept = open + closed
      for part in lacking {
        for bit in bits(of: failing) where !kept.contains(where: { $0 & ~(part | bit) == 0 }) {
          open.append(part | bit)
        }
      }
    }
    let left = closed.map { part in optional.indices.filter { part & Self.bit($0) == 0 }.map { optional[$0] }
    }
    return left.sorted { $0.lexicographicallyPrecedes($1) }.map { left in
      formulas.indices.filter { !left.contains($0) }.map { formulas[$0] }
    }
  }

  private static func bit(_ place: Int) -> UInt64 { 1 << UInt64(place) }

  private func bits(of set: UInt64) -> [UInt64] {
    optional.indices.map(Self.bit).filter { $0 & set != 0 }
  }

  /// The implied formulas that fail at some row of values where those of a part hold; nothing where the part implies all.
  private func failures(where part: UInt64) -> UInt64? {
    var holding = given
    for place in optional.indices where part & Self.bit(place) != 0 {
      holding.append(.equivalence(formulas[optional[place]], holds: true))
    }
    for place in optional.indices where part & Self.bit(place) == 0 {
      let failing = Satisfiability.Demand.equivalence(formulas[optional[place]], holds: false)
      guard let row = logic.witness(of: holding + [failing]) else { continue }
      return optional.indices.reduce(0) { set, other in
        row.meets(formulas[optional[other]]) ? set : set | Self.bit(other)
      }
    }
    return nil
  }
}
