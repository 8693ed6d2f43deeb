extension ScriptComposer {
  /// What each series brings to the `plot` statement, in the order of `data`.
  var drawings: [String] {
    inDrawingOrder.map { index, one in
      let legend = one.label.map { "title \(Quoting.literal(legendText($0, one)))" }
      return "'-' using 1:2 with \(style(one, index)) \(legend ?? "notitle")"
    }
  }

  var data: [GnuplotScript.Points] {
    let bars = plot.series.indices.filter { plot.series[$0].isBars }
    return inDrawingOrder.map { index, one in
      let y = shown(one.y, vertical)
      guard let rank = bars.firstIndex(of: index) else {
        return somewhere(x: shown(one.x, horizontal), y: y)
      }
      let middle = (Double(rank) - Double(bars.count - 1) / 2) * barWidth
      let strokes = strokeOffsets
      return somewhere(
        x: one.x.flatMap { x in strokes.map { x + middle + $0 } },
        y: y.flatMap { y in strokes.map { _ in y } })
    }
  }

  /// Whether no series has a point to show.
  var isEmpty: Bool {
    plot.series.allSatisfy { one in
      !Self.hasPoint(x: shown(one.x, horizontal), y: shown(one.y, vertical))
    }
  }

  /// The points, or one outside the figure where there is none: gnuplot 5.4 may crash on a series
  /// without a single defined point.
  private func somewhere(x: [Double], y: [Double]) -> GnuplotScript.Points {
    Self.hasPoint(x: x, y: y)
      ? GnuplotScript.Points(x: x, y: y)
      : GnuplotScript.Points(x: [horizontal.beyond], y: [vertical.beyond])
  }

  private static func hasPoint(x: [Double], y: [Double]) -> Bool {
    zip(x, y).contains { !$0.isNaN && !$1.isNaN }
  }

  /// Bars first, so that they hide no curve; a plot without a series gets an empty one, since
  /// gnuplot must have something to plot.
  private var inDrawingOrder: [(Int, Plot.Series)] {
    guard !plot.series.isEmpty else {
      return [(0, Plot.Series(kind: .points, x: [], y: [], label: nil))]
    }
    let series = Array(plot.series.enumerated())
    return series.filter(\.element.isBars).map { ($0, $1) }
      + series.filter { !$0.element.isBars }.map { ($0, $1) }
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
    let space = theme.pens == .characters && one.isBars ? "  " : ""
    return space + Quoting.shortened(label, to: min(60, theme.lettersAcross - 12))
  }

  private func shown(_ values: [Double], _ axis: Axis) -> [Double] {
    values.map { AxisRange.shows($0, on: axis.scale) ? $0 : .nan }
  }

  /// The bars of a category fill four fifths of its room.
  var barWidth: Double {
    0.8 / Double(max(1, plot.series.count(where: \.isBars)))
  }

  private func style(_ one: Plot.Series, _ index: Int) -> String {
    theme.pens == .characters ? textStyle(one, index) : colourStyle(one, index)
  }

  private func textStyle(_ one: Plot.Series, _ index: Int) -> String {
    let mark = "pointtype '\(Palette.pick(Palette.characters, index))'"
    switch one.kind {
    case .line, .points: return "points \(mark)"
    case .bars: return "impulses linetype \(index + 1)"
    }
  }

  private func colourStyle(_ one: Plot.Series, _ index: Int) -> String {
    let colour = "linecolor '\(Palette.pick(Palette.colours, index))'"
    let mark = "pointtype \(Palette.pick(Palette.marks, index))"
    let line = "\(colour) linewidth \(1.75 * theme.lines)"
    let dash = Palette.pick(Palette.dashes, index)
    switch one.kind {
    case .line:
      let curve = dash == "solid" ? line : "\(line) dashtype \(dash)"
      // Few enough marks to count the epochs.
      return one.y.count <= 40
        ? "linespoints \(curve) \(mark) pointsize \(0.5 * theme.marks)" : "lines \(curve)"
    case .points:
      return "points \(colour) \(mark) pointsize \(0.7 * theme.marks)"
    case .bars:
      return "boxes \(colour) fillstyle solid 0.85 noborder"
    }
  }
}

extension Plot.Series {
  var isBars: Bool {
    if case .bars = kind { true } else { false }
  }
}
