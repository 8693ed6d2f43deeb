/// Several plots in one figure, to be compared at a glance: before and after, layer by layer.
///
/// Like a `Plot`, panels never fail to build. Where all of them name the same series, the legend is
/// drawn once, below them.
public struct Panels: Sendable, Equatable {
  static let maximumPanels = 20
  static let maximumColumns = 5

  let title: String
  let columns: Int
  let plots: [Plot]

  /// Plots side by side, at most `columns` in a row; each keeps its own title and its own axes.
  public init(_ title: String, columns: Int, _ plots: [Plot]) {
    self.title = title
    self.columns = columns
    self.plots = plots
  }

  /// Throws a `PlottingError` for too many panels or columns, or a plot that does not hold together.
  func check() throws(PlottingError) {
    guard columns > 0 else { throw .gridColumns(plot: title, count: columns) }
    guard columns <= Self.maximumColumns else {
      throw .tooMany(.columns, plot: title, count: columns, limit: Self.maximumColumns)
    }
    guard plots.count <= Self.maximumPanels else {
      throw .tooMany(.panels, plot: title, count: plots.count, limit: Self.maximumPanels)
    }
    for plot in plots { try plot.check() }
  }

  /// Whether every panel names the same series in the same order, and more than one.
  var sharesLegend: Bool {
    guard plots.count > 1, let first = plots.first?.pens, first.compactMap(\.label).count > 1 else {
      return false
    }
    return plots.allSatisfy { $0.pens == first }
  }

  /// What the shades stand for, where every panel has them and they mean the same.
  var sharedShades: HeatMap? {
    guard plots.count > 1, let first = plots.first?.heatMap else { return nil }
    let isShared = plots.allSatisfy { plot in
      guard let map = plot.heatMap, !map.isEmpty else { return false }
      return map.shades == first.shades && map.label == first.label && map.scale == first.scale
    }
    return isShared ? first : nil
  }
}

extension Panels {
  /// A row per point of each panel, with the title of the panel before it.
  ///
  /// Throws `PlottingError` if the panels do not hold together.
  public func table() throws -> String {
    try check()
    let columns = TableRow.columns(of: plots)
    let rows = plots.flatMap { plot in
      plot.records.map { [.text(plot.title)] + $0.cells(columns) }
    }
    return CSV.text([[.text("panneau")] + TableRow.head(columns)] + rows)
  }
}

extension Plot {
  /// What a legend tells apart: the names of the series, and how each is drawn.
  fileprivate struct Pen: Equatable {
    let label: String?
    let shape: String
  }

  fileprivate var pens: [Pen] {
    series.map { one in
      let shape =
        switch one.kind {
        case .line: one.y.count <= ScriptComposer.mostMarks ? "linespoints" : "lines"
        case .points: "points"
        case .bars: "bars"
        case .band: "band"
        case .errorBars: "errorBars"
        case .histogram: "histogram"
        }
      return Pen(label: one.label, shape: shape)
    }
  }
}
