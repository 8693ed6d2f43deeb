extension FormulaParser {
  private static let kinds: [String: FormulaGrid.Kind] = [
    "cases": .cases, "matrix": .matrix(left: "", right: ""),
    "smallmatrix": .matrix(left: "", right: ""), "array": .matrix(left: "", right: ""),
    "pmatrix": .matrix(left: "(", right: ")"), "bmatrix": .matrix(left: "[", right: "]"),
    "Bmatrix": .matrix(left: "{", right: "}"), "vmatrix": .matrix(left: "|", right: "|"),
    "Vmatrix": .matrix(left: "‖", right: "‖"), "aligned": .aligned, "align": .aligned,
    "align*": .aligned, "split": .aligned, "gathered": .aligned,
  ]

  /// `\begin{name} … \end{name}`, whose first word has just been read.
  mutating func environment() throws -> FormulaNode {
    let name = try environmentName()
    guard let kind = Self.kinds[name] else { throw UnreadableFormula() }
    if name == "array" { _ = try environmentName() }
    var rows = [[FormulaNode.group(try row())]]
    while next != .command("end") {
      switch next {
      case .align:
        advance()
        rows[rows.count - 1].append(.group(try row()))
      case .command("\\"):
        advance()
        skipRowSpacing()
        rows.append([.group(try row())])
      default: throw UnreadableFormula()
      }
    }
    advance()
    guard try environmentName() == name else { throw UnreadableFormula() }
    if rows.last == [.group([])] { rows.removeLast() }
    return rows.isEmpty ? .group([]) : .grid(FormulaGrid(kind: kind, rows: rows))
  }

  private mutating func environmentName() throws -> String {
    try expect(.openBrace)
    var name = ""
    while case .character(let character) = next {
      name.append(character)
      advance()
    }
    try expect(.closeBrace)
    return name
  }

  /// The height in `\\[4pt]` means nothing on a terminal.
  private mutating func skipRowSpacing() {
    let start = self
    guard next == .character("[") else { return }
    advance()
    while case .character(let character) = next, character.isASCII,
      character.isLetter || character.isNumber || ".-".contains(character)
    {
      advance()
    }
    if next == .character("]") { advance() } else { self = start }
  }
}
