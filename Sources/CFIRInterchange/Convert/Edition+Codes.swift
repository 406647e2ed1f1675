import CFIRKit

extension Framework.Edition {
  /// The edition that knows most of some codes; the newest where they know as many.
  static func knowingMost(of codes: some Sequence<String>) -> Framework.Edition {
    func known(_ edition: Framework.Edition) -> Int {
      let codebook = Codebook(Framework(edition))
      return Set(codes).count { code in
        if case .construct = codebook.resolve(code: code) { true } else { false }
      }
    }
    return known(.cfir2009) > known(.cfir2022) ? .cfir2009 : .cfir2022
  }
}
