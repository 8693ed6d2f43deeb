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
