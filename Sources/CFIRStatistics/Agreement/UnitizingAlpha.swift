/// Krippendorff's α for unitizing: how far coders mark the same stretches with the same codes.
///
/// Source: Krippendorff, Mathet, Bouvry & Widlöcher, "On the reliability of unitizing textual continua: Further developments", Quality &
/// Quantity 2016;50:2347–2364. Several continua count as one that is put together of them. Coders may differ from continuum to continuum;
/// coincidences are then weighted by each continuum's coders, as α does with gaps.
public struct UnitizingAlpha: Hashable, Sendable {
  /// The members of the family.
  public enum Form: String, Hashable, Sendable {
    /// uα: stretches and their codes, gaps included.
    case unitizing = "u-alpha"
    /// |uα: what is marked against what is not, whatever its code.
    case relevance = "bar-u-alpha"
    /// cuα: the codes of stretches that two coders marked, gaps left out.
    case coding = "cu-alpha"
  }

  /// The coefficient.
  public let value: Double
  /// How much of all that coders read enters it, 0 … 1: all of it, or for cuα where two coders marked something.
  public let coverage: Double

  /// Works out one member of the family.
  ///
  /// - Parameters:
  ///   - form: Which.
  ///   - continua: The texts; those that fewer than two coders read are left out.
  /// - Throws: The reason why there is no such number.
  public init(_ form: Form, _ continua: [CodedContinuum]) throws(NotComputable) {
    let read = continua.filter { $0.coders.count >= 2 && $0.length > 0 }
    guard !read.isEmpty else { throw NotComputable("no text was coded by two coders") }
    var sums = Coincidences()
    for continuum in read {
      guard let units = (form == .relevance ? continuum.regardlessOfCode : continuum).units else {
        throw NotComputable("a coder gave one stretch several codes, and this coefficient takes one")
      }
      sums.add(units, length: continuum.length)
    }
    guard sums.marked > 0 else { throw NotComputable("nothing is marked") }
    let shares =
      switch form {
      case .unitizing, .relevance: sums.withGaps
      case .coding: sums.withoutGaps
      }
    guard shares.total > 0 else { throw NotComputable("no stretch was marked by two coders") }
    guard shares.expected > 0 else {
      throw NotComputable(
        form == .coding
          ? "all that two coders marked has one code, so that agreement on codes is not defined"
          : "everything is marked alike, so that agreement beyond chance is not defined")
    }
    value = 1 - shares.observed / shares.expected
    coverage = shares.total / sums.total
  }
}

/// Lengths of stretches on which coders coincide, summed over continua.
private struct Coincidences {
  /// Lengths times coders.
  var total = 0.0
  private var gaps = 0.0
  /// By code: length marked, sum of squared lengths, length on which two coders give it, length that another marked as well, sum of squared
  /// common lengths.
  private var codes: [Int: Code] = [:]
  private var gapsAlike = 0.0

  private struct Code {
    var length = 0.0
    var squares = 0.0
    var alike = 0.0
    var common = 0.0
    var commonSquares = 0.0
  }

  var marked: Double { total - gaps }

  mutating func add(_ coders: [[CodedContinuum.Span]], length: Int) {
    let others = Double(coders.count - 1)
    total += Double(length * coders.count)
    for (coder, units) in coders.enumerated() {
      gaps += Double(length - units.reduce(0) { $0 + $1.end - $1.start })
      for unit in units {
        let size = Double(unit.end - unit.start)
        codes[unit.code, default: Code()].length += size
        codes[unit.code, default: Code()].squares += size * size
      }
      for (other, theirs) in coders.enumerated() where other != coder {
        add(units, theirs, length: length, others: others)
      }
    }
  }

  private mutating func add(
    _ units: [CodedContinuum.Span], _ theirs: [CodedContinuum.Span], length: Int, others: Double
  ) {
    var (first, markedByBoth, markedByEither) = (0, 0, 0)
    for unit in units {
      var (common, alike) = (0, 0)
      while first < theirs.count && theirs[first].end <= unit.start { first += 1 }
      var place = first
      while place < theirs.count && theirs[place].start < unit.end {
        let overlap = min(unit.end, theirs[place].end) - max(unit.start, theirs[place].start)
        common += overlap
        if theirs[place].code == unit.code { alike += overlap }
        place += 1
      }
      codes[unit.code, default: Code()].common += Double(common) / others
      codes[unit.code, default: Code()].alike += Double(alike) / others
      codes[unit.code, default: Code()].commonSquares += Double(common * common) / others
      markedByBoth += common
      markedByEither += unit.end - unit.start
    }
    markedByEither += theirs.reduce(0) { $0 + $1.end - $1.start } - markedByBoth
    gapsAlike += Double(length - markedByEither) / others
  }

  /// In a fixed order, so that sums have the same last digit in every run.
  private var sorted: [Code] { codes.sorted { $0.key < $1.key }.map(\.value) }

  /// Observed and expected disagreement over the whole continuum (equations 1, 4 and 5 of the paper).
  var withGaps: (observed: Double, expected: Double, total: Double) {
    let alike = sorted.reduce(gapsAlike) { $0 + $1.alike }
    // A unit never meets itself: its squared length leaves what chance can pair; gaps are made of pieces of length 1.
    let pairable = sorted.reduce(total * total - gaps) { $0 - $1.squares }
    let same = sorted.reduce(gaps * gaps - gaps) { $0 + $1.length * $1.length - $1.squares }
    return (total - alike, pairable > 0 ? total - total * same / pairable : 0, total)
  }

  /// The same where two coders marked something (equations 9 to 11).
  var withoutGaps: (observed: Double, expected: Double, total: Double) {
    let common = sorted.reduce(0) { $0 + $1.common }
    let alike = sorted.reduce(0) { $0 + $1.alike }
    guard common > 0 else { return (0, 0, 0) }
    let pairable = common - sorted.reduce(0) { $0 + $1.commonSquares } / common
    let same = sorted.reduce(0) { $0 + $1.common * $1.common - $1.commonSquares }
    return (common - alike, pairable > 0 ? common - same / pairable : 0, common)
  }
}
