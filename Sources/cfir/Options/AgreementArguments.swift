import ArgumentParser
import CFIRInterchange
import CFIRKit
import CFIRStatistics
import Foundation

extension MeasurementScale: ExpressibleByArgument {}
extension UnscoredRule: ExpressibleByArgument {}
extension BootstrapOptions.Method: ExpressibleByArgument {}

/// How a plain table is read.
struct PlainTableArguments: ParsableArguments {
  @Flag(help: "There is no column with the units' names: every column is a rater's.")
  var noNames = false

  @Option(
    help:
      "What the categories mean to each other: nominal, ordinal, interval or ratio. Default: ordinal for numbers and given categories, nominal for other words."
  )
  var scale: MeasurementScale?

  @Option(help: "All categories from low to high, separated by commas; numbers need none.")
  var categories: String?

  var isUsed: Bool { noNames || scale != nil || categories != nil }

  var options: PlainTable.Options {
    var options = PlainTable.Options()
    options.hasNames = !noNames
    options.scale = scale
    options.categories = (categories ?? "").split(separator: ",").map { $0.trimmingWhitespace() }
      .filter { !$0.isEmpty }
    return options
  }
}

/// Which coefficients, and how sure they are.
struct IntervalArguments: ParsableArguments {
  @Option(
    name: .customLong("coefficient"),
    help: "Only this coefficient, such as krippendorff-alpha or krippendorff-alpha:ordinal; can be repeated.",
    transform: coefficient)
  var only: [(name: AgreementCoefficient.Name, weights: AgreementWeights?)] = []

  @Option(help: "The level of intervals, as a share.")
  var level = 0.95

  @Option(help: "How many samples of units to draw for bootstrap intervals of the overall coefficients.")
  var bootstrap: Int?

  @Option(help: "Where the random numbers start; the same seed gives the same intervals.")
  var seed: UInt64 = 1

  @Option(help: "The bootstrap's kind of interval: bca or percentile.")
  var interval: BootstrapOptions.Method = .bca

  func validate() throws {
    if let bootstrap, !(100...10_000_000).contains(bootstrap) {
      throw ValidationError("--bootstrap takes 100 to 10000000 samples")
    }
    if !(0.5..<1).contains(level) { throw ValidationError("--level is a share from 0.5 to below 1") }
  }

  var options: AgreementAccount.Options {
    var options = AgreementAccount.Options()
    options.only = only
    options.level = level
    options.bootstrap = bootstrap.map {
      BootstrapOptions(
        replicates: $0, seed: seed, method: interval, level: level,
        threads: ProcessInfo.processInfo.activeProcessorCount)
    }
    return options
  }

  /// Tells on a terminal how far the bootstrap is.
  var progress: (@Sendable (Int) -> Void)? {
    guard let bootstrap, isatty(STDERR_FILENO) == 1 else { return nil }
    return { done in
      let end = done >= bootstrap ? "\r\u{1B}[K" : ""
      FileHandle.standardError.write(Data("\rbootstrap \(100 * done / bootstrap) %\(end)".utf8))
    }
  }
}

private func coefficient(
  _ text: String
) throws -> (name: AgreementCoefficient.Name, weights: AgreementWeights?) {
  let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
  let names = AgreementCoefficient.Name.allCases.map(\.rawValue)
  guard let name = AgreementCoefficient.Name(rawValue: parts[0]) else {
    throw ValidationError(
      "there is no coefficient '\(parts[0])'; \(nearest(parts[0], among: names).asSuggestion.ifEmpty("there are \(names.joined(separator: ", "))"))"
    )
  }
  guard parts.count > 1 else { return (name, nil) }
  let all = AgreementWeights.allCases.map(\.rawValue)
  guard parts.count == 2, let weights = AgreementWeights(rawValue: parts[1]) else {
    throw ValidationError("there are no weights '\(parts[1])'; there are \(all.joined(separator: ", "))")
  }
  return (name, weights)
}

/// How many cells to rate twice.
struct PlanningArguments: ParsableArguments {
  @Flag(help: "Say how many cells must be rated by several raters for an interval of a wanted width.")
  var plan = false

  @Option(help: "The wanted width, from the lower to the upper end. Default: 0.2.")
  var width: Double?

  @Option(help: "The agreement that is expected. Default: a range, and what is rated so far.")
  var expect: Double?

  @Option(help: "How many raters rate each cell. Default: 2 to 4.")
  var raters: Int?

  var isUsed: Bool { width != nil || expect != nil || raters != nil }

  func validate() throws {
    if let width, !(width > 0 && width <= 2) { throw ValidationError("--width is above 0 and at most 2") }
    if let expect, !(expect > -1 && expect < 1) {
      throw ValidationError("--expect is above -1 and below 1")
    }
    if let raters, !(2...1000).contains(raters) { throw ValidationError("--raters is 2 to 1000") }
  }

  func answer(
    title: String, framework: Framework.Edition? = nil, level: Double, pilot: RatedUnits? = nil,
    cells: Int? = nil
  ) -> Answer {
    AgreementPlanning(
      width: width ?? 0.2, expected: expect, raters: raters, level: level, pilot: pilot, cells: cells
    ).answer(title: title, framework: framework)
  }
}
