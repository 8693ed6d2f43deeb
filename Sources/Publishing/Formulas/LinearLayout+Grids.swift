extension LinearLayout {
  /// Rows between semicolons: `{ 0 si x < 0 ; x sinon }`, `[1, 2 ; 3, 4]`.
  func line(of grid: FormulaGrid) -> String {
    let separator = "\u{A0}; "
    switch grid.kind {
    case .cases:
      return "{ " + grid.rows.map(caseLine).joined(separator: separator) + " }"
    case .matrix(let left, let right):
      let rows = grid.rows.map { $0.map(line).joined(separator: ", ") }
      return left + rows.joined(separator: separator) + right
    case .aligned:
      return alignedLine(grid.rows)
    }
  }

  /// A row that starts with its relation goes on from the one before.
  private func alignedLine(_ rows: [[FormulaNode]]) -> String {
    var parts: [[FormulaNode]] = []
    for row in rows {
      let members = row.flatMap(\.members)
      if case .symbol(_, .relation) = members.first, !parts.isEmpty {
        parts[parts.count - 1] += members
      } else if !members.isEmpty {
        parts.append(members)
      }
    }
    return parts.map { line(of: .group($0)) }.joined(separator: "\u{A0}; ")
  }

  /// A value and its condition: words follow it, a bare relation after a comma.
  private func caseLine(_ cells: [FormulaNode]) -> String {
    var result = ""
    for cell in cells {
      let text = line(of: cell).trimmed
      let isBareCondition: Bool
      if case .text = cell.members.first { isBareCondition = false } else { isBareCondition = true }
      if !result.isEmpty, !text.isEmpty {
        result += isBareCondition && result.last != "," ? ", " : " "
      }
      result += text
    }
    return result
  }
}

extension String {
  /// The string without the spaces at its ends.
  fileprivate var trimmed: String {
    let head = drop { $0 == " " }
    return String(head.reversed().drop { $0 == " " }.reversed())
  }
}
