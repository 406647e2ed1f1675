/// What a verb answers: for people as blocks, for spreadsheets as one table, for programs as JSON.
public struct Answer {
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
  private let makeBlocks: () -> [Block]
  private let makeData: () -> Table
  private let makeJSON: () -> JSON

  /// What people read.
  public var blocks: [Block] { makeBlocks() }
  /// What spreadsheets take.
  public var data: Table { makeData() }
  /// What programs take.
  public var json: JSON { makeJSON() }

  /// An answer; each of its forms is made only when it is asked for.
  public init(
    _ title: String, blocks: @escaping @autoclosure () -> [Block], data: @escaping @autoclosure () -> Table,
    json: @escaping @autoclosure () -> JSON
  ) {
    self.title = title
    makeBlocks = blocks
    makeData = data
    makeJSON = json
  }

  /// The answer as text.
  ///
  /// - Parameters:
  ///   - format: How it is written.
  ///   - isColoured: Whether ratings are shaded; only tables for a terminal are.
  /// - Returns: The whole text, with a line break at its end.
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
