/// How numbers become shades.
public enum ShadeScale: Sendable, Equatable {
  /// From little to much.
  case sequential
  /// From one side of a middle to the other.
  case diverging
}

extension Plot {
  /// Adds the cells of a grid under everything else, each in the shade of its value; what each shade
  /// stands for is at the right, under the name `label`.
  ///
  /// - Parameters:
  ///   - values: the rows from the lower end of `y` up, all of one length; what is not finite is left
  ///     empty.
  ///   - x: from the left edge of the first cell of a row to the right edge of the last.
  ///   - y: from the lower edge of the first row to the upper edge of the last.
  ///   - shades: the values of the first shade and of the last, which those beyond have too; by
  ///     default the least and the greatest value, or, where they diverge, two that are opposite.
  ///   - scale: whether the middle of `shades` is told apart.
  public func heatMap(
    _ values: [[Double]], x: ClosedRange<Double>, y: ClosedRange<Double>, label: String,
    shades: ClosedRange<Double>? = nil, scale: ShadeScale = .sequential
  ) -> Plot {
    adding(HeatMap(values, x: x, y: y, label: label, shades: shades, scale: scale))
  }

  /// Adds the cells of a table under everything else, each with its value and in the shade of it.
  ///
  /// - Parameters:
  ///   - values: the rows from the bottom up; what is not finite is left empty.
  ///   - columns: what each column is, `rows` what each row is.
  public func heatMap(
    _ values: [[Double]], columns: [String], rows: [String], label: String
  ) -> Plot {
    var map = HeatMap(
      values, x: 0.5...(Double(max(columns.count, 1)) + 0.5),
      y: 0.5...(Double(max(rows.count, 1)) + 0.5), label: label, shades: nil, scale: .sequential)
    map.names = HeatMap.Names(x: columns, y: rows)
    return adding(map)
  }

  /// What lies under the series, if anything does.
  var heatMap: HeatMap? { heatMaps.first }
}
