extension FormulaParser {
  /// The node of a command whose name has just been read.
  mutating func command(_ name: String) throws -> FormulaNode {
    if let symbol = FormulaSymbols.named[name] { return symbol }
    if let cells = FormulaSymbols.spaces[name] { return .space(cells) }
    if let mark = FormulaSymbols.accents[name] {
      return try accented(argument(), mark: mark, spreads: name == "overline")
    }
    switch name {
    case "frac", "cfrac": return try fraction(.automatic)
    case "dfrac": return try fraction(.always)
    case "tfrac": return try fraction(.never)
    case "sqrt": return try root()
    case "text", "textrm", "textit", "textbf", "texttt", "mbox": return try text()
    case "mathrm": return word(try argument(), atomClass: .function)
    case "operatorname": return try operatorName()
    case "left": return try fenced()
    case "middle": return .symbol(try delimiter(), .relation)
    case "begin": return try environment()
    case "underbrace": return .braced(try argument(), label: nil, above: false)
    case "overbrace": return .braced(try argument(), label: nil, above: true)
    case "underset": return try stacked(above: false)
    case "overset", "stackrel": return try stacked(above: true)
    case "xrightarrow":
      return .scripts(
        .symbol("⟶", .relation), lower: nil, upper: try argument(), asLimits: true)
    case "pmod":
      return .fenced(left: "(", [.symbol("mod", .function), try argument()], right: ")")
    default: break
    }
    if let atomClass = Self.sizedDelimiters[name] { return try sizedDelimiter(atomClass) }
    guard FormulaAlphabets.letter("x", in: name) != nil else { throw UnreadableFormula() }
    return inAlphabet(name, try argument())
  }

  private mutating func fraction(_ stacking: FractionStacking) throws -> FormulaNode {
    let numerator = try argument()
    return .fraction(numerator, over: try argument(), stacking: stacking)
  }

  private mutating func root() throws -> FormulaNode {
    skipSpaces()
    guard next == .character("[") else { return .root(index: nil, try argument()) }
    advance()
    let index = FormulaNode.group(try row(inBrackets: true))
    try expect(.character("]"))
    return .root(index: index, try argument())
  }

  private mutating func stacked(above: Bool) throws -> FormulaNode {
    let script = try argument()
    let base = try argument().unwrapped
    return .scripts(
      base, lower: above ? nil : script, upper: above ? script : nil, asLimits: true)
  }

  /// A mark combines with one character; over a base with scripts it goes on the base.
  private func accented(
    _ argument: FormulaNode, mark: Character, spreads: Bool
  ) throws -> FormulaNode {
    switch argument.unwrapped {
    case .symbol(let text, _) where text.count == 1:
      return .accented(argument.unwrapped, mark: mark)
    case .accented:
      return .accented(argument.unwrapped, mark: mark)
    case _ where spreads:
      return .accented(argument, mark: "\u{305}")
    case .scripts(let base, let lower, let upper, let asLimits):
      let marked = try accented(base, mark: mark, spreads: false)
      return .scripts(marked, lower: lower, upper: upper, asLimits: asLimits)
    default: throw UnreadableFormula()
    }
  }

  private mutating func text() throws -> FormulaNode {
    try expect(.openBrace)
    var text = ""
    while let token = next, token != .closeBrace {
      switch token {
      case .character("~"), .space, .command(" "): text.append(" ")
      case .character(let character) where character != "$": text.append(character)
      case .command(let name) where name.count == 1 && "%&#_${}".contains(name): text += name
      default: throw UnreadableFormula()
      }
      advance()
    }
    try expect(.closeBrace)
    return .text(text)
  }

  private mutating func operatorName() throws -> FormulaNode {
    let hasLimits = next == .character("*")
    if hasLimits { advance() }
    return word(try argument(), atomClass: hasLimits ? .limitFunction : .function)
  }

  /// Upright letters in a row make a word; a single one stays a letter.
  private func word(_ argument: FormulaNode, atomClass: AtomClass) -> FormulaNode {
    var text = ""
    for node in argument.members {
      switch node {
      case .symbol("−", _): text += "-"
      case .symbol(let letter, .ordinary): text += letter
      case .space(let cells): text += cells > 0 ? " " : ""
      default: return argument
      }
    }
    let isWord = text.count > 1 && text.contains(where: \.isLetter)
    return .symbol(text, isWord ? atomClass : .ordinary)
  }

  private func inAlphabet(_ name: String, _ node: FormulaNode) -> FormulaNode {
    switch node {
    case .symbol(let text, .ordinary):
      let letters = text.map { FormulaAlphabets.letter($0, in: name) ?? String($0) }
      return .symbol(letters.joined(), .ordinary)
    case .group(let members):
      return members.count == 1
        ? inAlphabet(name, members[0]) : .group(members.map { inAlphabet(name, $0) })
    case .scripts(let base, let lower, let upper, let asLimits):
      return .scripts(
        inAlphabet(name, base), lower: lower, upper: upper, asLimits: asLimits)
    default: return node
    }
  }
}
