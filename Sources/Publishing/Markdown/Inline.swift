/// A stretch of parsed Markdown inside a block.
enum Inline: Sendable, Equatable {
  case text(String)
  case code(String)
  /// A TeX formula; `isDisplay` when it stands on lines of its own (`$$…$$`).
  case formula(String, isDisplay: Bool)
  case emphasis([Inline])
  case strong([Inline])
  case strikethrough([Inline])
  case link([Inline], address: String)
  case image([Inline], address: String)
  /// A line break that the author asked for.
  case lineBreak
  /// A text that a clock gave, by the name under which it is kept apart.
  case measured(String, name: String)
  /// Words of another language, `en`.
  case foreign([Inline], language: String)
  /// A place that links lead to.
  case anchor(String)
}

extension Inline {
  /// A cell's inline, in whose code an escaped bar is a bar, as GitHub has it; md4c leaves it.
  var withBars: Inline {
    switch self {
    case .code(let code): .code(code.replacing("\\|", with: "|"))
    case .emphasis(let inlines): .emphasis(inlines.map(\.withBars))
    case .strong(let inlines): .strong(inlines.map(\.withBars))
    case .strikethrough(let inlines): .strikethrough(inlines.map(\.withBars))
    case .link(let inlines, let address): .link(inlines.map(\.withBars), address: address)
    default: self
    }
  }
}
