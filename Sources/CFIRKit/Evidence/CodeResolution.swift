/// What a code of an export means for the assessment.
public enum CodeResolution: Sendable, Equatable {
  /// A construct; with a judgement where the code carries one (`Culture > Barrier`).
  case construct(Construct.ID, Judgement?)
  /// A judgement on whatever is coded on the same passage.
  case judgement(Judgement)
  /// Several constructs bear this name.
  case ambiguous([Construct.ID])
  /// Nothing in the codebook.
  case unmapped
}

extension Codebook {
  /// What a code of an export means: a construct, a judgement, or neither.
  ///
  /// - Parameters:
  ///   - path: The code as it was exported, a name or a path.
  ///   - judgements: A study's own words for judgements, beside those that ``Judgement/init(code:)`` knows.
  /// - Returns: What it means; ``CodeResolution/unmapped`` where nothing answers to it.
  public func resolve(code path: String, judgements: [NameKey: Judgement] = [:]) -> CodeResolution {
    switch match(path) {
    case .found(let construct): return .construct(construct.id, nil)
    case .ambiguous(let constructs): return .ambiguous(constructs.map(\.id))
    case .none: break
    }
    let steps = Codebook.steps(path)
    guard let last = steps.last, let judgement = judgements[NameKey(last)] ?? Judgement(code: last) else {
      return .unmapped
    }
    // `CFIR > Barrier` and the like group judgements, whatever construct bears such a name.
    if Judgement.isUsualParent(steps.dropLast()) { return .judgement(judgement) }
    switch match(steps: steps.dropLast()) {
    case .found(let construct): return .construct(construct.id, judgement)
    case .ambiguous(let constructs): return .ambiguous(constructs.map(\.id))
    default: return .judgement(judgement)
    }
  }
}
