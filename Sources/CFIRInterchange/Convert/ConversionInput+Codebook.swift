import CFIRKit

extension ConversionInput {
  /// A framework or codebook that travels with the program, by its name.
  static func shipped(_ name: String, noting findings: inout Findings) throws(Finding) -> Codebook? {
    if let edition = Framework.Edition(rawValue: name) { return Codebook(Framework(edition)) }
    guard let shipped = ShippedCodebook(rawValue: name) else { return nil }
    var codebook = Codebook(.cfir2022)
    codebook.adapt(
      try CodebookTable.read(text: shipped.text, file: name, noting: &findings), noting: &findings)
    return codebook
  }

  /// A file as a codebook; nothing where it is none.
  static func codebook(
    _ sample: FileSample, _ edition: Framework.Edition?, isNamed: Bool, noting findings: inout Findings
  ) throws(Finding) -> (Content, String)? {
    if REFICodebook.recognizes(sample) {
      let codebook = try REFICodebook.read(path: sample.path, name: sample.name, noting: &findings)
      return (.codes(codebook), "REFI-QDA codebook")
    }
    let header = Header(sample.header)
    if header.names.count <= 4, header["tag"] != nil, header["document", "content"] == nil {
      let codes = try TagTable.read(sample.openTable(), noting: &findings)
      return (.codes(REFICodebook(codes, in: sample.name)), "Taguette codebook")
    }
    let isCodebook =
      header["id", "name"] != nil && header["definition", "kind", "parent", "aliases"] != nil
      && header["construct", "source", "document"] == nil
    guard isNamed || isCodebook else { return nil }
    var codebook = Codebook(Framework(edition ?? .cfir2022))
    codebook.adapt(
      try CodebookTable.read(TableReader(sample.openTable()), noting: &findings), noting: &findings)
    return (.codebook(codebook), "codebook")
  }
}

extension REFICodebook {
  /// Codes of which only the file is known.
  init(_ codes: [ProjectOutline.Code], in file: String) {
    self.init(
      codes: codes, origins: Array(repeating: Origin(file: file), count: codes.count), program: "")
  }
}
