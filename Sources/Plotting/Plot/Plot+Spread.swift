extension Plot {
  /// Adds the area between two curves, such as two quantiles, in the colour of the series added
  /// next, such as their median; `x` is 1, 2, … by default.
  ///
  /// On a logarithmic axis a lower curve that is not positive stands on the bottom of the figure.
  public func band(
    lower: [Double], upper: [Double], x: [Double]? = nil, label: String? = nil
  ) -> Plot {
    adding(
      Series(kind: .band(upper: upper), x: x ?? Self.ranks(lower.count), y: lower, label: label))
  }

  /// Adds points with a whisker from `value − deviation` to `value + deviation`; `x` is 1, 2, … by
  /// default.
  public func errorBars(
    _ values: [Double], deviations: [Double], x: [Double]? = nil, label: String? = nil
  ) -> Plot {
    adding(
      Series(
        kind: .errorBars(deviations: deviations, categories: nil),
        x: x ?? Self.ranks(values.count), y: values, label: label))
  }

  /// Adds one point with its whisker per category, beside those of the other series over
  /// categories, which must name the same ones in the same order.
  public func errorBars(
    _ values: [Double], deviations: [Double], categories: [String], label: String? = nil
  ) -> Plot {
    adding(
      Series(
        kind: .errorBars(deviations: deviations, categories: categories),
        x: Self.ranks(values.count), y: values, label: label))
  }
}

extension Plot.Series {
  var isBars: Bool {
    if case .bars = kind { true } else { false }
  }

  var isBand: Bool {
    if case .band = kind { true } else { false }
  }

  var categories: [String]? {
    switch kind {
    case .bars(let categories): categories
    case .errorBars(_, let categories): categories
    case .line, .points, .band, .histogram: nil
    }
  }

  /// The list that goes with `y`, and what an error message calls it.
  var companions: (name: String, values: [Double])? {
    switch kind {
    case .band(let upper): ("bords supérieurs", upper)
    case .errorBars(let deviations, _): ("écarts", deviations)
    case .line, .points, .bars, .histogram: nil
    }
  }

  /// Every value that the vertical axis must have room for.
  var extent: [Double] {
    switch kind {
    case .line, .points, .bars, .histogram: y
    case .band(let upper): y + upper
    case .errorBars(let deviations, _):
      y + zip(y, deviations).flatMap { [$0 - abs($1), $0 + abs($1)] }
    }
  }
}
