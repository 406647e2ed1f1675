import CFIRStatistics

extension CalibratedCases {
  /// How each factor was calibrated: in words, and as recipes write it.
  var calibration: JSON {
    .array(
      factors.map { factor in
        .object(
          [("factor", .string(factor.name)), ("method", .string(factor.account))]
            + Self.recipe(factor.calibration))
      })
  }

  /// The cases that were left out, and the factor on which each has no number.
  var omissions: JSON {
    .array(leftOut.map { ["case": .string($0.label), "factor": .string($0.factor)] })
  }

  private static func recipe(_ calibration: Calibration) -> [(key: String, value: JSON)] {
    let (method, anchors, degree): (CalibrationMethod, [Double], Double?) =
      switch calibration {
      case .direct(let three, let degree):
        (.direct, [three.exclusion, three.crossover, three.inclusion], degree)
      case .linear(let three): (.linear, [three.exclusion, three.crossover, three.inclusion], nil)
      case .thresholds(let thresholds): (thresholds.count == 1 ? .crisp : .multiValue, thresholds, nil)
      case .none: (.none, [], nil)
      }
    return [
      ("by", .string(method.rawValue)), ("anchors", .array(anchors.map { JSON($0) })),
      ("degree", JSON(degree)),
    ]
  }
}
