/// What a verb answers: for people as blocks, for spreadsheets as one table, for programs as JSON.
public struct Answer: Sendable {
  /// A part of an answer for people.
  public enum Block: Sendable {
    /// A heading; 2 is the highest below the title.
    case heading(Int, String)
    /// A paragraph.
    case paragraph(String)
    /// Points in no particular order.
    case list([String])
    /// A table.
    case table(Table)
    /// Somebody's words and where they stand.
    case quotation(String, source: String)
  }

  /// The ways of writing an answer.
  public enum Format: String, Sendable, CaseIterable {
    case table, csv, json, markdown, html
  }

  /// What it is.
  public var title: String
  /// What people read.
  public var blocks: [Block]
  /// What spreadsheets take.
  public var data: Table
  /// What programs take.
  public var json: JSON

  /// An answer whose one table is also its data.
  public init(_ title: String, table: Table, json: JSON) {
    self.init(title, blocks: [.table(table)], data: table, json: json)
  }

  /// An answer.
  public init(_ title: String, blocks: [Block], data: Table, json: JSON) {
    self.title = title
    self.blocks = blocks
    self.data = data
    self.json = json
  }

  /// The answer as text.
  ///
  /// - Parameters:
  ///   - format: How it is written.
  ///   - isColoured: Whether ratings are shaded; only tables for a terminal are.
  public func rendered(as format: Format, isColoured: Bool = false) -> String {
    switch format {
    case .table: TextFormat(isColoured: isColoured).text(self)
    case .csv: data.csv
    case .json: json.text
    case .markdown: MarkdownFormat.text(self)
    case .html: HTMLPage(title: title, body: HTMLFormat.nodes(self)).text
    }
  }
}
