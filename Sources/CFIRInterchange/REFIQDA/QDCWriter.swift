import CFIRKit

/// Writes codes as a REFI-QDA codebook (`.qdc`), which MAXQDA, NVivo, ATLAS.ti, QualCoder and others import.
enum QDCWriter {
  /// The codebook as XML, valid against the schema of version 1.0.
  ///
  /// - Parameters:
  ///   - codes: The codes in order; nested by their paths.
  ///   - origin: The program that the codebook is from.
  /// - Returns: XML in UTF-8. A codebook without codes has one that says so, since the schema wants one.
  static func text(of codes: [ProjectOutline.Code], origin: String) -> String {
    let empty = ProjectOutline.Code(path: ["(no codes)"], isCodable: false)
    let tree = REFICodeTree(codes.contains { !$0.path.isEmpty } ? codes : [empty])
    return XMLText.declaration
      + XMLText.element(
        "CodeBook", ["xmlns": "urn:QDA-XML:codebook:1.0", "origin": origin], "\n" + tree.xml())
  }
}
