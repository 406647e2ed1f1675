import CFIRStatistics

/// Tables of ratings that papers print.
enum PublishedTables {
  private static let n: Double? = nil

  /// Four observers, twelve units, five categories: Krippendorff, "Computing Krippendorff's alpha-reliability", 2011, section C.
  static let krippendorff = AgreementTable(numbers: [
    [1, 1, n, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4], [4, 4, 4, 4],
    [1, 1, 2, 1], [2, 2, 2, 2], [n, 5, 5, 5], [n, n, 1, 1], [n, n, 3, n],
  ])

  /// Four judges, six targets: Shrout & Fleiss, Psychological Bulletin 1979;86:420–428, table 2.
  static let shroutFleiss = AgreementTable(numbers: [
    [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
  ])

  /// Six psychiatrists, thirty patients, five diagnoses, by how many gave each: Fleiss, Psychological Bulletin 1971;76:378–382, table 1.
  static let fleiss = AgreementTable(
    units: [
      [0, 0, 0, 6, 0], [0, 3, 0, 0, 3], [0, 1, 4, 0, 1], [0, 0, 0, 0, 6], [0, 3, 0, 3, 0], [2, 0, 4, 0, 0],
      [0, 0, 4, 0, 2], [2, 0, 3, 1, 0], [2, 0, 0, 4, 0], [0, 0, 0, 0, 6], [1, 0, 0, 5, 0], [1, 1, 0, 4, 0],
      [0, 3, 3, 0, 0], [1, 0, 0, 5, 0], [0, 2, 0, 3, 1], [0, 0, 5, 0, 1], [3, 0, 0, 1, 2], [5, 1, 0, 0, 0],
      [0, 2, 0, 4, 0], [1, 0, 2, 0, 3], [0, 0, 0, 0, 6], [0, 1, 0, 5, 0], [0, 2, 0, 1, 3], [2, 0, 0, 4, 0],
      [1, 0, 0, 4, 1], [0, 5, 0, 1, 0], [4, 0, 0, 0, 2], [0, 2, 0, 4, 0], [1, 0, 5, 0, 0], [0, 0, 0, 0, 6],
    ].map { $0.enumerated().flatMap { [Int?](repeating: $0.offset, count: $0.element) } },
    values: [1, 2, 3, 4, 5])
}
