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

  /// The vertical axis of `plot`; `room` for letters is 1 in a figure of its own.
  static func vertical(of plot: Plot, room: Double = 1) -> Axis {
    let options = plot.yAxis
    if let names = plot.heatMap?.names { return Axis(names: names.y, beside: 0.5) }
    let values = plot.series.flatMap(\.extent).filter { AxisRange.shows($0, on: options.scale) }
    let automatic =
      if let heatMap = plot.heatMap {
        AxisRange(around: heatMap.y, and: values)
      } else if plot.series.contains(where: { $0.isBars || $0.isHistogram }) {
        AxisRange(ofBars: values, scale: options.scale)
      } else {
        AxisRange(of: values, scale: options.scale, margin: 0.04, nearZero: true)
      }
    return Axis(automatic, options, ticks: max(2, 5 * min(1, room)), integersOnly: false)
  }

  /// The horizontal axis of `plot`; categories stand at 1, 2, …
  static func horizontal(of plot: Plot, room: Double = 1) -> Axis {
    let options = plot.xAxis
    if let categories = plot.categories { return Axis(names: categories, beside: 0.6) }
    if let names = plot.heatMap?.names { return Axis(names: names.x, beside: 0.5) }
    let values = plot.series.flatMap { $0.x + ($0.ends ?? []) }.filter {
      AxisRange.shows($0, on: options.scale)
    }
    let automatic =
      if let heatMap = plot.heatMap {
        AxisRange(around: heatMap.x, and: values)
      } else {
        AxisRange(of: values, scale: options.scale, margin: 0.02, nearZero: false)
      }
    // Half epochs mean nothing.
    let integersOnly =
      plot.heatMap == nil && !plot.series.contains(where: \.isHistogram)
      && values.allSatisfy { $0 == $0.rounded() && abs($0) < 1e9 }
    return Axis(automatic, options, ticks: max(2, 5.5 * min(1, room)), integersOnly: integersOnly)
  }

  /// What the shades of `heatMap` stand for.
  static func shades(of heatMap: HeatMap, room: Double) -> Axis {
    let range = heatMap.shades
    let ticks = LinearTicks(in: range, count: max(2, 5 * min(1, room)), integersOnly: false).ticks
    return Axis(range: range, ticks: ticks, scale: .linear)
  }

  /// Names at 1, 2, …, with some room before the first and after the last.
  private init(names: [String], beside room: Double) {
    let ticks = names.enumerated().map { Tick(position: Double($0 + 1), label: $1) }
    let last = Double(max(names.count, 1))
    self.init(range: (1 - room)...(last + room), ticks: ticks, scale: .linear)
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
