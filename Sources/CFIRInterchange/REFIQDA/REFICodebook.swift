import CFIRKit

/// A REFI-QDA codebook (`.qdc`), which MAXQDA, NVivo, ATLAS.ti, QualCoder, Taguette and others export.
///
/// Version 1.0 of the standard, and those that programs wrote before (`0:4` of ATLAS.ti 9) and beside it (`1:0` of NVivo 12).
struct REFICodebook {
  /// The codes, each before those below it.
  let codes: [ProjectOutline.Code]
  /// Where each of them stands.
  let origins: [Origin]
  /// The program that wrote it, where that is said.
  let program: String

  /// Whether a file is a codebook, by what it holds.
  static func recognizes(_ sample: FileSample) -> Bool {
    guard case .xml(let root) = sample.signature else { return false }
    return root == "CodeBook"
  }

  /// Reads a codebook.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - name: How findings name it.
  ///   - findings: Takes note of what was odd or left.
  /// - Returns: Its codes; groups of codes are left, and said so.
  /// - Throws: A finding where it is no codebook, or its XML cannot be read on.
  static func read(path: String, name: String, noting findings: inout Findings) throws(Finding)
    -> REFICodebook
  {
    var xml = try XMLEvents(path: path, name: name)
    return try read(&xml, noting: &findings)
  }

  /// Reads a codebook from its first element to its end.
  ///
  /// - Throws: A finding where it is no codebook, or its XML cannot be read on.
  static func read(_ xml: inout XMLEvents, noting findings: inout Findings) throws(Finding) -> REFICodebook {
    guard try xml.next() == .start, xml.name == "CodeBook" else {
      throw .error(
        at: xml.origin, "this is no REFI-QDA codebook: its outermost element is '\(xml.name)'",
        fix: "export the codebook again as REFI-QDA (.qdc)")
    }
    noteNamespace(xml.namespace, at: xml.origin, noting: &findings)
    var account = ImportAccount(file: xml.file, format: "REFI-QDA codebook")
    let program = xml.attribute("origin") ?? ""
    var system = REFICodeSystem()
    try xml.forEachChild { xml throws(Finding) in
      switch xml.name {
      case "Codes": try system.takeAll(&xml)
      case "Sets":
        try xml.forEachChild { xml throws(Finding) in
          account.leave(.codeGroup, at: xml.origin, named: xml.attribute("name") ?? "")
          try xml.skip()
        }
      default: try xml.skip()
      }
    }
    while try xml.next() != nil {}
    for finding in system.findings + account.findings { findings.add(finding) }
    if system.codes.isEmpty {
      findings.add(
        .warning(
          at: Origin(file: xml.file), "the codebook has no codes", fix: "export it again, with its codes"))
    }
    return REFICodebook(codes: system.codes, origins: system.origins, program: program)
  }

  private static func noteNamespace(
    _ namespace: String, at origin: Origin, noting findings: inout Findings
  ) {
    guard namespace != "urn:QDA-XML:codebook:1.0" else { return }
    findings.add(
      Finding(
        .note, at: origin,
        "the codebook's name space is '\(namespace)' instead of 'urn:QDA-XML:codebook:1.0'; it is read as version 1.0"
      ))
  }
}
