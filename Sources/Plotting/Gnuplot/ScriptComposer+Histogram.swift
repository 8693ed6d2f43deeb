/// Shares as steps over their bins.
extension ScriptComposer {
  /// A pale area and its edge; in characters, columns of them or, where several histograms lie over
  /// each other, the height of each.
  func histogram(_ one: Plot.Series, ends: [Double], _ index: Int, legend: String?) -> [Drawing] {
    guard !isText else { return [characters(one, ends: ends, index, legend: legend)] }
    let outline = outline(one, ends: ends)
    return [
      Drawing(
        style:
          "filledcurves closed fillcolor \(hue(index)) fillstyle transparent solid 0.3 noborder",
        legend: legend, points: outline),
      Drawing(
        style: "lines \(line(index))", points: outline, rims: [rim(ofLine: 1.75)]),
    ]
  }

  private func outline(_ one: Plot.Series, ends: [Double]) -> GnuplotScript.Points {
    let heights = one.y.map { max($0, bottom) }
    guard heights.contains(where: { $0 > bottom }), let first = one.x.first, let last = ends.last
    else { return somewhere(x: [], y: []) }
    return GnuplotScript.Points(
      x: [first] + zip(one.x, ends).flatMap { [$0, $1] } + [last],
      y: [bottom] + heights.flatMap { [$0, $0] } + [bottom])
  }

  private func characters(
    _ one: Plot.Series, ends: [Double], _ index: Int, legend: String?
  ) -> Drawing {
    let isAlone = plot.series.count { $0.isHistogram || $0.isBars } == 1
    let steps = steps(of: one, ends: ends)
    let strokes = steps.filter { $0.y > bottom } + (isAlone ? [] : walls(between: steps))
    return Drawing(
      style: isAlone ? "impulses linetype \(pen(index) + 1)" : points(index), legend: legend,
      points: somewhere(x: strokes.map(\.x), y: shown(strokes.map(\.y), vertical)))
  }

  /// What shares stand on.
  private var bottom: Double {
    vertical.scale == .logarithmic ? vertical.range.lowerBound : 0
  }

  /// The share above two places for each column of the terminal, since rounding could leave one out.
  private func steps(of one: Plot.Series, ends: [Double]) -> [(x: Double, y: Double)] {
    let count = 2 * theme.size.columns
    let (lower, upper) = (horizontal.range.lowerBound, horizontal.range.upperBound)
    var bin = 0
    return (0...count).map { step in
      let x = lower + (upper - lower) * (Double(step) / Double(count))
      while bin < ends.count, x >= ends[bin] { bin += 1 }
      guard bin < ends.count, x >= one.x[bin] else { return (x, bottom) }
      return (x, max(bottom, one.y[bin]))
    }
  }

  /// What leads from a step to the next, in points that leave no line of the terminal out.
  private func walls(between steps: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    zip(steps, steps.dropFirst()).flatMap { one, next in
      let count = one.y == next.y ? 0 : 2 * theme.size.rows
      return (0..<count).map { step in
        let share = (Double(step) + 0.5) / Double(count)
        return ((one.y < next.y ? next : one).x, one.y + (next.y - one.y) * share)
      }
    }
  }
}
