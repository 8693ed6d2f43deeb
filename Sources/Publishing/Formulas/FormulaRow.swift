/// The nodes of a row, each with its class in context and the space before it.
struct FormulaRow {
  struct Item {
    var node: FormulaNode
    var leading: AtomClass
    var trailing: AtomClass
    /// Cells that the author asked for before the item, by name.
    var askedSpace = 0
    /// What separates the item from the one before.
    var space = ""
    /// Whether a fraction on one line would be misread without parentheses.
    var isParenthesized = false

    /// Whether the item binds to a factor beside it: `(1/m) x` needs its parentheses, `1/m + x` not.
    fileprivate func isFactor(_ atomClass: AtomClass) -> Bool {
      switch (atomClass, node) {
      case (_, .text): false
      case (.binary, .symbol(let sign, _)): "·×⊙∗∘⋆⊗".contains(sign)
      case (.ordinary, _), (.inner, _), (.function, _), (.limitFunction, _): true
      default: false
      }
    }

    /// Whether a `\quad` or more keeps the item from what comes before.
    fileprivate var standsApart: Bool { askedSpace > 1 }

    fileprivate var isFactorOnTheLeft: Bool { isFactor(trailing) || trailing == .close }
    fileprivate var isFactorOnTheRight: Bool {
      isFactor(leading) || [.open, .sum, .integral].contains(leading)
    }
  }

  private(set) var items: [Item]

  init(_ nodes: [FormulaNode], mode: FormulaMode) {
    items = Self.classified(nodes)
    for index in items.indices {
      items[index].isParenthesized = needsParentheses(index, mode)
    }
    for index in items.indices.dropFirst() {
      items[index].space = space(before: index, mode)
    }
  }

  private func needsParentheses(_ index: Int, _ mode: FormulaMode) -> Bool {
    guard case .fraction(_, _, let stacking) = items[index].node, !mode.stacks(stacking)
    else { return false }
    if index > 0, !items[index].standsApart, items[index - 1].isFactorOnTheLeft { return true }
    guard index + 1 < items.count, !items[index + 1].standsApart else { return false }
    return items[index + 1].isFactorOnTheRight
  }

  /// The wider of the space asked for by name and the one that the classes want.
  private func space(before index: Int, _ mode: FormulaMode) -> String {
    let asked = mode == .script ? 0 : items[index].askedSpace
    let gap = FormulaSpacing.gap(between: items[index - 1], and: items[index], mode: mode)
    // As in TeX, a line does not break at a thin space: `60\,000`, `99{,}6\,\%`.
    if gap == 0 && asked == 1 { return "\u{A0}" }
    return String(repeating: " ", count: max(gap, asked))
  }

  /// Signs without a left operand become unary, bars and French intervals open or close.
  private static func classified(_ nodes: [FormulaNode]) -> [Item] {
    var items: [Item] = []
    var askedSpace = 0
    var operandBefore = false
    var openBars = 0
    var reversedIntervals = 0
    let bars = nodes.count { $0.leadingClass == .bar }
    for (index, node) in nodes.enumerated() {
      if case .space(let cells) = node {
        askedSpace += cells
        continue
      }
      var item = Item(node: node, leading: node.leadingClass, trailing: node.trailingClass)
      item.askedSpace = askedSpace
      askedSpace = 0
      switch item.leading {
      case .bar where bars == 1 && operandBefore && !node.isScripted:
        item.setClass(.relation)
      case .bar:
        let isClosing = operandBefore && (openBars > 0 || node.isScripted)
        item.setClass(isClosing ? .close : .open)
        openBars += isClosing ? -1 : 1
      case .close where !operandBefore && node == .symbol("]", .close):
        item.setClass(.open)
        reversedIntervals += 1
      case .open where reversedIntervals > 0 && node == .symbol("[", .open):
        item.setClass(.close)
        reversedIntervals -= 1
      case .binary where !operandBefore || !nodes[(index + 1)...].startsWithOperand:
        item.setClass(.unary)
      default: break
      }
      switch item.trailing {
      case .ordinary, .close, .inner: operandBefore = true
      default: operandBefore = false
      }
      items.append(item)
    }
    return items
  }
}

extension FormulaRow.Item {
  fileprivate mutating func setClass(_ atomClass: AtomClass) {
    leading = atomClass
    trailing = atomClass
  }
}

extension ArraySlice<FormulaNode> {
  fileprivate var startsWithOperand: Bool {
    for node in self {
      if case .space = node { continue }
      return ![.relation, .close, .punctuation].contains(node.leadingClass)
    }
    return false
  }
}

extension FormulaNode {
  fileprivate var leadingClass: AtomClass {
    if case .fenced = self { return .open }
    return trailingClass == .close && isFenced ? .open : trailingClass
  }

  fileprivate var trailingClass: AtomClass {
    switch self {
    case .symbol(_, let atomClass): atomClass
    case .scripts(let base, _, _, _): base.trailingClass
    case .fenced: .close
    case .fraction, .grid, .braced: .inner
    case .text, .space, .group, .root, .accented: .ordinary
    }
  }

  private var isFenced: Bool {
    switch self {
    case .fenced: true
    case .scripts(let base, _, _, _): base.isFenced
    default: false
    }
  }
}
