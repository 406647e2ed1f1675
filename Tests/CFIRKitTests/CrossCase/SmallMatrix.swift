import CFIRKit
import Testing

/// A matrix of one row, Culture, over organizations A, B, C, …; tokens are separated by commas, an empty one is no rating.
///
/// Two tokens in one cell (`+1/0`) are two raters', who differ.
func matrix(_ row: String) throws -> RatingMatrix {
  var ratings: [Rating] = []
  let tokens = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  let organizations = tokens.indices.map { Organization(id: organization($0)) }
  for (place, cell) in tokens.enumerated() {
    let raters = cell.contains("n/a") ? [cell] : cell.split(separator: "/").map(String.init)
    for (rater, token) in raters.enumerated() {
      guard let value = try RatingValue(token: token) else { continue }
      ratings.append(
        Rating(
          organization: organization(place), construct: "culture", rater: .init("rater \(rater)"),
          value: value,
          origin: Origin(file: "small.csv")))
    }
  }
  return RatingMatrix(
    ratings, organizations: organizations, codebook: Codebook(.cfir2022), constructs: ["culture"])
}

/// A, B, C, …
func organization(_ place: Int) -> Organization.ID {
  Organization.ID(String(Unicode.Scalar(UInt8(65 + place))))
}
