import Document

extension Style {
  /// The look of a kind of token.
  static func token(_ kind: SwiftToken.Kind) -> Style {
    switch kind {
    case .plain: .plain
    case .keyword: Style(color: .magenta)
    case .type: Style(color: .cyan)
    case .string: Style(color: .green)
    case .number: Style(color: .blue)
    case .comment: Style(isItalic: true)
    case .attribute: Style(color: .magenta)
    }
  }
}

/// The looks of the characters of Swift source, in lines.
enum SwiftHighlighting {
  static func lines(_ source: [String]) -> [StyledText] {
    var lines = [StyledText()]
    for token in SwiftLexer.tokens(of: source.joined(separator: "\n")) {
      let parts = token.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index > 0 { lines.append(StyledText()) }
        lines[lines.count - 1].append(String(part), .token(token.kind), .verbatim)
      }
    }
    return lines
  }
}
