import CFIRKit
import CFIRReport
import Foundation
import Testing

/// Whoever has the survey's answer and every leader's page tries to work out what a few people said.
@Suite struct DifferencingTests {
  private struct Opinion: Decodable {
    var n: Int
  }
  private struct Page: Decodable {
    struct Line: Decodable {
      var everybody, leaders, staff: Opinion?
    }
    var constructs: [Line]
  }
  private struct Answer: Decodable {
    struct Scale: Decodable {
      var kind: String
      var n: Int?
      var groups: [Group]
    }
    struct Group: Decodable {
      var id: String
      var n: Int?
      var roles: [Role]
    }
    struct Role: Decodable {
      var role: String
      var n: Int?
    }
    var aggregation: [Scale]
  }

  /// Those of one organization and one role, whom no table tells apart.
  private struct Cell: Hashable {
    var organization, role: String
  }

  /// So many people in each cell, by a generator with a seed.
  private static func people(_ seed: UInt64) -> [Cell: Int] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    var people: [Cell: Int] = [:]
    for organization in ["A", "B", "C"].prefix(next(3) + 1) {
      people[Cell(organization: organization, role: "leader")] = [0, 1, 1, 1, 2, 6][next(6)]
      people[Cell(organization: organization, role: "staff")] = next(9)
      people[Cell(organization: organization, role: ["volunteer", ""][next(2)])] = [0, 0, 1, 3, 6][next(5)]
    }
    people[Cell(organization: "", role: "staff")] = [0, 0, 2, 7][next(4)]
    return people.filter { $0.value > 0 }
  }

  /// The cells whose sum each published number gives.
  private static func published(_ people: [Cell: Int], withPages: Bool) throws -> [(cells: Set<Cell>, n: Int)]
  {
    let order = people.keys.sorted { ($0.organization, $0.role) < ($1.organization, $1.role) }
    var answers: [AskedStudy.Answer] = []
    for cell in order {
      let site = cell.organization.isEmpty ? nil : Organization.ID(cell.organization)
      for number in 0..<(people[cell] ?? 0) { answers.append((site, cell.role, [Double(number % 5 + 1)])) }
    }
    let survey = AskedStudy.survey(answers, on: ["culture"])
    func cells(_ organization: String, _ role: String? = nil) -> Set<Cell> {
      Set(people.keys.filter { $0.organization == organization && (role == nil || $0.role == role) })
    }
    var numbers: [(cells: Set<Cell>, n: Int)] = []
    func add(_ cells: Set<Cell>, _ n: Int?) { if let n, n > 0 { numbers.append((cells, n)) } }
    let answer = try JSONDecoder().decode(Answer.self, from: Data(survey.answer().json.text.utf8))
    for scale in answer.aggregation {
      add(Set(people.keys), scale.n)
      for group in scale.groups {
        add(cells(group.id), group.n)
        for role in group.roles { add(cells(group.id, role.role), role.n) }
      }
    }
    guard withPages else { return numbers }
    let study = AskedStudy.study(survey)
    for organization in study.organizations {
      let id = organization.id.rawValue
      let report = try #require(OrganizationReport(study, for: organization.id))
      let text = try #require(report.files.first { $0.name == "report.json" }?.text)
      for line in try JSONDecoder().decode(Page.self, from: Data(text.utf8)).constructs {
        add(cells(id), line.everybody?.n)
        add(cells(id, "leader"), line.leaders?.n)
        add(cells(id, "staff"), line.staff?.n)
      }
    }
    return numbers
  }

  /// Rows in which each leading column stands alone, to see whether another row is a sum of multiples of them.
  private static func reduced(_ rows: [[Double]]) -> [(lead: Int, row: [Double])] {
    var basis: [(lead: Int, row: [Double])] = []
    for row in rows {
      let rest = remainder(row, basis)
      guard let lead = rest.firstIndex(where: { abs($0) > 1e-9 }) else { continue }
      let scaled = rest.map { $0 / rest[lead] }
      basis = basis.map { entry in
        let factor = entry.row[lead]
        return (entry.lead, zip(entry.row, scaled).map { $0 - factor * $1 })
      }
      basis.append((lead, scaled))
    }
    return basis
  }

  private static func remainder(_ row: [Double], _ basis: [(lead: Int, row: [Double])]) -> [Double] {
    basis.reduce(row) { rest, entry in
      let factor = rest[entry.lead]
      return factor == 0 ? rest : zip(rest, entry.row).map { $0 - factor * $1 }
    }
  }

  @Test(arguments: 1...150 as ClosedRange<UInt64>, [true, false])
  func `no sum over fewer than five people follows from what is published`(
    seed: UInt64, withPages: Bool
  ) throws {
    let people = Self.people(seed)
    let cells = people.keys.sorted { ($0.organization, $0.role) < ($1.organization, $1.role) }
    // A single leader's own answers are that leader's to see, and known to whoever has the page.
    let own = Set(cells.filter { withPages && $0.role == "leader" && people[$0] == 1 })
    let numbers = try Self.published(people, withPages: withPages)
    for number in numbers where !own.isSuperset(of: number.cells) {
      #expect(number.n >= 5, "\(number)")
      #expect(number.n == number.cells.reduce(0) { $0 + (people[$1] ?? 0) })
    }
    let rows = (numbers.map(\.cells) + own.map { [$0] }).map { set in
      cells.map { set.contains($0) ? 1.0 : 0 }
    }
    let basis = Self.reduced(rows)
    for mask in 1..<(1 << cells.count) {
      let chosen = cells.indices.filter { mask >> $0 & 1 == 1 }
      let count = chosen.reduce(0) { $0 + (people[cells[$1]] ?? 0) }
      guard count < 5, !chosen.contains(where: { own.contains(cells[$0]) }) else { continue }
      var row = [Double](repeating: 0, count: cells.count)
      for place in chosen { row[place] = 1 }
      let isKnown = Self.remainder(row, basis).allSatisfy { abs($0) < 1e-9 }
      #expect(!isKnown, "\(chosen.map { cells[$0] }) of \(people)")
    }
  }
}
