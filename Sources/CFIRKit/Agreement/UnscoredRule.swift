/// What becomes of ratings without a score (missing, not asked, n/a, descriptors) where agreement is worked out.
public enum UnscoredRule: String, Sendable, CaseIterable {
  /// They count as no rating: the other raters of the cell are compared.
  case gap
  /// A cell with one is left out whole.
  case exclude
  /// Each is a category beside the scores; the categories then have no order, and only nominal coefficients are left.
  case category
}
