/// An axis as it is drawn: what it spans, and its marks.
struct Axis {
  let range: ClosedRange<Double>
  let ticks: [Tick]
  let scale: Scale

  /// A value past the end of the axis.
  var beyond: Double {
    scale == .logarithmic
      ? 10 * range.upperBound : range.upperBound + (range.upperBound - range.lowerBound)
  }

  /// The vertical axis of `plot`.
  static func vertical(of plot: Plot) -> Axis {
    let options = plot.yAxis
    let values = plot.series.flatMap(\.extent).filter { AxisRange.shows($0, on: options.scale) }
    let automatic =
      plot.series.contains(where: \.isBars)
      ? AxisRange(ofBars: values, scale: options.scale)
      : AxisRange(of: values, scale: options.scale, margin: 0.04, nearZero: true)
    return Axis(automatic, options, ticks: 5, integersOnly: false)
  }

  /// The horizontal axis of `plot`; categories stand at 1, 2, …
  static func horizontal(of plot: Plot) -> Axis {
    let options = plot.xAxis
    if let categories = plot.categories {
      let ticks = categories.enumerated().map { Tick(position: Double($0 + 1), label: $1) }
      return Axis(range: 0.4...(Double(categories.count) + 0.6), ticks: ticks, scale: .linear)
    }
    let values = plot.series.flatMap(\.x).filter { AxisRange.shows($0, on: options.scale) }
    let automatic = AxisRange(of: values, scale: options.scale, margin: 0.02, nearZero: false)
    // Half epochs mean nothing.
    let integersOnly = values.allSatisfy { $0 == $0.rounded() && abs($0) < 1e9 }
    return Axis(automatic, options, ticks: 5.5, integersOnly: integersOnly)
  }

  private init(range: ClosedRange<Double>, ticks: [Tick], scale: Scale) {
    self.range = range
    self.ticks = ticks
    self.scale = scale
  }

  private init(
    _ automatic: AxisRange, _ options: Plot.AxisOptions, ticks count: Double, integersOnly: Bool
  ) {
    let asked = options.range.map { AxisRange(exactly: $0, scale: options.scale) }
    let range = (asked ?? automatic).bounds
    let ticks =
      options.scale == .logarithmic
      ? LogarithmicTicks(in: range).ticks
      : LinearTicks(in: range, count: count, integersOnly: integersOnly).ticks
    self.init(range: range, ticks: ticks, scale: options.scale)
  }
}
