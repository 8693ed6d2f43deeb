/// The tree of a formula.
indirect enum FormulaNode: Equatable, Sendable {
  case symbol(String, AtomClass)
  /// Words, with the spaces they were written with.
  case text(String)
  /// A space asked for by name, in cells.
  case space(Int)
  case group([FormulaNode])
  case fraction(FormulaNode, over: FormulaNode, stacking: FractionStacking)
  case root(index: FormulaNode?, FormulaNode)
  case scripts(FormulaNode, lower: FormulaNode?, upper: FormulaNode?, asLimits: Bool)
  /// A base of one character under a combining mark, or of several under an overline.
  case accented(FormulaNode, mark: Character)
  case fenced(left: String, [FormulaNode], right: String)
  case grid(FormulaGrid)
  /// `\underbrace` and `\overbrace`.
  case braced(FormulaNode, label: FormulaNode?, above: Bool)

  /// The only member of a group of one, else the node itself.
  var unwrapped: FormulaNode {
    if case .group(let members) = self, members.count == 1 { return members[0].unwrapped }
    return self
  }

  var members: [FormulaNode] {
    if case .group(let members) = self { return members }
    return [self]
  }
}

/// What decides the space around a symbol: TeX's classes, with functions and sums apart.
enum AtomClass: Equatable, Sendable {
  case ordinary, function, limitFunction, sum, integral, binary, relation, open, close, punctuation
  /// A sign without a left operand.
  case unary
  /// `|`, which opens or closes according to its place.
  case bar
  /// A fraction, a matrix, dots: something that stands apart from its neighbours.
  case inner
}

/// `\dfrac` is always stacked, `\tfrac` never, `\frac` where there is room.
enum FractionStacking: Equatable, Sendable {
  case automatic, always, never
}

/// Rows of cells: cases, matrices, aligned equations.
struct FormulaGrid: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case cases
    case matrix(left: String, right: String)
    case aligned
  }

  var kind: Kind
  var rows: [[FormulaNode]]
}

/// Where a node is laid out, which decides how much room it may take.
enum FormulaMode: Equatable, Sendable {
  /// One line.
  case line
  /// One line, without the spaces.
  case script
  /// A cell of a matrix or of cases.
  case cell
  /// A numerator or a denominator.
  case fraction
  case display

  func stacks(_ stacking: FractionStacking) -> Bool {
    switch self {
    case .line, .script: false
    case .cell: stacking == .always
    case .fraction, .display: stacking != .never
    }
  }
}
