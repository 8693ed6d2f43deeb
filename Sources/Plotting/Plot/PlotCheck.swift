extension Plot {
  static let maximumPoints = 1_000_000
  /// As many as colour and dash together tell apart.
  static let maximumSeries = 35
  static let maximumCategories = 100

  /// The names under the bars or the error bars, if there are some.
  var categories: [String]? { series.lazy.compactMap(\.categories).first }

  /// Throws a `PlottingError` for what no figure can show: lists of different lengths, two lists of
  /// categories, too much of something, a range that its scale cannot hold.
  func check() throws(PlottingError) {
    guard series.count <= Self.maximumSeries else {
      throw .tooMany(.series, plot: title, count: series.count, limit: Self.maximumSeries)
    }
    let points = series.reduce(0) { $0 + $1.y.count }
    guard points <= Self.maximumPoints else {
      throw .tooMany(.points, plot: title, count: points, limit: Self.maximumPoints)
    }
    for (index, one) in series.enumerated() { try check(one, number: index + 1) }
    try check(xAxis, name: "x")
    try check(yAxis, name: "y")
    if categories != nil, xAxis.scale == .logarithmic {
      throw .logarithmicCategories(plot: title)
    }
    if series.contains(where: \.isHistogram), xAxis.scale == .logarithmic {
      throw .logarithmicBins(plot: title)
    }
    guard heatMaps.count <= 1 else { throw .heatMaps(plot: title, count: heatMaps.count) }
    if let heatMap { try check(heatMap) }
  }

  private func check(_ one: Series, number: Int) throws(PlottingError) {
    if let (name, values) = one.companions, values.count != one.y.count {
      throw .lengths(
        plot: title, series: number, first: values.count, of: name, second: one.y.count)
    }
    if let bins = one.bins {
      guard (1...Self.maximumBins).contains(bins.count) else {
        throw .bins(plot: title, count: bins.count, limit: Self.maximumBins)
      }
      guard categories == nil else { throw .binsOverCategories(plot: title) }
      try check(AxisOptions(range: bins.range), name: "x")
    }
    if let names = one.categories {
      guard names.count <= Self.maximumCategories else {
        throw .tooMany(
          .categories, plot: title, count: names.count, limit: Self.maximumCategories)
      }
      guard names.count == one.y.count else {
        throw .lengths(
          plot: title, series: number, first: names.count, of: "catégories", second: one.y.count)
      }
      guard names == categories else { throw .differentCategories(plot: title, series: number) }
    } else if one.x.count != one.y.count {
      throw .lengths(
        plot: title, series: number, first: one.x.count, of: "abscisses", second: one.y.count)
    }
  }

  private func check(_ map: HeatMap) throws(PlottingError) {
    guard categories == nil else { throw .heatMapOverCategories(plot: title) }
    guard xAxis.scale == .linear, yAxis.scale == .linear else {
      throw .logarithmicHeatMap(plot: title)
    }
    if let names = map.names {
      let count = max(names.x.count, names.y.count)
      guard count <= Self.maximumCategories else {
        throw .tooMany(.categories, plot: title, count: count, limit: Self.maximumCategories)
      }
      for (names, count, things) in [
        (names.y, map.rows, "lignes"), (names.x, map.columns, "colonnes"),
      ] where names.count != count {
        throw .heatMapNames(plot: title, names: names.count, things: things, count: count)
      }
    }
    for (index, row) in map.values.enumerated() where row.count != map.columns {
      throw .heatMapRow(plot: title, row: index + 1, count: row.count, first: map.columns)
    }
    guard map.rows * map.columns <= HeatMap.maximumCells else {
      throw .tooMany(
        .cells, plot: title, count: map.rows * map.columns, limit: HeatMap.maximumCells)
    }
    for (name, range) in [("x", map.x), ("y", map.y)] {
      try check(AxisOptions(range: range), name: name)
      guard range.lowerBound < range.upperBound else {
        throw .heatMapWithoutWidth(plot: title, axis: name)
      }
    }
    try check(AxisOptions(range: map.askedShades), name: "des teintes")
  }

  private func check(_ axis: AxisOptions, name: String) throws(PlottingError) {
    guard let range = axis.range else { return }
    for end in [range.lowerBound, range.upperBound] where !AxisRange.shows(end, on: axis.scale) {
      throw .range(plot: title, axis: name, end: end, logarithmic: axis.scale == .logarithmic)
    }
  }
}
