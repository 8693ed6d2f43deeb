extension Plot {
  /// One row per abscissa when all series have the same ones, else one per point.
  ///
  /// Throws `PlottingError` if the parts of the plot do not hold together.
  public func table() throws -> String {
    try check()
    return CSV.text(sharesAbscissas ? wideRows : longRows)
  }

  private var sharesAbscissas: Bool {
    series.dropFirst().allSatisfy { abscissas(of: $0) == abscissas(of: series[0]) }
  }

  /// The numbers along the axis; where categories stand there, their names.
  private func abscissas(of one: Series) -> [CSV.Cell] {
    let names = categories ?? []
    return one.x.map { x in
      guard let place = Int(exactly: x), names.indices.contains(place - 1) else {
        return .number(x)
      }
      return .text(names[place - 1])
    }
  }

  /// The label of each series, or « y », and a number where two would have the same.
  private var names: [String] {
    var uses: [String: Int] = [:]
    return series.map { one in
      let name = one.label ?? "y"
      uses[name, default: 0] += 1
      let use = uses[name] ?? 1
      return use == 1 ? name : "\(name) (\(use))"
    }
  }

  private var wideRows: [[CSV.Cell]] {
    let x = series.first.map(abscissas) ?? []
    let columns = zip(names, series).flatMap { name, one in
      switch one.kind {
      case .line, .points, .bars: [(name, one.y)]
      case .band(let upper): [("\(name) (bas)", one.y), ("\(name) (haut)", upper)]
      case .errorBars(let deviations, _): [(name, one.y), ("\(name) (écart)", deviations)]
      }
    }
    let head: [CSV.Cell] = [.text("x")] + columns.map { .text($0.0) }
    return [head] + x.indices.map { row in [x[row]] + columns.map { .number($0.1[row]) } }
  }

  private var longRows: [[CSV.Cell]] {
    let hasDeviations = series.contains { $0.deviations != nil }
    let hasBands = series.contains(where: \.isBand)
    let head: [CSV.Cell] =
      [.text("série"), .text("x"), .text("y")] + (hasDeviations ? [.text("écart")] : [])
      + (hasBands ? [.text("haut")] : [])
    let rows = zip(names, series).flatMap { name, one in
      zip(abscissas(of: one), one.y).enumerated().map { row, point in
        let cell = { (values: [Double]?) in values.map { CSV.Cell.number($0[row]) } ?? .empty }
        return [.text(name), point.0, .number(point.1)]
          + (hasDeviations ? [cell(one.deviations)] : []) + (hasBands ? [cell(one.upper)] : [])
      }
    }
    return [head] + rows
  }
}

extension Plot.Series {
  fileprivate var deviations: [Double]? {
    if case .errorBars(let deviations, _) = kind { deviations } else { nil }
  }

  fileprivate var upper: [Double]? {
    if case .band(let upper) = kind { upper } else { nil }
  }
}

extension ImageGrid {
  /// One row per image: its label, then its shades from the top left, 0 for paper and 1 for ink.
  ///
  /// Throws `PlottingError` for images that do not make a grid.
  public func table() throws -> String {
    try check()
    return CSV.text(images.map { [.text($0.label)] + $0.shades.map { .number($0) } })
  }
}
