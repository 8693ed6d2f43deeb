extension BoxLayout {
  func box(of grid: FormulaGrid, mode: FormulaMode) throws -> FormulaBox {
    switch grid.kind {
    case .cases:
      let cells = try boxes(grid.rows, mode: .cell)
      let body = try table(cells, gap: 3) { _ in .left }
      return fence(.beside([FormulaBox(" "), body]), left: "{", right: "")
    case .matrix(let left, let right):
      let cells = try boxes(grid.rows, mode: .cell)
      let margin = FormulaBox(left.isEmpty ? "" : " ")
      let body = try table(cells, gap: 2) { _ in .center }
      return fence(.beside([margin, body, margin]), left: left, right: right)
    case .aligned:
      return try aligned(grid.rows)
    }
  }

  private func boxes(_ rows: [[FormulaNode]], mode: FormulaMode) throws -> [[FormulaBox]] {
    try rows.map { try $0.map { try box(of: $0, mode: mode) } }
  }

  /// Columns go by pairs, the first flush right against the second, as `&=` wants it.
  private func aligned(_ rows: [[FormulaNode]]) throws -> FormulaBox {
    let spaced = rows.map { cells in
      cells.enumerated().map { column, cell in
        // An operand before the relation gives it its space.
        column.isMultiple(of: 2)
          ? cell : .group([.symbol("", .ordinary)] + cell.members)
      }
    }
    let isSingleColumn = rows.allSatisfy { $0.count == 1 }
    return try table(boxes(spaced, mode: .display), gap: 0) { column in
      isSingleColumn ? .left : column.isMultiple(of: 2) ? .right : .left
    }
  }

  private func table(
    _ rows: [[FormulaBox]], gap: Int, alignment: (Int) -> FormulaBox.Alignment
  ) throws -> FormulaBox {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], cell.width)
      }
    }
    // Checked before the cells that are missing from short rows take memory.
    guard widths.reduce(0, +) + gap * (widths.count - 1) <= width, widths.count <= width,
      rows.count <= Self.maximumHeight
    else { throw TooLarge() }

    let lines = rows.map { row in
      FormulaBox.beside(
        widths.enumerated().flatMap { column, width in
          let cell = column < row.count ? row[column] : FormulaBox("")
          let space = FormulaBox(String(repeating: " ", count: column == 0 ? 0 : gap))
          return [space, cell.padded(to: width, alignment(column))]
        })
    }
    // An odd number of lines has a middle one for the baseline.
    let isOpen = lines.contains { $0.height > 1 } || lines.count.isMultiple(of: 2)
    var stacked: [FormulaBox] = []
    for line in lines {
      if isOpen && !stacked.isEmpty { stacked.append(FormulaBox("")) }
      stacked.append(line)
    }
    var result = FormulaBox.stack(stacked, main: 0, alignment: .left)
    result.baseline = result.height / 2
    return result
  }
}
