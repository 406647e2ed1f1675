/// What the coefficients that do not know raters by name take from a sample of units: shares of categories, and pairs of ratings within units.
///
/// Pairs are kept for `k ≤ l` only, both orders together.
struct CategorySums {
  /// How many categories there are.
  let categories: Int
  /// How many units are rated.
  private(set) var units = 0.0
  /// How many units have two ratings or more.
  private(set) var pairable = 0.0
  /// The mean share of each category in a unit's ratings.
  private(set) var shares: [Double]
  /// Pairs of ratings as a share of each unit's pairs, summed over units.
  private(set) var agreement: [Double]
  /// Krippendorff's coincidences: pairs of ratings, each unit's divided by its number of ratings less one.
  private(set) var coincidences: [Double]
  /// How often each category stands in a unit that has two ratings or more: the coincidences' margins.
  private(set) var frequencies: [Double]

  /// What one unit of a kind adds: a place in one of the lists above.
  private struct Addend {
    var place: Int
    var agreement: Double
    var coincidence: Double
  }
  private struct Share {
    var category: Int
    var share: Double
    var frequency: Double
  }
  private let isPairable: [Bool]
  private let pairs: [Addend]
  private let pairEnds: [Int]
  private let singles: [Share]
  private let singleEnds: [Int]

  /// Works out what each kind adds; nothing is summed yet.
  init(_ alike: AlikeUnits) {
    let q = alike.categories
    categories = q
    var pairs: [Addend] = []
    var pairEnds: [Int] = []
    var singles: [Share] = []
    var singleEnds: [Int] = []
    for kind in alike.rows.indices {
      let m = alike.sizes[kind]
      for k in 0..<q {
        let c = alike.count(kind, k)
        guard c > 0 else { continue }
        singles.append(Share(category: k, share: c / m, frequency: m >= 2 ? c : 0))
        guard m >= 2 else { continue }
        for l in k..<q {
          let both = k == l ? c * (c - 1) : 2 * c * alike.count(kind, l)
          guard both > 0 else { continue }
          pairs.append(
            Addend(
              place: Self.place(k, l, of: q), agreement: both / (m * (m - 1)), coincidence: both / (m - 1)))
        }
      }
      pairEnds.append(pairs.count)
      singleEnds.append(singles.count)
    }
    (self.pairs, self.pairEnds, self.singles, self.singleEnds) = (pairs, pairEnds, singles, singleEnds)
    isPairable = alike.sizes.map { $0 >= 2 }
    shares = [Double](repeating: 0, count: q)
    frequencies = shares
    agreement = [Double](repeating: 0, count: q * (q + 1) / 2)
    coincidences = agreement
  }

  /// Where the pair of categories `k ≤ l` stands.
  static func place(_ k: Int, _ l: Int, of categories: Int) -> Int {
    k * categories - k * (k - 1) / 2 + l - k
  }

  /// A square matrix's entries for `k ≤ l`.
  static func packed(_ matrix: [Double], categories: Int) -> [Double] {
    (0..<categories).flatMap { k in (k..<categories).map { matrix[k * categories + $0] } }
  }

  /// Sums up a sample: so many units of each kind.
  mutating func load(_ sample: [Double]) {
    for place in agreement.indices { (agreement[place], coincidences[place]) = (0, 0) }
    for place in shares.indices { (shares[place], frequencies[place]) = (0, 0) }
    (units, pairable) = (0, 0)
    var pair = 0
    var single = 0
    for kind in sample.indices {
      let weight = sample[kind]
      units += weight
      if isPairable[kind] { pairable += weight }
      while pair < pairEnds[kind] {
        let addend = pairs[pair]
        agreement[addend.place] += weight * addend.agreement
        coincidences[addend.place] += weight * addend.coincidence
        pair += 1
      }
      while single < singleEnds[kind] {
        let addend = singles[single]
        shares[addend.category] += weight * addend.share
        frequencies[addend.category] += weight * addend.frequency
        single += 1
      }
    }
    for category in shares.indices { shares[category] /= units }
  }
}
