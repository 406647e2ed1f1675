/// The kinds of files that coded excerpts come in, besides tables with a row for each coding.
enum ExcerptFormats {
  /// In the order in which they are tried.
  static let all: [any ExcerptFormat] =
    [
      REFIProject(), TaguetteProject(), TaguetteHighlights(), QualCoderReport(), QualCoderSegments(),
      ATLAStiQuotations(), DedooseExcerpts(), OpenQDASelections(), RequalSegments(), RQDACodings(),
      NVivoReport(),
    ] + Refusals.all

  /// The kind that a file is; nothing where it is a table with a row for each coding, or no excerpts at all.
  static func format(of sample: FileSample) -> (any ExcerptFormat)? { all.first { $0.recognizes(sample) } }
}
