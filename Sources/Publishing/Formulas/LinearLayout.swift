import Foundation

/// Lays a formula out on one line of Unicode.
struct LinearLayout {
  /// `.line`, or `.script` to leave the spaces out.
  var mode: FormulaMode

  func line(of node: FormulaNode) -> String {
    switch node {
    case .symbol(let text, _), .text(let text): return text
    case .space(let cells): return String(repeating: " ", count: cells)
    case .group(let members): return row(members)
    case .fraction(let numerator, let denominator, _):
      return operand(numerator, upTo: .product) + "/" + operand(denominator, upTo: .single)
    case .root(let index, let radicand): return root(index, radicand)
    case .scripts(let base, let lower, let upper, _):
      return scripts(base, lower: lower, upper: upper)
    case .accented(let base, let mark): return accented(base, mark)
    case .fenced(let left, let body, let right): return left + row(body) + right
    case .grid(let grid): return line(of: grid)
    case .braced(let body, let label, _):
      return line(of: body) + (label.map { " (\(line(of: $0)))" } ?? "")
    }
  }

  private func row(_ nodes: [FormulaNode]) -> String {
    var result = ""
    for item in FormulaRow(nodes, mode: mode).items {
      let text = line(of: item.node)
      result += item.space + (item.isParenthesized ? "(\(text))" : text)
    }
    return result
  }

  /// The node, in parentheses if it holds together less firmly than its place asks for.
  private func operand(_ node: FormulaNode, upTo limit: FormulaTightness) -> String {
    FormulaTightness(of: node) > limit ? "(\(line(of: node)))" : line(of: node)
  }

  private func root(_ index: FormulaNode?, _ radicand: FormulaNode) -> String {
    let body: String
    if case .scripts(_, _, .some, _) = radicand.unwrapped {
      body = "(\(line(of: radicand)))"
    } else {
      body = operand(radicand, upTo: .single)
    }
    guard let index else { return "√" + body }
    let text = LinearLayout(mode: .script).line(of: index)
    switch text {
    case "2": return "√" + body
    case "3": return "∛" + body
    case "4": return "∜" + body
    default: return (FormulaScripts.raised(text) ?? "(\(text))") + "√" + body
    }
  }

  /// Unicode scripts come first, so that `x²_(i,j)` cannot be read as a squared index.
  private func scripts(_ base: FormulaNode, lower: FormulaNode?, upper: FormulaNode?) -> String {
    let compact = LinearLayout(mode: .script)
    var unicode = self.base(base, hasUpper: upper != nil, hasLower: lower != nil)
    var written = ""
    if let text = lower.map(compact.line) {
      if let script = FormulaScripts.lowered(text) {
        unicode += script
      } else {
        written += FormulaScripts.written(text, after: "_")
      }
    }
    if let text = upper.map(compact.line) {
      if let script = FormulaScripts.raised(text) {
        unicode += script
      } else {
        written += FormulaScripts.written(text, after: "^")
      }
    }
    return unicode + written
  }

  /// The base of scripts, in parentheses where they would seem to belong to its last character.
  func base(_ node: FormulaNode, hasUpper: Bool, hasLower: Bool) -> String {
    let text = line(of: node)
    switch node.unwrapped {
    case .fraction, .root, .braced: return "(\(text))"
    case .scripts(_, .some, _, _) where hasLower: return "(\(text))"
    case .scripts(_, _, .some, _) where hasUpper: return "(\(text))"
    case .group where FormulaTightness(of: node) > .single: return "(\(text))"
    default: return text
    }
  }

  private func accented(_ base: FormulaNode, _ mark: Character) -> String {
    let characters = line(of: base).map { "\($0)\(mark)" }
    // Terminals show a character of its own better than a combination.
    return characters.joined().precomposedStringWithCanonicalMapping
  }
}
