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

  /// What one unit of each kind adds to some list: places and amounts, kind after kind.
  private struct Addends {
    private var places: [Int32] = []
    private var amounts: [Double] = []
    private var ends: [Int] = []

    mutating func append(_ place: Int, _ amount: Double) {
      places.append(Int32(place))
      amounts.append(amount)
    }

    mutating func endKind() { ends.append(places.count) }

    /// Adds so many units of each kind. The buffer is taken out of the loop: an array asks at each change whether it is shared.
    func add(_ sample: [Double], to list: inout [Double]) {
      list.withUnsafeMutableBufferPointer { list in
        var next = 0
        for kind in sample.indices {
          let weight = sample[kind]
          let end = ends[kind]
          while next < end {
            list[Int(places[next])] += weight * amounts[next]
            next += 1
          }
        }
      }
    }
  }
  private var addedAgreement = Addends()
  private var addedCoincidences = Addends()
  private var addedShares = Addends()
  private var addedFrequencies = Addends()
  /// Which of the sums anybody will look at: a bootstrap does no more than it must.
  private let needs: Needs
  private let isPairable: [Bool]

  /// The sums that can be left out.
  struct Needs: OptionSet {
    let rawValue: Int
    /// ``agreement`` and ``shares``.
    static let agreement = Needs(rawValue: 1)
    /// ``coincidences``.
    static let coincidences = Needs(rawValue: 2)
  }

  /// Works out what each kind adds; nothing is summed yet.
  init(_ alike: AlikeUnits, _ needs: Needs = [.agreement, .coincidences]) {
    self.needs = needs
    let q = alike.countedCategories
    categories = q
    for kind in alike.rows.indices {
      let m = alike.sizes[kind]
      for k in 0..<q {
        let c = alike.count(kind, k)
        guard c > 0 else { continue }
        addedShares.append(k, c / m)
        guard m >= 2 else { continue }
        addedFrequencies.append(k, c)
        for l in k..<q {
          let both = k == l ? c * (c - 1) : 2 * c * alike.count(kind, l)
          guard both > 0 else { continue }
          let place = Self.place(k, l, of: q)
          addedAgreement.append(place, both / (m * (m - 1)))
          addedCoincidences.append(place, both / (m - 1))
        }
      }
      addedAgreement.endKind()
      addedCoincidences.endKind()
      addedShares.endKind()
      addedFrequencies.endKind()
    }
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
    for kind in sample.indices {
      units += sample[kind]
      if isPairable[kind] { pairable += sample[kind] }
    }
    if needs.contains(.agreement) {
      addedAgreement.add(sample, to: &agreement)
      addedShares.add(sample, to: &shares)
      for category in shares.indices { shares[category] /= units }
    }
    if needs.contains(.coincidences) { addedCoincidences.add(sample, to: &coincidences) }
    addedFrequencies.add(sample, to: &frequencies)
  }
}
