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
}
