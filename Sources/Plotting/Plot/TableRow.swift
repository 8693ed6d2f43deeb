/// One point of a series or one cell of a heat map, where a table has a row for each.
struct TableRow {
  /// What only some kinds of series have; a table without such a series has no such column.
  enum Column: String, CaseIterable {
    case deviation = "écart"
    case upper = "haut"
    case shade = "valeur"
    case end = "fin"
  }

  let name: String
  let x: CSV.Cell
  var y: CSV.Cell
  var others: [Column: Double] = [:]

  /// The columns that the points of these plots need.
  static func columns(of plots: [Plot]) -> [Column] {
    Column.allCases.filter { column in
      plots.contains { plot in
        switch column {
        case .deviation: plot.series.contains { $0.deviations != nil }
        case .upper: plot.series.contains(where: \.isBand)
        case .shade: plot.heatMap != nil
        case .end: plot.series.contains(where: \.isHistogram)
        }
      }
    }
  }

  static func head(_ columns: [Column]) -> [CSV.Cell] {
    [.text("série"), .text("x"), .text("y")] + columns.map { .text($0.rawValue) }
  }

  static func rows(_ records: [TableRow], under columns: [Column]) -> [[CSV.Cell]] {
    [head(columns)] + records.map { $0.cells(columns) }
  }

  func cells(_ columns: [Column]) -> [CSV.Cell] {
    [.text(name), x, y] + columns.map { column in others[column].map { .number($0) } ?? .empty }
  }
}

extension Plot {
  /// The cells of the heat map, then the points of each series.
  var records: [TableRow] {
    let cells = heatMap.map { map in
      map.table.dropFirst().enumerated().map { index, row in
        TableRow(
          name: map.label, x: row[0], y: row[1],
          others: [.shade: map.values[index / map.columns][index % map.columns]])
      }
    }
    return (cells ?? [])
      + zip(names, series).flatMap { name, one in
        zip(abscissas(of: one), one.y).enumerated().map { index, point in
          var row = TableRow(name: name, x: point.0, y: .number(point.1))
          row.others[.deviation] = one.deviations?[index]
          row.others[.upper] = one.upper?[index]
          row.others[.end] = one.ends?[index]
          return row
        }
      }
  }
}

extension HeatMap {
  /// The middle, or the names, and the value of each cell.
  var table: [[CSV.Cell]] {
    let middles = self.middles
    if let names {
      return [[.text("x"), .text("y"), .text(label.isEmpty ? "valeur" : label)]]
        + zip(names.y, values).flatMap { y, row in
          zip(names.x, row).map { x, value in [.text(x), .text(y), .number(value)] }
        }
    }
    return [[.text("x"), .text("y"), .text(label.isEmpty ? "valeur" : label)]]
      + zip(middles.y, values).flatMap { y, row in
        zip(middles.x, row).map { x, value in [.number(x), .number(y), .number(value)] }
      }
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
