/// How firmly an expression on one line holds together.
enum FormulaTightness: Comparable {
  /// `x`, `12`, `f(x)`, `(a + b)`: never in need of parentheses.
  case single
  /// `2x`, `−x`: in need of them as a denominator.
  case product
  /// `a + b`, `log x`, `a/b`: in need of them beside a fraction bar.
  case loose

  init(of node: FormulaNode) {
    let items = FormulaRow(node.members, mode: .line).items
    if items.count == 1, case .fraction = items[0].node {
      self = .loose
      return
    }
    var bracketDepth = 0
    var factors = 0
    var previous: FormulaRow.Item?
    for (index, item) in items.enumerated() {
      let isWhole = item.leading == .open && item.trailing == .close
      if item.trailing == .close, !isWhole, bracketDepth > 0 {
        bracketDepth -= 1
        continue
      }
      if bracketDepth == 0 {
        if Self.isLoose(item, before: index + 1 < items.count ? items[index + 1] : nil) {
          self = .loose
          return
        }
        factors += Self.factors(item, after: previous)
        previous = item
      }
      if item.leading == .open, !isWhole { bracketDepth += 1 }
    }
    self = factors > 1 ? .product : .single
  }

  private static func isLoose(
    _ item: FormulaRow.Item, before next: FormulaRow.Item?
  ) -> Bool {
    switch item.leading {
    case .binary, .relation, .punctuation, .sum, .integral: return true
    case .function, .limitFunction:
      return next.map { $0.leading != .open } ?? false
    default: break
    }
    switch item.node {
    case .text(let text): return text.contains(" ")
    case .group: return FormulaTightness(of: item.node) == .loose
    case .grid(let grid): return grid.kind == .aligned
    case .braced: return true
    default: return false
    }
  }

  private static func factors(
    _ item: FormulaRow.Item, after previous: FormulaRow.Item?
  ) -> Int {
    if item.node.isDifferential { return 0 }
    if item.node.isNumeral, let previous, previous.node.isNumeral { return 0 }
    if item.leading == .open, let previous, previous.node.isFunctionName { return 0 }
    return 1
  }
}

extension FormulaNode {
  /// The base of scripts, else the node itself.
  private var nucleus: FormulaNode {
    if case .scripts(let base, _, _, _) = self { return base.nucleus }
    return self
  }

  /// `∂` and `d` belong to the letter after them.
  fileprivate var isDifferential: Bool {
    [.symbol("∂", .ordinary), .symbol("d", .ordinary), .symbol("∇", .ordinary)].contains(nucleus)
  }

  fileprivate var isNumeral: Bool {
    switch self {
    case .symbol(let text, _): text.allSatisfy { $0.isNumber || $0 == "." }
    case .group(let members): members == [.symbol(",", .punctuation)]
    case .scripts(let base, _, _, _): base.isNumeral
    default: false
    }
  }

  fileprivate var isFunctionName: Bool {
    switch nucleus {
    case .symbol(_, .function), .symbol(_, .limitFunction), .text: true
    case .symbol(let name, .ordinary): ["f", "g", "h", "σ", "φ"].contains(name)
    default: false
    }
  }
}
