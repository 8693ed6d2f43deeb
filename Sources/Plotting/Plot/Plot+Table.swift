extension Plot {
  /// One row per abscissa when all series have the same ones, else one per point or cell.
  ///
  /// Throws `PlottingError` if the parts of the plot do not hold together.
  public func table() throws -> String {
    try check()
    if let heatMap, series.isEmpty { return CSV.text(heatMap.table) }
    return CSV.text(sharesAbscissas && heatMap == nil ? wideRows : longRows)
  }

  private var sharesAbscissas: Bool {
    series.dropFirst().allSatisfy {
      abscissas(of: $0) == abscissas(of: series[0]) && $0.ends == series[0].ends
    }
  }

  /// The numbers along the axis; where categories stand there, their names.
  func abscissas(of one: Series) -> [CSV.Cell] {
    let names = categories ?? []
    return one.x.map { x in
      guard let place = Int(exactly: x), names.indices.contains(place - 1) else {
        return .number(x)
      }
      return .text(names[place - 1])
    }
  }

  /// The label of each series, or « y », and a number where two would have the same.
  var names: [String] {
    var uses: [String: Int] = [:]
    return series.map { one in
      let name = one.label ?? (one.isHistogram ? "part (%)" : "y")
      uses[name, default: 0] += 1
      let use = uses[name] ?? 1
      return use == 1 ? name : "\(name) (\(use))"
    }
  }

  private var wideRows: [[CSV.Cell]] {
    let x = series.first.map(abscissas) ?? []
    let columns = zip(names, series).flatMap { name, one in
      switch one.kind {
      case .line, .points, .bars, .histogram: [(name, one.y)]
      case .band(let upper): [("\(name) (bas)", one.y), ("\(name) (haut)", upper)]
      case .errorBars(let deviations, _): [(name, one.y), ("\(name) (écart)", deviations)]
      }
    }
    let ends = series.first?.ends
    let head: [CSV.Cell] =
      (ends == nil ? [.text("x")] : [.text("de"), .text("à")]) + columns.map { .text($0.0) }
    return [head]
      + x.indices.map { row in
        [x[row]] + (ends.map { [.number($0[row])] } ?? []) + columns.map { .number($0.1[row]) }
      }
  }

  private var longRows: [[CSV.Cell]] { TableRow.rows(records, under: TableRow.columns(of: [self])) }
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
