/// The cells of a grid, and what their shades stand for.
struct HeatMap: Sendable, Equatable {
  static let maximumCells = 250_000

  /// The rows from the lower end of `y` up.
  let values: [[Double]]
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>
  let label: String
  let scale: ShadeScale
  let askedShades: ClosedRange<Double>?
  /// The values of the first shade and of the last.
  let shades: ClosedRange<Double>
  /// Whether no cell has a shade.
  let isEmpty: Bool
  /// What the columns and the rows are, where they are no numbers; the cells then show their values.
  var names: Names?

  struct Names: Sendable, Equatable {
    let x, y: [String]
  }

  init(
    _ values: [[Double]], x: ClosedRange<Double>, y: ClosedRange<Double>, label: String,
    shades: ClosedRange<Double>?, scale: ShadeScale
  ) {
    self.values = values.map { row in
      row.map { AxisRange.shows($0, on: .linear) ? $0 : .nan }
    }
    self.x = x
    self.y = y
    self.label = label
    self.scale = scale
    askedShades = shades
    let shown = self.values.joined().filter { !$0.isNaN }
    isEmpty = shown.isEmpty
    let range =
      switch scale {
      case .sequential: (shown.min() ?? 0)...(shown.max() ?? 1)
      case .diverging: -(shown.map(abs).max() ?? 1)...(shown.map(abs).max() ?? 1)
      }
    self.shades = AxisRange(exactly: shades ?? range, scale: .linear).bounds
  }

  var rows: Int { values.count }
  var columns: Int { values.first?.count ?? 0 }

  /// The value of the cell at a place; `nil` outside, and `nan` where the cell is empty.
  func value(x: Double, y: Double) -> Double? {
    guard self.x.contains(x), self.y.contains(y) else { return nil }
    let index = { (place: Double, range: ClosedRange<Double>, count: Int) in
      let share = (place - range.lowerBound) / (range.upperBound - range.lowerBound)
      return min(count - 1, Int(share * Double(count)))
    }
    return values[index(y, self.y, rows)][index(x, self.x, columns)]
  }

  /// How far a value is from the first shade to the last, 0…1.
  func shade(_ value: Double) -> Double {
    min(
      max((value - shades.lowerBound) / (shades.upperBound - shades.lowerBound), 0), 1)
  }

  /// The part of the map in a frame, if any; in finer cells where that cuts some of them.
  func cut(to x: ClosedRange<Double>, _ y: ClosedRange<Double>) -> HeatMap? {
    let (inX, inY) = (self.x.clamped(to: x), self.y.clamped(to: y))
    guard inX != self.x || inY != self.y else { return self }
    guard self.x.overlaps(x), self.y.overlaps(y), inX.lowerBound < inX.upperBound,
      inY.lowerBound < inY.upperBound
    else { return nil }
    let columns = HeatMap.middles(of: 400, in: inX)
    return HeatMap(
      HeatMap.middles(of: 250, in: inY).map { y in
        columns.map { x in value(x: x, y: y) ?? .nan }
      }, x: inX, y: inY, label: label, shades: shades, scale: scale)
  }

  /// The middles of the cells along a row and along a column.
  var middles: (x: [Double], y: [Double]) {
    (Self.middles(of: columns, in: x), Self.middles(of: rows, in: y))
  }

  private static func middles(of count: Int, in range: ClosedRange<Double>) -> [Double] {
    (0..<count).map { index in
      let share = (Double(index) + 0.5) / Double(count)
      return range.lowerBound * (1 - share) + range.upperBound * share
    }
  }
}
