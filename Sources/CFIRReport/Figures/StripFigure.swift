import CFIRKit

/// Rows of dots on one scale: where several numbers stand, and how far apart.
public struct StripFigure: Sendable {
  /// The shape of a dot; each means the same in the whole figure.
  public enum Shape: Sendable, CaseIterable {
    /// A dark circle.
    case disc
    /// A white circle.
    case ring
    /// A pale square on a corner.
    case diamond
  }

  /// One dot.
  public struct Dot: Sendable {
    /// Where it stands.
    public var value: Double
    /// Its shape.
    public var shape: Shape

    /// A dot.
    public init(_ value: Double, _ shape: Shape) {
      self.value = value
      self.shape = shape
    }
  }

  /// One row.
  public struct Row: Sendable {
    /// What it stands for.
    public var label: String
    /// Its dots.
    public var dots: [Dot]
    /// The numbers, printed on the right.
    public var text: String

    /// A row.
    public init(_ label: String, _ dots: [Dot], text: String) {
      self.label = label
      self.dots = dots
      self.text = text
    }
  }

  /// The rows from top to bottom.
  public var rows: [Row]
  /// The numbers that the scale spans.
  public var domain: ClosedRange<Double>
  /// What the shapes mean.
  public var key: [(shape: Shape, name: String)]
  /// What numbers on the axis are called, such as its ends.
  public var ticks: [(value: Double, name: String)]
  /// The head of the printed numbers.
  public var textTitle = ""
  /// The width of the whole.
  public var width = 640.0
  /// The room for labels.
  public var labelWidth = 200.0
  /// The room for the printed numbers.
  public var textWidth = 110.0

  /// Rows of dots.
  public init(
    _ rows: [Row], domain: ClosedRange<Double>, key: [(shape: Shape, name: String)],
    ticks: [(value: Double, name: String)]
  ) {
    self.rows = rows
    self.domain = domain
    self.key = key
    self.ticks = ticks
  }

  /// The rows as a figure.
  public func figure(id: String, title: String, description: String, table: Table) -> Figure {
    let scale = LinearScale(domain, from: labelWidth + 34, to: width - textWidth - 34)
    var marks: [Mark] = []
    var x = 8.0
    for entry in key {
      marks += [Self.mark(entry.shape, x: x, y: 10), .words(entry.name, x: x + 12, y: 10, size: 12)]
      x += 30 + Double(entry.name.count) * 6.5
    }
    marks += ticks.map { .words($0.name, x: scale.place($0.value), y: 32, anchor: .middle, size: 11) }
    marks.append(.words(textTitle, x: width, y: 32, anchor: .end, size: 11))
    var y = 42.0
    var rowMarks: [Mark] = []
    for row in rows {
      let height = Double(max(1, Mark.broken(row.label, width: labelWidth).count)) * 16 + 8
      let middle = y + height / 2
      rowMarks += Mark.lines(row.label, x: labelWidth, y: middle, width: labelWidth, anchor: .end)
      let places = row.dots.map { scale.place($0.value) }
      if let first = places.min(), let last = places.max(), last > first {
        rowMarks.append(.line(first, middle, to: last, middle, stroke: Mark.soft, width: 2))
      }
      // The larger shapes first, so that a smaller one at the same place still shows.
      for (place, dot) in zip(places, row.dots).sorted(by: { $0.1.shape.depth < $1.1.shape.depth }) {
        rowMarks.append(Self.mark(dot.shape, x: place, y: middle))
      }
      rowMarks.append(.words(row.text, x: width, y: middle, anchor: .end))
      y += height
    }
    for tick in ticks {
      marks.append(.line(scale.place(tick.value), 42, to: scale.place(tick.value), y))
    }
    return Figure(
      id: id, title: title, description: description, width: width, height: y + 4, marks: marks + rowMarks,
      table: table)
  }

  private static func mark(_ shape: Shape, x: Double, y: Double) -> Mark {
    switch shape {
    case .disc: .circle(x: x, y: y, radius: 4.5, fill: .solid)
    case .ring: .circle(x: x, y: y, radius: 6, fill: .hollow)
    case .diamond: .diamond(x: x, y: y, radius: 7, fill: .pale)
    }
  }
}

extension StripFigure.Shape {
  /// What is drawn first.
  fileprivate var depth: Int {
    switch self {
    case .diamond: 0
    case .ring: 1
    case .disc: 2
    }
  }
}
