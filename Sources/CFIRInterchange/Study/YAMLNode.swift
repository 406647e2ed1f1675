import CFIRKit
import Foundation
import Yams

/// A value of a YAML file that knows where it stands and says what is wrong with it.
struct YAMLNode {
  let file: String
  let node: Node

  /// Reads a file.
  ///
  /// - Throws: A finding where it cannot be read or is not YAML.
  static func read(path: String, name: String) throws(Finding) -> YAMLNode? {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .error(
        at: Origin(file: name), "the file cannot be read", fix: "check its name and who may read it")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw .error(at: Origin(file: name), "the file is not UTF-8", fix: "save it as UTF-8")
    }
    do {
      return try Yams.compose(yaml: text).map { YAMLNode(file: name, node: $0) }
    } catch let error as YamlError {
      throw finding(error, file: name)
    } catch {
      throw .error(at: Origin(file: name), "the file is not YAML", fix: "write `key: value`, one to a line")
    }
  }

  /// An open quote is noticed at the end of the file; it began where the context says. All else stands where it is noticed.
  private static func place(
    of problem: String, at mark: Mark, context: YamlError.Context?, file: String
  ) -> Origin {
    let start = problem.contains("end of stream") ? context?.mark ?? mark : mark
    return Origin(file: file, line: start.line, column: start.column)
  }

  private static func finding(_ error: YamlError, file: String) -> Finding {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      .error(
        at: place(of: problem, at: mark, context: context, file: file),
        "this is not YAML: \([context?.text, problem].compactMap { $0 }.joined(separator: ", "))",
        fix: "write `key: value`, indent lists with blanks, and quote text that holds ': ' or '#'")
    case .duplicatedKeysInMapping(let keys, let context):
      .error(
        at: Origin(file: file, line: context.mark.line, column: context.mark.column),
        "the key '\(keys.map { "\($0)" }.joined(separator: "', '"))' stands twice", fix: "keep one")
    default:
      .error(at: Origin(file: file), "this is not YAML: \(error)", fix: "write `key: value`, one to a line")
    }
  }

  var origin: Origin { Origin(file: file, line: node.mark?.line, column: node.mark?.column) }

  /// A problem with this value.
  func problem(_ message: String, fix: String) -> Finding { .error(at: origin, message, fix: fix) }

  /// The values by key; unknown keys are noted with the nearest known one.
  func mapping(_ known: [String], in what: String, noting findings: inout Findings) -> [String: YAMLNode] {
    guard let mapping = node.mapping else {
      if node.scalar?.string.isEmpty != true {
        findings.add(
          problem("\(what) is a list of keys and values", fix: "write `key: value`, one to a line"))
      }
      return [:]
    }
    var values: [String: YAMLNode] = [:]
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      if known.contains(name) {
        // A key whose items are commented out says nothing.
        if value.scalar?.string.isEmpty != true { values[name] = YAMLNode(file: file, node: value) }
      } else {
        findings.add(
          YAMLNode(file: file, node: key).problem(
            "'\(name)' is no key of \(what)",
            fix: nearest(name, among: known).asSuggestion.ifEmpty(
              "its keys are \(known.joined(separator: ", "))")))
      }
    }
    return values
  }

  /// All keys and values of a mapping whose keys are the user's.
  func entries(noting findings: inout Findings) -> [(key: String, value: YAMLNode)] {
    guard let mapping = node.mapping else {
      findings.add(problem("here keys and values are expected", fix: "write `key: value`, one to a line"))
      return []
    }
    return mapping.map { ($0.key.scalar?.string ?? "", YAMLNode(file: file, node: $0.value)) }
  }

  /// The items of a list; a lone value is a list of one.
  var items: [YAMLNode] {
    guard let sequence = node.sequence else { return [self] }
    return sequence.map { YAMLNode(file: file, node: $0) }
  }

  /// The text of a scalar.
  func text(noting findings: inout Findings) -> String? {
    if let scalar = node.scalar { return scalar.string }
    findings.add(problem("here a single value is expected", fix: "write it after the colon"))
    return nil
  }

  /// One of the cases of an enumeration.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ type: Choice.Type, noting findings: inout Findings
  )
    -> Choice?
  {
    guard let text = text(noting: &findings) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    findings.add(
      problem(
        "'\(text)' is none of \(names.joined(separator: ", "))",
        fix: nearest(text, among: names).asSuggestion.ifEmpty("use one of them")))
    return nil
  }

  /// A yes or a no.
  func flag(noting findings: inout Findings) -> Bool? {
    guard let text = text(noting: &findings) else { return nil }
    switch text.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default:
      findings.add(problem("'\(text)' is neither true nor false", fix: "write true or false"))
      return nil
    }
  }
}
