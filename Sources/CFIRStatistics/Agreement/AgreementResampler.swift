import Foundation

/// Draws samples of a table's units and works out coefficients for each.
struct AgreementResampler: Sendable {
  private let evaluators: [AgreementEvaluator]
  /// The units by what was rated.
  private let anonymous: AlikeUnits
  /// The units as they are drawn: by who rated what, or only by what was rated where that is enough.
  private let named: AlikeUnits
  /// The kind, whoever rated, of each kind that is drawn.
  private let folded: [Int]
  private let kinds: [UInt32]
  private var categorySums: CategorySums
  private var raterSums: RaterSums?
  private var sample: [Double]
  private var foldedSample: [Double]
  /// How often each kind was drawn, in two halves: a processor waits less that way.
  private var counts: [UInt32]

  init(_ table: AgreementTable, _ coefficients: [AgreementCoefficient]) throws(NotComputable) {
    anonymous = AlikeUnits(table, ignoringRaters: true)
    var evaluators: [AgreementEvaluator] = []
    for coefficient in coefficients { evaluators.append(try AgreementEvaluator(coefficient, anonymous)) }
    self.evaluators = evaluators
    let names = Set(coefficients.map(\.name))
    var needs: CategorySums.Needs = names.contains(.krippendorffAlpha) ? .coincidences : []
    if names != [.krippendorffAlpha] { needs.insert(.agreement) }
    categorySums = CategorySums(anonymous, needs)
    if coefficients.contains(where: { $0.name.knowsRaters }) {
      named = AlikeUnits(table)
      var folded = [Int](repeating: 0, count: named.rows.count)
      for (kind, anonymous) in zip(named.kinds, anonymous.kinds) { folded[kind] = anonymous }
      self.folded = folded
      raterSums = RaterSums(named)
    } else {
      (named, folded) = (anonymous, Array(anonymous.rows.indices))
    }
    sample = named.sample
    foldedSample = anonymous.sample
    counts = [UInt32](repeating: 0, count: 2 * named.rows.count)
    kinds = named.kinds.map(UInt32.init)
  }

  /// The coefficients of so many samples: for each coefficient, one value for each replicate.
  func replicates(_ options: BootstrapOptions, progress: (@Sendable (Int) -> Void)?) -> [[Double]] {
    let (width, count) = (evaluators.count, options.replicates)
    let portion = 500
    let portions = (count + portion - 1) / portion
    let done = Progress(progress)
    // Below some million draws a thread costs more than it saves.
    let worthwhile = 1 + count * kinds.count / 3_000_000
    let threads = max(1, min(options.threads, portions, worthwhile))
    let all = [Double](unsafeUninitializedCapacity: width * count) { buffer, written in
      nonisolated(unsafe) let results = buffer
      let work = { @Sendable (thread: Int) in
        var worker = self
        for part in stride(from: thread, to: portions, by: threads) {
          let range = (part * portion)..<min((part + 1) * portion, count)
          for replicate in range { worker.draw(options.seed, replicate, into: results) }
          done.add(range.count)
        }
      }
      if threads == 1 { work(0) } else { DispatchQueue.concurrentPerform(iterations: threads, execute: work) }
      written = width * count
    }
    return (0..<width).map { place in (0..<count).map { all[$0 * width + place] } }
  }

  /// Each coefficient of the table without one unit of each kind, and how many units are of that kind.
  mutating func jackknife() -> [[(value: Double, units: Int)]] {
    var parts = [[(value: Double, units: Int)]](repeating: [], count: evaluators.count)
    // By the kinds that the coefficient tells apart, so that its sums are the same whatever else is asked for.
    if raterSums != nil {
      for kind in named.rows.indices {
        sample = named.sample
        sample[kind] -= 1
        load()
        for (place, evaluator) in evaluators.enumerated() where evaluator.knowsRaters {
          parts[place].append(
            (evaluator.value(categorySums, raterSums, foldedSample), named.multiplicities[kind]))
        }
      }
    }
    for kind in anonymous.rows.indices {
      foldedSample = anonymous.sample
      foldedSample[kind] -= 1
      categorySums.load(foldedSample)
      for (place, evaluator) in evaluators.enumerated() where !evaluator.knowsRaters {
        parts[place].append(
          (evaluator.value(categorySums, nil, foldedSample), anonymous.multiplicities[kind]))
      }
    }
    return parts
  }

  private mutating func draw(
    _ seed: UInt64, _ replicate: Int, into results: UnsafeMutableBufferPointer<Double>
  ) {
    var generator = SplitMix64(seed: seed, stream: replicate)
    let (units, half) = (UInt64(kinds.count), sample.count)
    counts.withUnsafeMutableBufferPointer { counts in
      counts.update(repeating: 0)
      kinds.withUnsafeBufferPointer { kinds in
        func kind(_ bits: UInt64) -> Int { Int(kinds[Int((bits &* units) >> 32)]) }
        // Two units from each 64 bits: the bias of a 32-bit draw is below one in a million for a thousand units.
        for _ in 0..<(units / 2) {
          let bits = generator.next()
          counts[kind(bits & 0xFFFF_FFFF)] &+= 1
          counts[half + kind(bits >> 32)] &+= 1
        }
        if units % 2 == 1 { counts[kind(generator.next() >> 32)] &+= 1 }
      }
    }
    for kind in sample.indices { sample[kind] = Double(counts[kind] &+ counts[half + kind]) }
    load()
    for (place, evaluator) in evaluators.enumerated() {
      results.initializeElement(
        at: replicate * evaluators.count + place,
        to: evaluator.value(categorySums, raterSums, foldedSample))
    }
  }

  private mutating func load() {
    if raterSums == nil {
      foldedSample = sample
    } else {
      for kind in foldedSample.indices { foldedSample[kind] = 0 }
      for kind in sample.indices { foldedSample[folded[kind]] += sample[kind] }
    }
    categorySums.load(foldedSample)
    raterSums?.load(sample)
  }
}

/// Counts what is done, from any thread.
private final class Progress: Sendable {
  private let tell: (@Sendable (Int) -> Void)?
  private let lock = NSLock()
  nonisolated(unsafe) private var done = 0

  init(_ tell: (@Sendable (Int) -> Void)?) { self.tell = tell }

  func add(_ count: Int) {
    guard let tell else { return }
    lock.lock()
    done += count
    let now = done
    lock.unlock()
    tell(now)
  }
}
