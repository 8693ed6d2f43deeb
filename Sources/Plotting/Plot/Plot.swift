/// How values are laid along an axis.
public enum Scale: Sendable, Equatable {
  case linear
  /// Powers of ten at equal distances; values that are not positive are left out.
  case logarithmic
}

/// What a figure shows: a title, curves, points or bars, the spread around them, what lies under them,
/// and two axes.
///
/// A plot is built by chaining and never fails to build; `GnuplotScript` says what does not hold
/// together. Values that are not finite, or beyond ±10²⁵⁰, are gaps; a plot without a single value
/// to show is an empty frame that says so, since a diverged run is a result too.
public struct Plot: Sendable, Equatable {
  /// A named axis; `range` replaces the one that the values would give.
  struct AxisOptions: Sendable, Equatable {
    var label = ""
    var scale = Scale.linear
    var range: ClosedRange<Double>?
  }

  struct Series: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
      case line
      case points
      case bars(categories: [String])
      /// The area from `y` up to `upper`.
      case band(upper: [Double])
      /// Points `y` ± deviation, over categories if there are some.
      case errorBars(deviations: [Double], categories: [String]?)
      /// Shares `y` over bins that begin at `x`.
      case histogram(Bins, ends: [Double])
    }

    let kind: Kind
    let x: [Double]
    let y: [Double]
    let label: String?
  }

  let title: String
  private(set) var series: [Series] = []
  private(set) var heatMaps: [HeatMap] = []
  private(set) var xAxis = AxisOptions()
  private(set) var yAxis = AxisOptions()

  public init(_ title: String) {
    self.title = title
  }

  /// Adds a curve through (x, y); `x` is 1, 2, … (epochs) by default.
  public func line(_ y: [Double], x: [Double]? = nil, label: String? = nil) -> Plot {
    adding(Series(kind: .line, x: x ?? Self.ranks(y.count), y: y, label: label))
  }

  /// Adds separate points (x, y); `x` is 1, 2, … by default.
  public func points(_ y: [Double], x: [Double]? = nil, label: String? = nil) -> Plot {
    adding(Series(kind: .points, x: x ?? Self.ranks(y.count), y: y, label: label))
  }

  /// Adds one bar per category, beside those of the other bar series, which must name the same
  /// categories in the same order.
  public func bars(_ values: [Double], categories: [String], label: String? = nil) -> Plot {
    let ranks = Self.ranks(values.count)
    return adding(
      Series(kind: .bars(categories: categories), x: ranks, y: values, label: label))
  }

  /// Names the axes and sets their scales; a range that is left out follows the values.
  public func axes(
    x: String, y: String, xScale: Scale = .linear, yScale: Scale = .linear,
    xRange: ClosedRange<Double>? = nil, yRange: ClosedRange<Double>? = nil
  ) -> Plot {
    var plot = self
    plot.xAxis = AxisOptions(label: x, scale: xScale, range: xRange)
    plot.yAxis = AxisOptions(label: y, scale: yScale, range: yRange)
    return plot
  }

  func adding(_ new: Series) -> Plot { with(series + [new]) }

  func with(_ series: [Series]) -> Plot {
    var plot = self
    plot.series = series
    return plot
  }

  func adding(_ heatMap: HeatMap) -> Plot {
    var plot = self
    plot.heatMaps.append(heatMap)
    return plot
  }

  static func ranks(_ count: Int) -> [Double] {
    (0..<count).map { Double($0 + 1) }
  }
}
