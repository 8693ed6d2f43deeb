extension BoxLayout {
  /// Limits stand above and below in display; elsewhere only where they cannot be written beside.
  func takesLimits(_ lower: FormulaNode?, _ upper: FormulaNode?, mode: FormulaMode) -> Bool {
    guard mode != .display else { return true }
    let isBeside =
      lower.map { FormulaScripts.lowered(compact.line(of: $0)) != nil } ?? true
      && upper.map { FormulaScripts.raised(compact.line(of: $0)) != nil } ?? true
    return !isBeside
  }

  func limits(
    _ base: FormulaNode, lower: FormulaNode?, upper: FormulaNode?, mode: FormulaMode
  ) throws -> FormulaBox {
    var boxes = [try box(of: base, mode: mode)]
    if let lower { boxes.append(FormulaBox(compact.line(of: lower))) }
    guard let upper else { return .stack(boxes, main: 0) }
    return .stack([FormulaBox(compact.line(of: upper))] + boxes, main: 1)
  }

  /// Scripts with Unicode forms stay beside the base, the others are raised or lowered a line.
  func scripts(
    _ base: FormulaNode, lower: FormulaNode?, upper: FormulaNode?, mode: FormulaMode
  ) throws -> FormulaBox {
    let nucleus = try nucleus(base, hasLower: lower != nil, hasUpper: upper != nil, mode: mode)
    let lowered = lower.map(compact.line)
    let raised = upper.map(compact.line)
    let low = lowered.flatMap(FormulaScripts.lowered)
    let high = raised.flatMap(FormulaScripts.raised)
    return .beside([
      nucleus,
      corners(of: nucleus, lowered: low, raised: high, areShifted: false),
      corners(
        of: nucleus, lowered: low == nil ? lowered : nil, raised: high == nil ? raised : nil,
        areShifted: nucleus.height == 1),
    ])
  }

  private func nucleus(
    _ base: FormulaNode, hasLower: Bool, hasUpper: Bool, mode: FormulaMode
  ) throws -> FormulaBox {
    let box = try box(of: base, mode: mode)
    guard box.height > 1 else {
      let layout = LinearLayout(mode: .line)
      return FormulaBox(layout.base(base, hasUpper: hasUpper, hasLower: hasLower))
    }
    switch base.unwrapped {
    case .fraction, .root: return fence(box, left: "(", right: ")")
    case .group where FormulaTightness(of: base) > .single:
      return fence(box, left: "(", right: ")")
    default: return box
    }
  }

  /// Scripts at the first and the last line of the base, or shifted a line beyond them.
  private func corners(
    of base: FormulaBox, lowered: String?, raised: String?, areShifted: Bool
  ) -> FormulaBox {
    var lines = Array(repeating: "", count: base.height)
    var baseline = base.baseline
    if areShifted {
      if let lowered { lines.append(lowered) }
      if let raised {
        lines.insert(raised, at: 0)
        baseline += 1
      }
    } else {
      lines[base.height - 1] += lowered ?? ""
      lines[0] += raised ?? ""
    }
    return FormulaBox(lines, baseline: baseline)
  }
}
