/// The space between two neighbours, after TeX's table: an operator or a relation stands between
/// two spaces, a comma before one.
enum FormulaSpacing {
  /// The cells between two items of a row.
  static func gap(
    between left: FormulaRow.Item, and right: FormulaRow.Item, mode: FormulaMode
  ) -> Int {
    if left.node.endsWithSpace || right.node.startsWithSpace { return 0 }
    if mode == .script { return isFunction(left.trailing) && right.leading == .ordinary ? 1 : 0 }
    let isStacked = left.isStacked(mode) || right.isStacked(mode)
    switch (left.trailing, right.leading) {
    case (.open, _), (_, .close), (_, .punctuation): return 0
    case (.unary, _): return isStacked ? 1 : 0
    case (.relation, .relation): return 0
    case (.punctuation, _), (.relation, _), (_, .relation), (.binary, _), (_, .binary): return 1
    case (.sum, _), (.integral, _), (_, .sum), (_, .integral): return 1
    case (.function, .open), (.limitFunction, .open), (.close, .open):
      // Nothing tells an opening bar from a closing one but the space before it.
      return right.node.startsWithBar ? 1 : 0
    case (.function, .inner): return right.isParenthesized ? 0 : 1
    case (.inner, .open): return isStacked || !left.isParenthesized ? 1 : 0
    case (.function, _), (.limitFunction, _), (_, .function), (_, .limitFunction): return 1
    case (.inner, _), (_, .inner): return 1
    case (_, .ordinary): return left.node.isScripted ? 1 : 0
    default: return 0
    }
  }

  private static func isFunction(_ atomClass: AtomClass) -> Bool {
    atomClass == .function || atomClass == .limitFunction
  }
}

extension FormulaRow.Item {
  fileprivate func isStacked(_ mode: FormulaMode) -> Bool {
    if case .fraction(_, _, let stacking) = node { return mode.stacks(stacking) }
    return false
  }
}

extension FormulaNode {
  /// A factor that ends on a script needs a space before the next: `Wₙ Aₙ₋₁`.
  var isScripted: Bool {
    if case .scripts = self { return true }
    return false
  }

  fileprivate var startsWithBar: Bool {
    switch self {
    case .symbol(let text, _), .fenced(let text, _, _): text == "|" || text == "‖"
    case .scripts(let base, _, _, _): base.startsWithBar
    default: false
    }
  }

  fileprivate var startsWithSpace: Bool {
    if case .text(let text) = self { return text.first == " " }
    return false
  }

  fileprivate var endsWithSpace: Bool {
    if case .text(let text) = self { return text.last == " " }
    return false
  }
}
