extension Judgement {
  /// The judgement as a rating's token.
  public var token: String {
    RatingValue.Score(value, isMixed: isMixed).map { RatingValue.score($0).token } ?? ""
  }

  /// The judgement in words.
  public var words: String {
    switch (value, isMixed) {
    case (2, false): "helps, explicit example (+2)"
    case (1, false): "helps, general statement (+1)"
    case (-2, false): "hinders, explicit example (\u{2212}2)"
    case (-1, false): "hinders, general statement (\u{2212}1)"
    case (0, false): "no valence (0)"
    case (let value, true) where value > 0: "pulls both ways, more to help"
    case (let value, true) where value < 0: "pulls both ways, more to hinder"
    default: "pulls both ways"
    }
  }
}
