extension FormulaParser {
  /// `\bigl` and its like, with the class they give; nil leaves the delimiter its own.
  static let sizedDelimiters: [String: AtomClass?] = {
    var table: [String: AtomClass?] = [:]
    for size in ["big", "Big", "bigg", "Bigg"] {
      table[size] = .some(nil)
      table[size + "l"] = .open
      table[size + "r"] = .close
      table[size + "m"] = .relation
    }
    return table
  }()

  mutating func sizedDelimiter(_ atomClass: AtomClass?) throws -> FormulaNode {
    let text = try delimiter()
    if let atomClass { return .symbol(text, atomClass) }
    return text.first.map(FormulaSymbols.typed) ?? .group([])
  }

  /// `\left … \right`, whose first word has just been read.
  mutating func fenced() throws -> FormulaNode {
    let left = try delimiter()
    let body = try row()
    try expect(.command("right"))
    return .fenced(left: left, body, right: try delimiter())
  }

  /// The text of a delimiter, empty for `.`.
  mutating func delimiter() throws -> String {
    skipSpaces()
    guard let token = next else { throw UnreadableFormula() }
    advance()
    switch token {
    case .character("."): return ""
    case .character("<"): return "⟨"
    case .character(">"): return "⟩"
    case .character(let character) where "()[]|/‖⟨⟩⌊⌋⌈⌉".contains(character):
      return String(character)
    case .command(let name):
      guard case .symbol(let text, let atomClass) = FormulaSymbols.named[name],
        [.open, .close, .bar].contains(atomClass)
      else { throw UnreadableFormula() }
      return text
    default: throw UnreadableFormula()
    }
  }
}
