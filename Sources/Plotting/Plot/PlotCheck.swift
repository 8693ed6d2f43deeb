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
  }

  private func check(_ one: Series, number: Int) throws(PlottingError) {
    if let (name, values) = one.companions, values.count != one.y.count {
      throw .lengths(
        plot: title, series: number, first: values.count, of: name, second: one.y.count)
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

  private func check(_ axis: AxisOptions, name: String) throws(PlottingError) {
    guard let range = axis.range else { return }
    for end in [range.lowerBound, range.upperBound] where !AxisRange.shows(end, on: axis.scale) {
      throw .range(plot: title, axis: name, end: end, logarithmic: axis.scale == .logarithmic)
    }
  }
}
