/// What one series brings to the `plot` statement, or one of its parts.
struct Drawing {
  let style: String
  /// The text of the legend, quoted.
  var legend: String?
  /// How gnuplot reads a place out of a point.
  var columns = "1:2"
  let points: GnuplotScript.Points
  /// The styles of what lies under it where it must stand out.
  var rims: [String] = []

  var command: String {
    "'-' using \(columns) with \(style) \(legend.map { "title \($0)" } ?? "notitle")"
  }
}

extension ScriptComposer {
  /// Few enough to count the epochs.
  static let mostMarks = 40

  var drawings: [Drawing] {
    cells + inDrawingOrder.flatMap { haloed(drawings(of: $1, $0)) }
  }

  private func drawings(of one: Plot.Series, _ index: Int) -> [Drawing] {
    let legend = one.label.map { Quoting.literal(legendText($0, one)) }
    return switch one.kind {
    case .line, .points:
      [
        Drawing(
          style: style(one, index), legend: legend,
          points: somewhere(x: shown(one.x, horizontal), y: shown(one.y, vertical)),
          rims: rims(one, index))
      ]
    case .bars: [Drawing(style: style(one, index), legend: legend, points: bars(one, index))]
    case .band(let upper): [band(one, upper: upper, index, legend: legend)]
    case .errorBars(let deviations, _):
      errorBars(one, deviations: deviations, index, legend: legend)
    case .histogram(_, let ends): histogram(one, ends: ends, index, legend: legend)
    }
  }

  private func bars(_ one: Plot.Series, _ index: Int) -> GnuplotScript.Points {
    let middle = shift(of: index, among: plot.series.indices.filter { plot.series[$0].isBars })
    let strokes = strokeOffsets
    return somewhere(
      x: one.x.flatMap { x in strokes.map { x + middle + $0 } },
      y: shown(one.y, vertical).flatMap { y in strokes.map { _ in y } })
  }

  /// How far from the middle of its category the series of this index stands, among those that
  /// share it.
  func shift(of index: Int, among indices: [Int]) -> Double {
    guard let rank = indices.firstIndex(of: index) else { return 0 }
    return (Double(rank) - Double(indices.count - 1) / 2) * (0.8 / Double(indices.count))
  }

  /// Whether no series has a point to show.
  var isEmpty: Bool {
    cells.isEmpty
      && plot.series.allSatisfy { one in
        !Self.hasPoint(x: shown(one.x, horizontal), y: shown(one.y, vertical))
      }
  }

  /// The points, or one outside the figure where there is none: gnuplot 5.4 may crash on a series
  /// without a single defined point.
  func somewhere(x: [Double], y: [Double]) -> GnuplotScript.Points {
    Self.hasPoint(x: x, y: y)
      ? GnuplotScript.Points(x: x, y: y)
      : GnuplotScript.Points(x: [horizontal.beyond], y: [vertical.beyond])
  }

  private static func hasPoint(x: [Double], y: [Double]) -> Bool {
    zip(x, y).contains { !$0.isNaN && !$1.isNaN }
  }

  /// Bands first, then bars and histograms, so that they hide no curve; a plot without a series gets an empty one,
  /// since gnuplot must have something to plot.
  private var inDrawingOrder: [(Int, Plot.Series)] {
    guard !plot.series.isEmpty else {
      guard cells.isEmpty else { return [] }
      return [(0, Plot.Series(kind: .points, x: [], y: [], label: nil))]
    }
    let series = Array(plot.series.enumerated())
    return
      (series.filter(\.element.isBand) + series.filter(\.element.isBars)
      + series.filter(\.element.isHistogram)
      + series.filter { !$0.element.isBand && !$0.element.isBars && !$0.element.isHistogram }).map {
        ($0, $1)
      }
  }

  /// Around the middle of a bar, where its strokes stand: one, which gnuplot widens, or as many
  /// columns as a terminal has for it.
  private var strokeOffsets: [Double] {
    guard theme.pens == .characters, let categories = plot.categories else { return [0] }
    let columns = Double(theme.roomForName(among: categories.count)) * barWidth
    // Twice as many, since rounding could leave a column out.
    let count = max(1, Int(2 * columns))
    return (0..<count).map { (Double($0) + 0.5) / Double(count) * barWidth - barWidth / 2 }
  }

  /// Strokes of a terminal touch the name that follows them.
  private func legendText(_ label: String, _ one: Plot.Series) -> String {
    let space = theme.pens == .characters && (one.isBars || one.isHistogram) ? "  " : ""
    return space + Quoting.shortened(label, to: min(60, theme.lettersAcross - 12))
  }

  func shown(_ values: [Double], _ axis: Axis) -> [Double] {
    values.map { AxisRange.shows($0, on: axis.scale) ? $0 : .nan }
  }

  /// The bars of a category fill four fifths of its room.
  var barWidth: Double {
    0.8 / Double(max(1, plot.series.count(where: \.isBars)))
  }

  /// The pen of a series; a band takes that of the series after it.
  func pen(_ index: Int) -> Int { plot.series[..<index].count { !$0.isBand } }

  private func style(_ one: Plot.Series, _ index: Int) -> String {
    if theme.pens == .characters {
      return one.isBars ? "impulses linetype \(pen(index) + 1)" : points(index)
    }
    if one.isBars { return "boxes \(colour(index)) fillstyle solid noborder" }
    if one.kind == .points { return points(index) }
    let dash = Palette.pick(Palette.dashes, pen(index))
    let curve = line(index) + (dash == "solid" ? "" : " dashtype \(dash)")
    return one.y.count <= Self.mostMarks
      ? "linespoints \(curve) \(mark(index)) pointsize \(0.5 * theme.marks)" : "lines \(curve)"
  }

  private func rims(_ one: Plot.Series, _ index: Int) -> [String] {
    guard one.kind == .line else { return [rim(ofMark: mark(index), size: pointSize)] }
    return [rim(ofLine: 1.75)]
      + (one.y.count <= Self.mostMarks ? [rim(ofMark: mark(index), size: 0.5)] : [])
  }

  func hue(_ index: Int) -> String { "'\(Palette.pick(theme.palette.series, pen(index)))'" }

  private func colour(_ index: Int) -> String { "linecolor \(hue(index))" }

  func mark(_ index: Int) -> String {
    theme.pens == .characters
      ? "pointtype '\(Palette.pick(Palette.characters, pen(index)))'"
      : "pointtype \(Palette.pick(Palette.marks, pen(index)))"
  }

  func line(_ index: Int) -> String { "\(colour(index)) linewidth \(1.75 * theme.lines)" }

  func points(_ index: Int) -> String {
    theme.pens == .characters
      ? "points \(mark(index))"
      : "points \(colour(index)) \(mark(index)) pointsize \(pointSize * theme.marks)"
  }

  /// Larger among shades, where a small mark would be lost.
  var pointSize: Double { plot.heatMap == nil ? 0.7 : 1 }
}
