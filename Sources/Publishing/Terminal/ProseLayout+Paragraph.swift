extension ProseLayout {
  /// The paragraph's lines, cut around the formulas that stand on lines of their own.
  func paragraph(_ inlines: [Inline]) -> [StyledText] {
    var groups: [[StyledText]] = []
    var pending: [Inline] = []
    var rest = inlines[...]
    while let inline = rest.popFirst() {
      guard case .formula(let tex, isDisplay: true) = inline else {
        pending.append(inline)
        continue
      }
      groups += [running(pending), displayed(tex, punctuation: rest.takePunctuation())]
      pending = []
    }
    groups.append(running(pending))
    return Array(groups.filter { !$0.isEmpty }.joined(separator: [StyledText()]))
  }

  private func running(_ inlines: [Inline]) -> [StyledText] {
    let text = self.text(inlines).trimmed
    return text.isEmpty ? [] : text.wrapped(width: width)
  }

  /// The formula's lines, indented; the sentence's punctuation follows its middle line.
  private func displayed(_ tex: String, punctuation: Character?) -> [StyledText] {
    let room = max(1, width - Self.widestPunctuation)
    var lines = Formula(values.filledFormula(tex).safeOnOneLine).display(width: room)
    let widest = lines.map(\.displayWidth).max() ?? 0
    if let punctuation, !lines.isEmpty {
      let middle = lines.count / 2
      let gap = String(repeating: " ", count: widest - lines[middle].displayWidth)
      let space = ",.".contains(punctuation) ? "" : "\u{A0}"
      lines[middle] += "\(gap)\(space)\(punctuation)"
    }
    let indent = String(repeating: " ", count: max(0, min(4, room - widest)))
    let formula = lines.map { StyledText($0, .plain, .verbatim) }
    // A formula on one line may go on below; one of several is overrun rather than torn apart.
    if let line = formula.first, formula.count == 1, line.width > width {
      return line.wrapped(width: width)
    }
    return formula.prefixed(with: indent)
  }

  /// A no-break space and a mark.
  private static let widestPunctuation = 2
}

extension ArraySlice<Inline> {
  /// Takes the punctuation mark that starts what follows a formula.
  fileprivate mutating func takePunctuation() -> Character? {
    guard case .text(let text) = first else { return nil }
    let words = text.drop { $0 == " " }
    guard let mark = words.first, ",.;:!?".contains(mark) else { return nil }
    let following = words.dropFirst()
    guard following.first.map({ $0 == " " }) ?? true else { return nil }
    self[startIndex] = .text(String(following))
    return mark
  }
}
