/// Writes a formula's tree as MathML.
struct MathML {
  /// The element `math` of a formula, with its form on one line as alternative text; `nil` where the
  /// formula has no reading.
  ///
  /// - Parameter isXML: whether the page needs the element's namespace; HTML knows it.
  static func math(_ formula: Formula, isDisplay: Bool, isXML: Bool) -> Markup? {
    guard let tree = formula.tree else { return nil }
    return .element(
      "math",
      [
        "xmlns": isXML ? "http://www.w3.org/1998/Math/MathML" : nil,
        "display": isDisplay ? "block" : nil, "alttext": formula.inline,
      ],
      MathML().markup(of: tree))
  }

  func markup(of node: FormulaNode) -> Markup {
    switch node {
    case .symbol(let text, let atomClass): symbol(text, atomClass)
    case .text(let text): .element("mtext", [:], .text(text.withFixedEnds))
    case .space(let cells): space(cells)
    case .group(let members): row(members)
    case .fraction(let top, let bottom, let stacking): fraction(top, bottom, stacking)
    case .root(nil, let radicand): .element("msqrt", [:], row(radicand.members))
    case .root(let index?, let radicand):
      .element("mroot", [:], single(radicand) + single(index))
    case .scripts(let base, let lower, let upper, let asLimits):
      scripts(base, lower, upper, asLimits: asLimits)
    case .accented(let base, let mark): accented(base, mark)
    case .fenced(let left, let body, let right):
      fenced(left, row(body), right)
    case .grid(let grid): table(grid)
    case .braced(let body, let label, let above): braced(body, label, above: above)
    }
  }

  /// One element, whatever the node holds.
  private func single(_ node: FormulaNode) -> Markup {
    let members = FormulaNumerals.joined(node.unwrapped.members)
    return members.count == 1 ? markup(of: members[0]) : .element("mrow", [:], row(members))
  }

  private func symbol(_ text: String, _ atomClass: AtomClass) -> Markup {
    switch atomClass {
    case .ordinary: ordinary(text)
    case .function, .limitFunction: .element("mi", [:], .text(text))
    case .sum: .element("mo", [:], .text(text == "Σ" ? "∑" : text))
    // Only what may be on either side, as in French intervals, has to say on which it is.
    case .open:
      .element(
        "mo", ["form": "([{".contains(text) ? nil : "prefix", "stretchy": "false"], .text(text))
    case .close:
      // A factorial closes, and is no fence.
      .element(
        "mo", ["form": ")]}".contains(text) ? nil : "postfix", "stretchy": "false"], .text(text))
    case .bar: .element("mo", ["stretchy": "false"], .text(text))
    case .unary: .element("mo", ["form": "prefix"], .text(text))
    case .punctuation: .element("mo", [:], .text(text))
    case .binary, .relation, .integral, .inner: .element("mo", [:], .text(text))
    }
  }

  private func ordinary(_ text: String) -> Markup {
    if text.first?.isNumber == true { return .element("mn", [:], .text(text)) }
    // Upright, as TeX has them: capital Greek letters, and the signs that are no letters.
    let isUpright =
      text.unicodeScalars.count == 1
      && text.unicodeScalars.allSatisfy {
        (0x391...0x3A9).contains($0.value) || !$0.properties.isAlphabetic
      }
    return .element("mi", ["mathvariant": isUpright ? "normal" : nil], .text(text))
  }

  private func space(_ cells: Int) -> Markup {
    let width = [0: "0", 1: "0.1667em", 3: "1em", 6: "2em"][cells] ?? "\(cells)em"
    return .element("mspace", ["width": width])
  }

  func row(_ nodes: [FormulaNode]) -> Markup {
    let items = FormulaRow(FormulaNumerals.joined(nodes), mode: .display).items
    var parts: [Markup] = []
    for (index, item) in items.enumerated() {
      if item.askedSpace > 0 { parts.append(space(item.askedSpace)) }
      parts.append(markup(of: item))
      let next = index + 1 < items.count ? items[index + 1] : nil
      if let next, needsFunctionSpace(item, before: next) { parts.append(space(1)) }
    }
    return .all(parts)
  }

  /// A bar or a sign is what its place makes of it.
  private func markup(of item: FormulaRow.Item) -> Markup {
    if case .symbol(let text, _) = item.node { return symbol(text, item.leading) }
    return markup(of: item.node)
  }

  private func needsFunctionSpace(_ item: FormulaRow.Item, before next: FormulaRow.Item) -> Bool {
    guard next.askedSpace == 0 else { return false }
    let functions: [AtomClass] = [.function, .limitFunction]
    let operands: [AtomClass] = [.ordinary, .inner]
    return functions.contains(item.trailing)
      ? (operands + functions).contains(next.leading)
      : functions.contains(next.leading) && (operands + [.close]).contains(item.trailing)
  }

  private func fraction(
    _ top: FormulaNode, _ bottom: FormulaNode, _ stacking: FractionStacking
  ) -> Markup {
    let style: String? = [.always: "true", .never: "false"][stacking] ?? nil
    return .element("mfrac", ["displaystyle": style], single(top) + single(bottom))
  }

  private func scripts(
    _ base: FormulaNode, _ lower: FormulaNode?, _ upper: FormulaNode?, asLimits: Bool
  ) -> Markup {
    let names = asLimits ? ["munder", "mover", "munderover"] : ["msub", "msup", "msubsup"]
    let parts = single(base)
    return switch (lower, upper) {
    case (let lower?, let upper?):
      .element(names[2], [:], parts + single(lower) + single(upper))
    case (let lower?, nil): .element(names[0], [:], parts + single(lower))
    case (nil, let upper?): .element(names[1], [:], parts + single(upper))
    case (nil, nil): parts
    }
  }

  private static let marks: [Character: String] = [
    "\u{302}": "^", "\u{304}": "¯", "\u{305}": "¯", "\u{303}": "~", "\u{20D7}": "→",
    "\u{307}": "˙", "\u{308}": "¨", "\u{30C}": "ˇ", "\u{306}": "˘",
  ]

  private func accented(_ base: FormulaNode, _ mark: Character) -> Markup {
    let stretches = mark == "\u{305}"
    return .element(
      "mover", ["accent": "true"],
      single(base)
        + .element(
          "mo", ["stretchy": stretches ? "true" : "false"],
          .text(Self.marks[mark] ?? String(mark))))
  }

  private func fenced(_ left: String, _ body: Markup, _ right: String) -> Markup {
    func fence(_ text: String, _ form: String) -> Markup {
      text.isEmpty
        ? .empty
        : .element("mo", ["form": form, "fence": "true", "stretchy": "true"], .text(text))
    }
    return .element("mrow", [:], fence(left, "prefix") + body + fence(right, "postfix"))
  }

  private func table(_ grid: FormulaGrid) -> Markup {
    let body = Markup.element(
      "mtable", ["displaystyle": grid.kind == .aligned ? "true" : nil],
      .all(
        grid.rows.map { cells in
          .element(
            "mtr", [:],
            .all(
              cells.enumerated().map { column, cell in
                let side = grid.side(of: column)
                return .element("mtd", ["class": side], row(cell.members))
              }))
        }))
    return switch grid.kind {
    case .cases: fenced("{", body, "")
    case .matrix(let left, let right): fenced(left, body, right)
    case .aligned: body
    }
  }

  private func braced(_ body: FormulaNode, _ label: FormulaNode?, above: Bool) -> Markup {
    let name = above ? "mover" : "munder"
    let brace = Markup.element("mo", ["stretchy": "true"], .text(above ? "⏞" : "⏟"))
    let inner = Markup.element(name, [:], single(body) + brace)
    return label.map { .element(name, [:], inner + single($0)) } ?? inner
  }
}

extension FormulaGrid {
  fileprivate func side(of column: Int) -> String? {
    switch kind {
    case .cases: "left"
    case .matrix: nil
    case .aligned: rows.allSatisfy { $0.count == 1 } || !column.isMultiple(of: 2) ? "left" : "right"
    }
  }
}

extension String {
  /// Spaces at the ends of `mtext` are lost, unless they do not break.
  fileprivate var withFixedEnds: String {
    var text = self
    if text.first == " " { text = "\u{A0}" + text.dropFirst() }
    if text.last == " " { text = text.dropLast() + "\u{A0}" }
    return text
  }
}
