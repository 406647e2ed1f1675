import CFIRKit

/// Answers to a survey as its program exported them: who answered, what was asked, and the answers as they are written.
public struct ResponseTable: Sendable, Hashable {
  /// Something that was asked.
  public struct Item: Sendable, Hashable {
    /// Its variable or column: what answers are named by.
    public var id: String
    /// The question, without markup; empty where the export does not say it.
    public var label: String
    /// The answers to choose from, where the export says them.
    public var choices: [Choice]
    /// Whether several may be chosen; their codes are then joined by `;`.
    public var allowsSeveral: Bool

    /// An item.
    public init(id: String, label: String = "", choices: [Choice] = [], allowsSeveral: Bool = false) {
      (self.id, self.label, self.choices, self.allowsSeveral) = (id, label, choices, allowsSeveral)
    }
  }

  /// One answer of those to choose from.
  public struct Choice: Sendable, Hashable {
    /// What stands in the table for it.
    public var code: String
    /// What the respondent read.
    public var label: String

    /// A choice.
    public init(code: String, label: String) { (self.code, self.label) = (code, label) }
  }

  /// One row of answers: a respondent, once.
  public struct Response: Sendable, Hashable {
    /// The record's or response's identifier; rows of one person at several times share it.
    public var respondent: String
    /// When and how it was answered: event, instance, dates, completion.
    public var attributes: [Attribute]
    /// An answer for each item, in their order; empty where there is none.
    public var answers: [String]
    /// Where it was read.
    public var origin: Origin
  }

  /// What was asked, in the order of the table.
  public internal(set) var items: [Item] = []
  /// The answers, row by row.
  public internal(set) var responses: [Response] = []
  /// What was taken and what was left.
  public internal(set) var account: ImportAccount

  /// The answer to an item; empty where there is none, or no such item.
  public func answer(_ response: Response, to id: String) -> String {
    items.firstIndex { $0.id == id }.map { response.answers[$0] } ?? ""
  }

  /// Reads an export of REDCap (raw, with its data dictionary) or Qualtrics, as delimited text or a workbook.
  ///
  /// What can identify a person is left out and named: addresses, names, places, and fields that a dictionary marks so.
  ///
  /// - Parameters:
  ///   - path: Where the export is.
  ///   - name: The name that findings give to it; the path by default.
  ///   - dictionary: Where REDCap's data dictionary is; without it items have neither labels nor choices.
  /// - Returns: The answers.
  /// - Throws: A finding where the export is of neither, or cannot be read.
  public static func read(path: String, name: String? = nil, dictionary: String? = nil) throws(Finding)
    -> ResponseTable
  {
    let records = try TabularFile.open(path: path, name: name)
    let header = Header(records.header)
    if QualtricsResponses.recognizes(header) { return try QualtricsResponses(header).read(records) }
    let fields = try dictionary.map { (path) throws(Finding) in try REDCapDictionary(path: path) }
    guard fields != nil || REDCapResponses.recognizes(header) else {
      throw .error(
        at: Origin(file: name ?? path, line: 1),
        "these are the columns neither of a raw export of REDCap nor of an export of Qualtrics",
        fix: "export raw data; give REDCap's data dictionary with it")
    }
    return try REDCapResponses(header, fields, file: name ?? path).read(records)
  }
}

extension ResponseTable {
  /// Whether a table is an export of responses that needs nothing beside it.
  static func recognizes(_ sample: FileSample) -> Bool {
    let header = Header(sample.header)
    return QualtricsResponses.recognizes(header) || REDCapResponses.recognizes(header)
  }

  /// The responses as a table: who answered, when and how, and an answer for each item.
  var sheet: Table {
    let attributes = responses.first?.attributes.map(\.name) ?? []
    var table = Table(
      "responses", columns: (["respondent"] + attributes + items.map(\.id)).map { Table.Column($0) })
    for response in responses {
      let known = attributes.map { name in response.attributes.first { $0.name == name }?.value ?? "" }
      table.add(([response.respondent] + known + response.answers).map { .text($0) })
    }
    return table
  }
}

extension ImportAccount.Reason {
  /// A column that can tell who somebody is.
  static let identifying = ImportAccount.Reason(
    "identifying", "column that can tell who somebody is", several: "columns that can tell who somebody is",
    why: "answers are kept apart from names, addresses and places")
}
