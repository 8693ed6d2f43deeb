/// Lays a formula out in two dimensions.
struct BoxLayout {
  /// The layout does not fit the terminal.
  struct TooLarge: Error {}

  /// A formula taller than a screen is not read as one.
  static let maximumHeight = 60

  let width: Int

  var compact: LinearLayout { LinearLayout(mode: .script) }

  /// - Throws: ``TooLarge``, as soon as a part is wider than the terminal or too tall.
  func box(of node: FormulaNode, mode: FormulaMode) throws -> FormulaBox {
    let box = try unchecked(node, mode: mode)
    guard box.width <= width, box.height <= Self.maximumHeight else { throw TooLarge() }
    return box
  }

  private func unchecked(_ node: FormulaNode, mode: FormulaMode) throws -> FormulaBox {
    switch node {
    case .symbol, .text, .space, .accented:
      return FormulaBox(LinearLayout(mode: .line).line(of: node))
    case .group(let members): return try row(members, mode: mode)
    case .fraction(let numerator, let denominator, let stacking):
      guard mode.stacks(stacking) else {
        return FormulaBox(LinearLayout(mode: .line).line(of: node))
      }
      return try fraction(numerator, denominator)
    case .root(let index, let radicand): return try root(index, radicand, mode: mode)
    case .scripts(let base, let lower, let upper, let asLimits):
      return asLimits && takesLimits(lower, upper, mode: mode)
        ? try limits(base, lower: lower, upper: upper, mode: mode)
        : try scripts(base, lower: lower, upper: upper, mode: mode)
    case .fenced(let left, let body, let right):
      return fence(try row(body, mode: mode), left: left, right: right)
    case .grid(let grid): return try box(of: grid, mode: mode)
    case .braced(let body, let label, let above):
      return try braced(body, label: label, above: above, mode: mode)
    }
  }

  private func row(_ nodes: [FormulaNode], mode: FormulaMode) throws -> FormulaBox {
    var boxes: [FormulaBox] = []
    var total = 0
    for item in FormulaRow(nodes, mode: mode).items {
      let box = try self.box(of: item.node, mode: mode)
      total += item.space.count + box.width
      guard total <= width else { throw TooLarge() }
      boxes.append(FormulaBox(item.space))
      boxes.append(item.isParenthesized ? fence(box, left: "(", right: ")") : box)
    }
    return .beside(boxes)
  }

  func fence(_ body: FormulaBox, left: String, right: String) -> FormulaBox {
    .beside([
      TallDelimiters.box(left, height: body.height, baseline: body.baseline), body,
      TallDelimiters.box(right, height: body.height, baseline: body.baseline),
    ])
  }

  /// The bar is wider than both parts, so that it is never taken for a minus sign.
  private func fraction(_ numerator: FormulaNode, _ denominator: FormulaNode) throws -> FormulaBox {
    let top = try box(of: numerator, mode: .fraction)
    let bottom = try box(of: denominator, mode: .fraction)
    let bar = FormulaBox(String(repeating: "─", count: max(top.width, bottom.width) + 2))
    return .stack([top, bar, bottom], main: 1)
  }

  /// What fits on a line stays `√(1 − x²)`; a tall radicand gets a bar above it.
  private func root(
    _ index: FormulaNode?, _ radicand: FormulaNode, mode: FormulaMode
  ) throws -> FormulaBox {
    let body = try box(of: radicand, mode: mode == .display ? .fraction : mode)
    guard body.height > 1 else {
      return FormulaBox(LinearLayout(mode: .line).line(of: .root(index: index, radicand)))
    }
    let degree = index.map(compact.line) ?? ""
    var hook = Array(repeating: "", count: body.height + 1)
    hook[body.height - 1] = degree
    hook[body.height] = "╲"
    let stem = ["┌"] + Array(repeating: "│", count: body.height)
    let roofed =
      [String(repeating: "─", count: body.width + 1)] + body.lines.map { " " + $0 }
    let baseline = body.baseline + 1
    return .beside([
      FormulaBox(hook, baseline: baseline, alignment: .right),
      FormulaBox(stem, baseline: baseline), FormulaBox(roofed, baseline: baseline),
    ])
  }

  private func braced(
    _ body: FormulaNode, label: FormulaNode?, above: Bool, mode: FormulaMode
  ) throws -> FormulaBox {
    let content = try box(of: body, mode: mode)
    let side = max(content.width - 3, 0) / 2
    let far = max(content.width - 3 - side, 0)
    let (left, middle, right) = above ? ("╭", "┴", "╮") : ("╰", "┬", "╯")
    let brace = FormulaBox(
      left + String(repeating: "─", count: side) + middle + String(repeating: "─", count: far)
        + right)
    let caption = FormulaBox(label.map(LinearLayout(mode: .line).line) ?? "")
    return above
      ? .stack([caption, brace, content], main: 2) : .stack([content, brace, caption], main: 0)
  }
}
