/// A formula that has no reading here: unknown command, missing brace, too deep a nesting.
struct UnreadableFormula: Error {}

/// Turns tokens into a tree, by recursive descent of bounded depth.
struct FormulaParser {
  static let maximumDepth = 50

  private let tokens: [FormulaToken]
  private var position = 0
  private var depth = 0

  static func parse(_ tex: String) throws -> FormulaNode {
    var parser = FormulaParser(tokens: FormulaToken.tokens(of: tex))
    let row = try parser.row()
    guard parser.position == parser.tokens.count else { throw UnreadableFormula() }
    return .group(row)
  }

  private init(tokens: [FormulaToken]) {
    self.tokens = tokens
  }

  /// The next token, spaces included.
  var next: FormulaToken? { position < tokens.count ? tokens[position] : nil }

  mutating func advance() { position += 1 }

  mutating func skipSpaces() {
    while next == .space { advance() }
  }

  mutating func expect(_ token: FormulaToken) throws {
    skipSpaces()
    guard next == token else { throw UnreadableFormula() }
    advance()
  }

  /// Every recursion of the parser passes here, so that no input can exhaust the stack.
  private mutating func nested<Value>(
    _ body: (inout FormulaParser) throws -> Value
  ) throws -> Value {
    guard depth < Self.maximumDepth else { throw UnreadableFormula() }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  /// Nodes up to what closes the row, which stays to be read; `]` closes only an optional argument.
  mutating func row(inBrackets: Bool = false) throws -> [FormulaNode] {
    try nested { parser in
      var nodes: [FormulaNode] = []
      parser.skipSpaces()
      while let token = parser.next {
        switch token {
        case .closeBrace, .align, .command("\\"), .command("right"), .command("end"): return nodes
        case .character("]") where inBrackets: return nodes
        default: nodes.append(try parser.atom())
        }
        parser.skipSpaces()
      }
      return nodes
    }
  }

  /// A braced group, or the one symbol or command that stands in its place.
  mutating func argument() throws -> FormulaNode {
    try nested { parser in
      parser.skipSpaces()
      switch parser.next {
      case .openBrace:
        parser.advance()
        let row = try parser.row()
        try parser.expect(.closeBrace)
        return .group(row)
      case .character(let character) where !"$#".contains(character):
        parser.advance()
        if character == "~" { return .space(1) }
        return character == "'" ? .symbol("′", .ordinary) : FormulaSymbols.typed(character)
      case .command(let name):
        parser.advance()
        return try parser.command(name)
      default: throw UnreadableFormula()
      }
    }
  }

  private mutating func atom() throws -> FormulaNode {
    switch next {
    case .superscript, .subscript, .character("'"): try scripted(.group([]))
    default: try scripted(argument())
    }
  }

  private mutating func scripted(_ base: FormulaNode) throws -> FormulaNode {
    var lower: FormulaNode?
    var upper: FormulaNode?
    var primes = 0
    while true {
      skipSpaces()
      switch next {
      case .superscript where upper == nil:
        advance()
        upper = try argument()
      case .subscript where lower == nil:
        advance()
        lower = try argument()
      case .superscript, .subscript: throw UnreadableFormula()
      case .character("'"):
        advance()
        primes += 1
      case .command("limits"), .command("nolimits"): advance()
      default: return node(base, lower: lower, upper: primed(upper, by: primes))
      }
    }
  }

  private func primed(_ upper: FormulaNode?, by count: Int) -> FormulaNode? {
    guard count > 0 else { return upper }
    let signs = ["′", "″", "‴"]
    let text = count <= signs.count ? signs[count - 1] : String(repeating: "′", count: count)
    return .group([.symbol(text, .ordinary)] + (upper?.members ?? []))
  }

  private func node(
    _ base: FormulaNode, lower: FormulaNode?, upper: FormulaNode?
  ) -> FormulaNode {
    guard lower != nil || upper != nil else { return base }
    switch base {
    case .braced(let body, nil, let above):
      return .braced(body, label: above ? upper : lower, above: above)
    case .symbol(_, .sum), .symbol(_, .limitFunction):
      return .scripts(base, lower: lower, upper: upper, asLimits: true)
    default: return .scripts(base, lower: lower, upper: upper, asLimits: false)
    }
  }
}
