import Document

/// Sets rows of cells in aligned columns between light rules.
struct TableLayout {
  var alignments: [Table.Alignment]
  var header: [StyledText]
  var rows: [[StyledText]]

  private static let gap = 3
  /// Below this many columns a cell's text is not worth wrapping.
  private static let narrowestColumn = 6

  init(alignments: [Table.Alignment], header: [StyledText], rows: [[StyledText]]) {
    let count = max(alignments.count, header.count, rows.map(\.count).max() ?? 0)
    func filled<T>(_ row: [T], _ empty: T) -> [T] {
      row + Array(repeating: empty, count: count - row.count)
    }
    self.alignments = filled(alignments, .left)
    self.header = filled(header, StyledText())
    self.rows = rows.map { filled($0, StyledText()) }
  }

  /// The table's lines, none wider than `width`: cells wrap where the columns do not fit, and
  /// where even narrow columns do not, each row becomes a list of its cells.
  func lines(width: Int) -> [StyledText] {
    guard !alignments.isEmpty else { return [] }
    guard let widths = columnWidths(width: width) else { return records(width: width) }
    let total = widths.reduce(0, +) + (widths.count - 1) * Self.gap
    let rule = StyledText(String(repeating: "─", count: total), .rule, .fixed)
    let body = rows.map { set($0, widths) }
    // Where cells take several lines, only air tells a row from the next.
    let isLoose = body.contains { $0.count > 1 }
    var lines: [StyledText] = []
    if header.contains(where: { !$0.isEmpty }) { lines += [rule] + set(header, widths) }
    lines.append(rule)
    for (index, row) in body.enumerated() {
      if isLoose && index > 0 { lines.append(StyledText()) }
      lines += row
    }
    return lines + [rule]
  }

  /// The widths that the columns take, or nothing where no widths fit.
  private func columnWidths(width: Int) -> [Int]? {
    let room = width - (alignments.count - 1) * Self.gap
    var widths = alignments.indices.map { column in
      max(1, ([header] + rows).map { $0[column].widestLine }.max() ?? 1)
    }
    let smallest = widths.map { min($0, Self.narrowestColumn) }
    guard smallest.reduce(0, +) <= room else { return nil }
    var excess = widths.reduce(0, +) - room
    while excess > 0 {
      // The widest column gives way first, down to the next widest.
      let widest = widths.max() ?? 0
      let next = widths.filter { $0 < widest }.max() ?? 0
      let giving = widths.indices.filter { widths[$0] == widest }
      let floor = max(next, Self.narrowestColumn)
      let each = max(1, min(widest - floor, excess / giving.count))
      for column in giving where excess > 0 {
        widths[column] -= each
        excess -= each
      }
    }
    return widths
  }

  private func set(_ row: [StyledText], _ widths: [Int]) -> [StyledText] {
    let cells = zip(row, widths).map { $0.wrapped(width: $1) }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { index in
      var line = StyledText()
      for (column, cell) in cells.enumerated() {
        if column > 0 { line.append(String(repeating: " ", count: Self.gap)) }
        let content = index < cell.count ? cell[index] : StyledText()
        line.append(content.aligned(alignments[column], width: widths[column]))
      }
      return line.trimmed
    }
  }

  /// Each row as lines "header : cell".
  private func records(width: Int) -> [StyledText] {
    let rule = StyledText(String(repeating: "─", count: width), .rule, .fixed)
    var lines = [rule]
    for row in rows {
      for (label, cell) in zip(header, row) {
        let start = label.isEmpty ? label : label + StyledText("\u{A0}: ")
        let text = (start + cell).wrapped(width: width - 2)
        lines += text.prefixed(first: StyledText(), rest: StyledText("  "))
      }
      lines.append(rule)
    }
    return lines
  }
}

extension StyledText {
  fileprivate var widestLine: Int {
    glyphs.split(whereSeparator: \.isLineBreak).map { StyledText($0).width }.max() ?? 0
  }

  fileprivate func aligned(_ alignment: Table.Alignment, width: Int) -> StyledText {
    let room = max(0, width - self.width)
    let before =
      switch alignment {
      case .left: 0
      case .center: room / 2
      case .right: room
      }
    return StyledText(String(repeating: " ", count: before)) + self
      + StyledText(String(repeating: " ", count: room - before))
  }
}
