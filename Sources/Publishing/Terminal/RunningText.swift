/// Turns the inline parts of Markdown into styled text, ready for line breaking.
struct RunningText {
  /// Code and formulas up to this many columns stay on one line.
  static let widestUnbroken = 24

  let values: InlineValues
  let color: Bool
  private(set) var result = StyledText()

  /// The styled text of some inlines, with its French typography.
  static func of(
    _ inlines: [Inline], values: InlineValues, color: Bool, style: Style = .plain
  ) -> StyledText {
    var text = RunningText(values: values, color: color)
    text.append(inlines, style)
    return text.result.inFrench
  }

  private init(values: InlineValues, color: Bool) {
    self.values = values
    self.color = color
  }

  private mutating func append(_ inlines: [Inline], _ style: Style) {
    for inline in inlines { append(inline, style) }
  }

  private mutating func append(_ inline: Inline, _ style: Style) {
    switch inline {
    case .text(let text):
      for piece in values.pieces(of: text) {
        result.append(piece.text.safeOnOneLine, style, piece.isValue ? .value : .prose)
      }
    case .code(let code):
      // Without colour, the author's backquotes are what sets code apart.
      let text = values.filled(code).safeOnOneLine
      appendVerbatim(color ? text : "`\(text)`", style.adding(.inlineCode))
    case .formula(let tex, _):
      let formula = Formula(values.filledFormula(tex).safeOnOneLine)
      appendVerbatim(formula.inline.safeOnOneLine, style)
    case .emphasis(let inlines): append(inlines, style.adding(Style(isItalic: true)))
    case .strong(let inlines): append(inlines, style.adding(Style(isBold: true)))
    case .strikethrough(let inlines): append(inlines, style.adding(Style(isStruck: true)))
    case .link(let inlines, let address), .image(let inlines, let address):
      appendLink(inlines, to: values.filled(address).safeForTerminal, style)
    case .lineBreak: result.appendLineBreak()
    case .measured(let text, _): result.append(text.safeOnOneLine, style, .value)
    case .foreign(let inlines, _): append(inlines, style)
    case .anchor: break
    }
  }

  private mutating func appendVerbatim(_ text: String, _ style: Style) {
    let isShort = text.displayWidth <= Self.widestUnbroken
    result.append(text, style, isShort ? .fixed : .verbatim)
  }

  /// The link's text, then its address in parentheses, unless the text is the address already or
  /// the address leads inside the document.
  private mutating func appendLink(_ inlines: [Inline], to address: String, _ style: Style) {
    let mailbox = address.hasPrefix("mailto:") ? String(address.dropFirst(7)) : address
    if inlines == [.text(address)] || inlines == [.text(mailbox)] {
      result.append(mailbox, style.adding(.address), .address)
      return
    }
    guard !address.hasPrefix("#") else { return append(inlines, style) }
    append(inlines, style.adding(Style(isUnderlined: true)))
    guard !address.isEmpty else { return }
    result.append(inlines.isEmpty ? "(" : " (", style)
    result.append(mailbox, style.adding(.address), .address)
    result.append(")", style)
  }
}
