import CFIRKit

/// A matrix of shaded cells with what each says printed in it.
public struct ShadedMatrix: Sendable {
  /// A cell.
  public struct Cell: Sendable {
    /// What is printed in it.
    public var text: String
    /// How it is shaded.
    public var fill: Fill

    /// A cell.
    public init(_ text: String, _ fill: Fill) {
      self.text = text
      self.fill = fill
    }
  }

  /// The heads of the columns.
  public var columns: [String]
  /// The rows, each with one cell for each column.
  public var rows: [(label: String, cells: [Cell])]
  /// The room for the heads of rows.
  public var labelWidth = 180.0
  /// The width of a column.
  public var cellWidth = 64.0
  /// The height of a row, unless its head needs more lines.
  public var cellHeight = 26.0

  /// A matrix.
  public init(columns: [String], rows: [(label: String, cells: [Cell])]) {
    self.columns = columns
    self.rows = rows
  }

  /// The matrix as a figure.
  public func figure(id: String, title: String, description: String, table: Table) -> Figure {
    let left = labelWidth + 8
    let heads = columns.map { Mark.broken($0, width: cellWidth, size: 12).count }.max() ?? 1
    let top = Double(max(1, heads)) * 15 + 6
    var marks = columns.enumerated().flatMap { place, name in
      Mark.lines(
        name, x: left + (Double(place) + 0.5) * cellWidth, y: top / 2, width: cellWidth, anchor: .middle,
        size: 12)
    }
    var y = top
    for row in rows {
      let lines = Mark.broken(row.label, width: labelWidth, size: 12).count
      let height = max(cellHeight, Double(lines) * 15 + 6)
      marks += Mark.lines(
        row.label, x: labelWidth, y: y + height / 2, width: labelWidth, anchor: .end, size: 12)
      for (column, cell) in row.cells.enumerated() {
        let x = left + Double(column) * cellWidth
        marks += [
          .rect(x: x, y: y, width: cellWidth, height: height, fill: cell.fill),
          .words(
            cell.text, x: x + cellWidth / 2, y: y + height / 2, anchor: .middle, size: 12,
            colour: cell.fill.textColour),
        ]
      }
      y += height
    }
    return Figure(
      id: id, title: title, description: description, width: left + Double(columns.count) * cellWidth + 1,
      height: y + 1, marks: marks, table: table)
  }
}
