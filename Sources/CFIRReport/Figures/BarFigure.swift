import CFIRKit

/// Horizontal bars with the number printed at the end of each.
public struct BarFigure: Sendable {
  /// One bar.
  public struct Bar: Sendable {
    /// What it stands for.
    public var label: String
    /// How long it is; nothing: no bar, and ``text`` says why.
    public var value: Double?
    /// What is printed at its end.
    public var text: String
    /// How it is filled.
    public var fill: Fill

    /// A bar.
    public init(_ label: String, _ value: Double?, text: String, fill: Fill = .solid) {
      self.label = label
      self.value = value
      self.text = text
      self.fill = fill
    }
  }

  /// The bars from top to bottom.
  public var bars: [Bar]
  /// The numbers between which they stand; bars begin at 0 where it is among them, else at the least.
  public var domain: ClosedRange<Double>
  /// The width of the whole.
  public var width = 640.0
  /// The room for labels.
  public var labelWidth = 240.0
  /// The room for numbers beside the bars.
  public var textWidth = 60.0
  /// The height of a bar whose label needs one line.
  public var rowHeight = 24.0
  /// A guide at this number, with its name.
  public var guide: (value: Double, name: String)?

  /// Bars.
  public init(_ bars: [Bar], domain: ClosedRange<Double>) {
    self.bars = bars
    self.domain = domain
  }

  /// The bars as a figure.
  public func figure(id: String, title: String, description: String, table: Table) -> Figure {
    let left = labelWidth + 10
    // Bars to the left have their numbers on the left.
    let room = domain.lowerBound < 0 ? textWidth : 0
    let scale = LinearScale(domain, from: left + room, to: width - textWidth)
    let zero = scale.place(min(max(0, domain.lowerBound), domain.upperBound))
    var marks: [Mark] = []
    var y = guide == nil ? 4.0 : 22
    let top = y
    let heights = bars.map { bar in
      Double(max(1, Mark.broken(bar.label, width: labelWidth).count) - 1) * 16 + rowHeight
    }
    let bottom = top + heights.reduce(0, +)
    if let guide {
      let x = scale.place(guide.value)
      marks.append(.line(x, top, to: x, bottom, stroke: Mark.soft, isDashed: true))
      marks.append(.words(guide.name, x: x, y: 11, anchor: .middle, size: 11, colour: Mark.soft))
    }
    for (bar, height) in zip(bars, heights) {
      let middle = y + height / 2
      marks += Mark.lines(bar.label, x: labelWidth, y: middle, width: labelWidth, anchor: .end)
      if let value = bar.value {
        let end = scale.place(value)
        marks.append(
          .rect(x: min(zero, end), y: middle - 7, width: abs(end - zero), height: 14, fill: bar.fill))
        let room = Double(bar.text.count) * 8
        marks += [
          .rect(
            x: end < zero ? end - 5 - room : end + 3, y: middle - 7, width: room + 2, height: 14, fill: .paper
          ),
          end < zero
            ? .words(bar.text, x: end - 5, y: middle, anchor: .end) : .words(bar.text, x: end + 5, y: middle),
        ]
      } else {
        marks.append(.words(bar.text, x: zero + 5, y: middle, colour: Mark.soft))
      }
      y += height
    }
    marks.append(.line(zero, top, to: zero, y, stroke: Mark.ink))
    return Figure(
      id: id, title: title, description: description, width: width, height: y + 4, marks: marks, table: table)
  }
}
