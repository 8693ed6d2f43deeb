import Document

/// Sets the blocks of a stretch of Markdown on lines of a given width.
struct ProseLayout {
  let values: InlineValues
  let color: Bool
  var width: Int
  /// How many lists are open around the blocks.
  var listDepth = 0

  /// Quotes and lists are not indented, nor marked, where less room than this would be left.
  private static let narrowest = 8

  func lines(of blocks: [Block], isTight: Bool = false) -> [StyledText] {
    var lines: [StyledText] = []
    for block in blocks {
      let added = self.lines(of: block)
      guard !added.isEmpty else { continue }
      if !lines.isEmpty, !isTight { lines.append(StyledText()) }
      lines += added
    }
    return lines
  }

  private func lines(of block: Block) -> [StyledText] {
    switch block {
    case .heading(let level, let inlines): heading(inlines, level: level)
    case .paragraph(let inlines): paragraph(inlines)
    case .quote(let blocks): quote(blocks)
    case .list(let list): lines(of: list)
    case .code(let code, let language): codeBlock(code, language: language)
    case .table(let table): lines(of: table)
    case .thematicBreak:
      [StyledText(String(repeating: " ", count: max(0, (width - 5) / 2)) + "* * *", .rule, .fixed)]
    }
  }

  func text(_ inlines: [Inline], _ style: Style = .plain) -> StyledText {
    RunningText.of(inlines, values: values, color: color, style: style)
  }

  private func heading(_ inlines: [Inline], level: Int) -> [StyledText] {
    switch level {
    case 1: underlined(text(inlines, .title), "═", .title)
    case 2: underlined(text(inlines, .title), "─", Style(color: .blue))
    case 3: marked(text(inlines, .heading), "▪ ")
    default: marked(text(inlines, Style(isItalic: true)), "▫ ")
    }
  }

  private func underlined(_ text: StyledText, _ rule: Character, _ style: Style) -> [StyledText] {
    let lines = text.wrapped(width: width)
    let widest = lines.map(\.width).max() ?? 0
    return lines + [StyledText(String(repeating: rule, count: min(widest, width)), style, .fixed)]
  }

  private func marked(_ text: StyledText, _ mark: String) -> [StyledText] {
    text.wrapped(width: width - 2)
      .prefixed(first: StyledText(mark, .title), rest: StyledText("  "))
  }

  private func quote(_ blocks: [Block]) -> [StyledText] {
    let inner = indented(by: 2)
    return inner.lines(of: blocks).prefixed(with: inner.width < width ? "│ " : "", .rule)
  }

  private func codeBlock(_ code: String, language: String) -> [StyledText] {
    Listing(values.filled(code), language: language).lines(width: width)
  }

  private func lines(of list: MarkdownList) -> [StyledText] {
    let bullet = ["•", "◦", "▪"][min(listDepth, 2)]
    let last = list.start.map { "\($0 + max(0, list.items.count - 1))." }
    let markWidth = (last ?? bullet).displayWidth
    // Items at the margin stand out a little; inner ones are indented by their parent already.
    let margin = listDepth == 0 ? "  " : ""
    var inner = indented(by: margin.count + markWidth + 1)
    inner.listDepth += 1
    var lines: [StyledText] = []
    for (index, item) in list.items.enumerated() {
      let mark = list.start.map { "\($0 + index)." } ?? bullet
      let space = String(repeating: " ", count: max(0, markWidth - mark.displayWidth))
      var content = inner.lines(of: item, isTight: list.isTight)
      if content.isEmpty { content = [StyledText()] }
      if !lines.isEmpty, !list.isTight { lines.append(StyledText()) }
      let rest = String(repeating: " ", count: width - inner.width)
      let first = rest.isEmpty ? "" : "\(margin)\(space)\(mark) "
      lines += content.prefixed(
        first: StyledText(first, Style(color: .blue), .fixed), rest: StyledText(rest))
    }
    return lines
  }

  /// The layout of what stands further in; as wide as this one where there is no room for that.
  private func indented(by columns: Int) -> ProseLayout {
    var inner = self
    if width - columns >= Self.narrowest { inner.width = width - columns }
    return inner
  }

  private func lines(of table: MarkdownTable) -> [StyledText] {
    TableLayout(
      alignments: table.header.map(\.alignment),
      header: table.header.map { text($0.content, .heading) },
      rows: table.rows.map { $0.map { text($0.content) } }
    ).lines(width: width)
  }
}
