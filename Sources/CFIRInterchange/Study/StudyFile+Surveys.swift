import CFIRKit

extension StudyFile.SurveyFile {
  /// An entry of `surveys`: a path, or a path and what was asked.
  init?(_ node: YAMLNode, noting findings: inout Findings) {
    if node.node.scalar != nil {
      guard let text = node.text(noting: &findings) else { return nil }
      self.init(path: Located(value: text, origin: node.origin))
      return
    }
    let values = node.mapping(["path", "instrument"], in: "a surveys entry", noting: &findings)
    guard let path = StudyFile.located(values["path"], noting: &findings).first else {
      findings.add(node.problem("this surveys entry names no file", fix: "add `path:`"))
      return nil
    }
    self.init(path: path, instrument: StudyFile.located(values["instrument"], noting: &findings).first)
  }
}

extension StudyFile {
  /// A whole number of at least 0.
  static func count(_ node: YAMLNode, noting findings: inout Findings) -> Int? {
    guard let text = node.text(noting: &findings) else { return nil }
    if let number = Int(text), number >= 0 { return number }
    findings.add(
      node.problem("'\(text)' is no number of respondents", fix: "write 5, or 0 to hold nothing back"))
    return nil
  }
}
