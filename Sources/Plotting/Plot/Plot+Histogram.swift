extension Plot {
  static let maximumBins = 1000

  /// Adds how a list of values is spread: the share of them in each of `bins` intervals of one
  /// width, in percent.
  ///
  /// Values that are not finite or not in `range` are in no bin, but count among all.
  ///
  /// - Parameter range: what the bins cut up; by default from the least to the greatest value of all
  ///   histograms of the plot that have no range of their own.
  public func histogram(
    _ values: [Double], bins: Int = 40, range: ClosedRange<Double>? = nil, label: String? = nil
  ) -> Plot {
    let new = Bins(values: values, count: bins, range: range)
    let all = series.compactMap(\.bins) + [new]
    let shown = all.filter { $0.range == nil }.compactMap(\.extent)
    let lower = shown.map(\.lowerBound).min() ?? 0
    let common = lower...max(lower, shown.map(\.upperBound).max() ?? 1)
    return with(
      series.map { one in
        one.bins.map { Series($0, within: $0.range ?? common, label: one.label) } ?? one
      } + [Series(new, within: range ?? common, label: label)])
  }

  /// What a histogram is made from.
  struct Bins: Sendable, Equatable {
    let values: [Double]
    let count: Int
    /// What was asked for.
    let range: ClosedRange<Double>?
    /// From the least to the greatest value that an axis can show.
    let extent: ClosedRange<Double>?

    init(values: [Double], count: Int, range: ClosedRange<Double>?) {
      self.values = values
      self.count = count
      self.range = range
      let shown = values.lazy.filter { AxisRange.shows($0, on: .linear) }
      extent = shown.min().flatMap { least in shown.max().map { least...$0 } }
    }
  }
}

extension Plot.Series {
  /// The shares over the lower ends of the bins.
  fileprivate init(_ bins: Plot.Bins, within range: ClosedRange<Double>, label: String?) {
    let isShown = [range.lowerBound, range.upperBound].allSatisfy {
      AxisRange.shows($0, on: .linear)
    }
    let bounds = AxisRange(exactly: isShown ? range : 0...1, scale: .linear).bounds
    let width = bounds.upperBound - bounds.lowerBound
    let count = min(max(bins.count, 1), Plot.maximumBins)
    var counts = Array(repeating: 0, count: count)
    for value in bins.values where bounds.contains(value) {
      counts[min(count - 1, Int((value - bounds.lowerBound) / width * Double(count)))] += 1
    }
    let edges = (0...count).map { bounds.lowerBound + width * (Double($0) / Double(count)) }
    self.init(
      kind: .histogram(bins, ends: Array(edges.dropFirst())), x: edges.dropLast(),
      // Of no values at all, no share is known.
      y: counts.map { bins.values.isEmpty ? .nan : 100 * Double($0) / Double(bins.values.count) },
      label: label)
  }

  var bins: Plot.Bins? {
    if case .histogram(let bins, _) = kind { bins } else { nil }
  }

  /// The upper ends of the bins.
  var ends: [Double]? {
    if case .histogram(_, let ends) = kind { ends } else { nil }
  }

  var isHistogram: Bool { bins != nil }
}
