import CFIRKit
import CFIRStatistics

/// How far the raters agreed, for a methods section.
struct MethodsOfAgreement {
  let facts: Facts
  /// The number of its first reference.
  let firstReference: Int

  var text: String {
    guard let account = facts.agreement else { return "" }
    guard account[.percentAgreement, .unweighted]?.estimate != nil else {
      return "No cell was rated by two raters, so that their agreement could not be worked out."
    }
    return
      "\(English.opening(account.methods)) Krippendorff’s α is described in [\(firstReference)]; what is reported follows GRRAS [\(firstReference + 1)]."
  }

  var references: [String] {
    guard facts.agreement?[.percentAgreement, .unweighted]?.estimate != nil else { return [] }
    return [
      "Krippendorff K. Content analysis: an introduction to its methodology. 4th ed. Thousand Oaks: Sage; 2019. Chapter 12.",
      "Kottner J, Audigé L, Brorson S, et al. Guidelines for reporting reliability and agreement studies (GRRAS) were proposed. J Clin Epidemiol 2011;64:96–106. doi:10.1016/j.jclinepi.2010.03.002",
    ]
  }
}
