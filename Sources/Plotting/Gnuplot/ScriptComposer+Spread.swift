import Foundation

/// Bands and whiskers, made of plain (x, y) points as everything else.
extension ScriptComposer {
  /// In colours, one polygon per stretch without a gap; in characters, dots on both edges.
  func band(_ one: Plot.Series, upper: [Double], _ index: Int, legend: String?) -> Drawing {
    let x = shown(one.x, horizontal)
    let edges = zip(one.y, upper).map { interval($0, $1) }
    if isText {
      return Drawing(
        style: "points pointtype '.'", legend: legend,
        points: somewhere(
          x: x + x, y: edges.map { $0?.lower ?? .nan } + edges.map { $0?.upper ?? .nan }))
    }
    var outline = (x: [Double](), y: [Double]())
    let stretches = zip(x, edges).split { $0.isNaN || $1 == nil }
    for stretch in stretches {
      let (x, edges) = (stretch.map(\.0), stretch.compactMap(\.1))
      // A point that is undefined ends a polygon.
      outline.x += x + x.reversed() + [.nan]
      outline.y += edges.map(\.lower) + edges.map(\.upper).reversed() + [.nan]
    }
    return Drawing(
      style: "filledcurves closed fillcolor \(hue(index)) fillstyle transparent solid 0.2 noborder",
      legend: legend, points: somewhere(x: outline.x, y: outline.y))
  }

  /// The whiskers, then the points upon them.
  func errorBars(
    _ one: Plot.Series, deviations: [Double], _ index: Int, legend: String?
  ) -> [Drawing] {
    let siblings = plot.series.indices.filter { plot.series[$0].isErrorBarOverCategory }
    let middle = shift(of: index, among: siblings)
    let x = shown(one.x, horizontal).map { $0 + middle }
    var whiskers = (x: [Double](), y: [Double]())
    for (x, (value, deviation)) in zip(x, zip(one.y, deviations)) {
      guard let ends = interval(value - abs(deviation), value + abs(deviation)) else { continue }
      let strokes = whisker(at: x, ends)
      whiskers.x += strokes.map(\.x)
      whiskers.y += strokes.map(\.y)
    }
    return [
      Drawing(
        style: isText ? "points pointtype '|'" : "lines \(line(index))",
        points: somewhere(x: whiskers.x, y: whiskers.y), rims: [rim(ofLine: 1.75)]),
      Drawing(
        style: points(index), legend: legend,
        points: somewhere(x: x, y: shown(one.y, vertical)),
        rims: [rim(ofMark: mark(index), size: pointSize)]),
    ]
  }

  /// The part of `lower ... upper` that the vertical axis can show, if any.
  private func interval(_ lower: Double, _ upper: Double) -> (lower: Double, upper: Double)? {
    guard AxisRange.shows(upper, on: vertical.scale), !lower.isNaN else { return nil }
    let bottom = vertical.scale == .logarithmic ? vertical.range.lowerBound : -AxisRange.largest
    return (max(lower, bottom), upper)
  }

  /// A stroke with its two caps, or, in characters, enough points to leave no line
  /// of a terminal out.
  private func whisker(
    at x: Double, _ ends: (lower: Double, upper: Double)
  ) -> [(x: Double, y: Double)] {
    guard isText else {
      let cap = capWidth
      // In one go and from the middle: cairo leaves a splinter where a stroke begins.
      return [
        (x, ends.lower), (x + cap, ends.lower), (x - cap, ends.lower), (x, ends.lower),
        (x, ends.upper), (x - cap, ends.upper), (x + cap, ends.upper), (x, ends.upper),
        (.nan, .nan),
      ]
    }
    let count = 100
    return (0...count).map { step in
      let share = Double(step) / Double(count)
      let y =
        vertical.scale == .logarithmic
        ? ends.lower * pow(ends.upper / ends.lower, share)
        : ends.lower + share * (ends.upper - ends.lower)
      return (x, y)
    }
  }

  /// None on a logarithmic axis, where no width is the same everywhere.
  private var capWidth: Double {
    guard horizontal.scale == .linear else { return 0 }
    return 0.008 * (horizontal.range.upperBound - horizontal.range.lowerBound)
  }
}

extension Plot.Series {
  fileprivate var isErrorBarOverCategory: Bool {
    if case .errorBars(_, .some) = kind { true } else { false }
  }
}
