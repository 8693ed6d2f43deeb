import Document

/// Writes parsed Markdown as Markdown again.
struct MarkdownText {
  enum Dialect {
    /// GitHub's: formulas between `` $` `` and `` `$ ``, so that their underscores stay.
    case github
    /// Jupyter's: formulas between dollars.
    case notebook
  }

  let dialect: Dialect
  /// The address of an entry of the glossary, by its slug.
  let glossary: (String) -> String?

  // MARK: Inlines

  func phrase(_ inlines: [Inline]) -> String {
    inlines.enumerated().map { index, inline in
      text(
        of: inline, after: index > 0 ? inlines[index - 1] : nil,
        before: index + 1 < inlines.count ? inlines[index + 1] : nil)
    }.joined()
  }

  private func text(of inline: Inline, after previous: Inline?, before next: Inline?) -> String {
    switch inline {
    case .text(let text):
      Self.escaped(text, startsLine: previous == .lineBreak, isBeforeLink: next?.isLink == true)
    case .code(let code): Self.span(code)
    case .formula(let tex, _): formula(tex)
    case .emphasis(let inlines): "*\(phrase(inlines))*"
    case .strong(let inlines): "**\(phrase(inlines))**"
    case .strikethrough(let inlines): "~~\(phrase(inlines))~~"
    case .link(let inlines, let address), .image(let inlines, let address):
      link(phrase(inlines.withoutLinks), address)
    case .lineBreak: "\\\n"
    case .measured(_, let name): "[\(MeasureMark.text(name))](../\(MeasuresFile.name))"
    case .foreign(let inlines, _): phrase(inlines)
    case .anchor(let id): Self.anchor(id)
    }
  }

  /// A place that links lead to; nothing without a name.
  static func anchor(_ id: String) -> String {
    id.isEmpty ? "" : Markup.element("a", ["id": id], .empty).source
  }

  private func formula(_ tex: String) -> String {
    if tex.contains("`") || tex.contains("$") { return Self.span(tex) }
    return dialect == .github ? "$`\(tex)`$" : "$\(tex)$"
  }

  private func link(_ words: String, _ address: String) -> String {
    if address.hasPrefix(GlossaryLinks.scheme) {
      let slug = String(address.dropFirst(GlossaryLinks.scheme.count))
      return glossary(slug).map { "[\(words)](\($0))" } ?? words
    }
    guard address.hasPrefix("#") || SafeAddress.isSafe(address) else { return words }
    return "[\(words)](\(Self.target(address)))"
  }

  // MARK: Blocks

  func text(of blocks: [Block]) -> String { blocks.map(text).joined(separator: "\n") }

  func text(of block: Block) -> String {
    switch block {
    case .heading(let level, let inlines):
      String(repeating: "#", count: min(level, 6)) + " \(phrase(inlines))\n"
    case .paragraph(let inlines): paragraph(inlines)
    case .quote(let blocks): Self.prefixed(text(of: blocks), first: "> ", rest: "> ")
    case .list(let list): text(of: list)
    case .code(let code, let language): Self.fenced(code, language)
    case .table(let table): text(of: table)
    case .thematicBreak: "---\n"
    }
  }

  private func paragraph(_ inlines: [Inline]) -> String {
    var parts: [String] = []
    var rest: [Inline] = []
    func flush() {
      let words = phrase(rest).trimmingSpaces
      if !words.isEmpty { parts.append(Self.safeAtStart(words) + "\n") }
      rest = []
    }
    for inline in inlines {
      if case .formula(let tex, true) = inline {
        flush()
        parts.append(
          dialect == .github ? Self.fenced(tex, "math") : "$$\n\(tex)\n$$\n")
      } else {
        rest.append(inline)
      }
    }
    flush()
    return parts.joined(separator: "\n")
  }

  private func text(of list: MarkdownList) -> String {
    list.items.enumerated().map { index, item in
      let mark = list.start.map { "\($0 + index). " } ?? "- "
      let indent = String(repeating: " ", count: mark.count)
      let body = list.isTight ? tightText(of: item) : text(of: item)
      return Self.prefixed(body.isEmpty ? "\n" : body, first: mark, rest: indent)
    }.joined(separator: list.isTight ? "" : "\n")
  }

  /// A blank line would loosen the list, so none goes before what needs none.
  private func tightText(of item: [Block]) -> String {
    item.enumerated().map { index, block in
      let isClose =
        switch block {
        case .list, .code, .quote: true
        default: false
        }
      return (index == 0 || isClose ? "" : "\n") + text(of: block)
    }.joined()
  }

  func text(of table: MarkdownTable) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    let rule = table.header.map { cell in
      switch cell.alignment {
      case .left: "---"
      case .center: ":-:"
      case .right: "--:"
      }
    }
    return line(table.header.map(cell)) + line(rule)
      + table.rows.map { line($0.map(cell)) }.joined()
  }

  /// A bar ends a cell, even in code, unless it is escaped; in a formula it has a name.
  private func cell(_ cell: MarkdownTable.Cell) -> String {
    phrase(cell.content.map(\.withoutBars))
  }

  static func prefixed(_ text: String, first: String, rest: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.enumerated().map { index, line in
      let prefix = index == 0 ? first : rest
      return (line.isEmpty ? String(prefix.trimmingSuffixSpaces) : prefix + line) + "\n"
    }.joined()
  }
}

extension Inline {
  fileprivate var isLink: Bool {
    switch self {
    case .link, .image, .measured: true
    default: false
    }
  }

  fileprivate var withoutBars: Inline {
    switch self {
    case .code(let code): .code(code.replacing("|", with: "\\|"))
    case .formula(let tex, let isDisplay):
      .formula(
        tex.replacing("\\|", with: "\\Vert ").replacing("|", with: "\\vert "), isDisplay: isDisplay)
    case .emphasis(let inlines): .emphasis(inlines.map(\.withoutBars))
    case .strong(let inlines): .strong(inlines.map(\.withoutBars))
    case .strikethrough(let inlines): .strikethrough(inlines.map(\.withoutBars))
    case .link(let inlines, let address): .link(inlines.map(\.withoutBars), address: address)
    default: self
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(trimmingPrefix { $0 == " " }.trimmingSuffixSpaces)
  }

  fileprivate var trimmingSuffixSpaces: Substring { self[...].trimmingSuffixSpaces }
}

extension Substring {
  fileprivate var trimmingSuffixSpaces: Substring {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
