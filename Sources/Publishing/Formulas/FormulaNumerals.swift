/// Digits one after the other, joined to numbers: `0{,}25` and `60\,000` are one number each.
enum FormulaNumerals {
  static func joined(_ nodes: [FormulaNode]) -> [FormulaNode] {
    var result: [FormulaNode] = []
    var index = 0
    while index < nodes.count {
      guard var number = nodes[index].digits else {
        result.append(nodes[index])
        index += 1
        continue
      }
      index += 1
      while index < nodes.count {
        if let more = nodes[index].digits {
          number += more
          index += 1
        } else if index + 1 < nodes.count, let more = nodes[index + 1].digits,
          let separator = nodes[index].numeralSeparator,
          separator != "\u{A0}" || isGroup(nodes[(index + 1)...])
        {
          number += separator + more
          index += 2
        } else if case .scripts(let base, let lower, let upper, let asLimits) = nodes[index],
          let last = base.digits
        {
          // The exponent of a number belongs to all its digits.
          number += last
          result.append(
            .scripts(.symbol(number, .ordinary), lower: lower, upper: upper, asLimits: asLimits))
          number = ""
          index += 1
          break
        } else {
          break
        }
      }
      if !number.isEmpty { result.append(.symbol(number, .ordinary)) }
    }
    return result
  }

  /// Whether exactly three digits come first, as after the space in `60\,000`.
  private static func isGroup(_ nodes: ArraySlice<FormulaNode>) -> Bool {
    let digits = nodes.prefix(4).prefix { node in
      if case .scripts(let base, _, _, _) = node { return base.digits != nil }
      return node.digits != nil
    }
    return digits.count == 3
  }
}

extension FormulaNode {
  fileprivate var digits: String? {
    guard case .symbol(let text, .ordinary) = self, !text.isEmpty,
      text.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    return text
  }

  fileprivate var numeralSeparator: String? {
    switch self {
    case .group([.symbol(",", .punctuation)]): ","
    case .symbol(".", .ordinary): "."
    case .space(1): "\u{A0}"
    default: nil
    }
  }
}
