import Document

/// Highlighted source, whose text is the source again.
enum CodeMarkup {
  /// - Parameter marksLines: whether each line is an element of its own, which paper needs to go on
  ///   under a line that is too long.
  static func lines(of code: String, isSwift: Bool, marksLines: Bool) -> Markup {
    var source = code.safeForTerminal(keeping: ["\n", "\t"])
    if source.last == "\n" { source.removeLast() }
    let tokens = isSwift ? SwiftLexer.tokens(of: source) : [SwiftToken(kind: .plain, text: source)]
    var lines = [Markup.empty]
    for token in tokens {
      let parts = token.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index > 0 { lines.append(.empty) }
        lines[lines.count - 1] = lines[lines.count - 1] + span(String(part), token.kind)
      }
    }
    return .all(
      lines.enumerated().map { index, line in
        Markup.text(index > 0 ? "\n" : "")
          + (marksLines ? .element("span", ["class": "line"], line) : line)
      })
  }

  private static func span(_ text: String, _ kind: SwiftToken.Kind) -> Markup {
    guard let name = name(of: kind), !text.allSatisfy(\.isWhitespace) else { return .text(text) }
    return .element("i", ["class": name], .text(text))
  }

  private static func name(of kind: SwiftToken.Kind) -> String? {
    switch kind {
    // Numbers stand out by themselves; a thousand elements more would weigh on the pages.
    case .plain, .number: nil
    case .keyword: "k"
    case .type: "t"
    case .string: "s"
    case .comment: "c"
    case .attribute: "a"
    }
  }
}

/// A table as HTML.
enum TableMarkup {
  static func table(_ table: MarkdownTable, _ phrase: ([Inline]) -> Markup) -> Markup {
    func side(_ cell: MarkdownTable.Cell) -> String? {
      switch cell.alignment {
      case .left: nil
      case .center: "center"
      case .right: "right"
      }
    }
    let head = table.header.map {
      Markup.element("th", ["scope": "col", "class": side($0)], phrase($0.content))
    }
    let rows = table.rows.map { row in
      Markup.line(
        "tr", [:], .all(row.map { .element("td", ["class": side($0)], phrase($0.content)) }))
    }
    return .element(
      "table", [:],
      .line("thead", [:], .element("tr", [:], .all(head))) + .line("tbody", [:], .all(rows)))
  }
}
