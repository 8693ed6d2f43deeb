import Document

/// A block of parsed Markdown.
enum Block: Sendable, Equatable {
  case heading(level: Int, [Inline])
  case paragraph([Inline])
  case quote([Block])
  case list(MarkdownList)
  case code(String, language: String)
  case table(MarkdownTable)
  case thematicBreak
}

/// An ordered or bulleted list.
struct MarkdownList: Sendable, Equatable {
  /// The first number of an ordered list, nothing for bullets.
  var start: Int?
  /// Whether the source leaves no blank line between items.
  var isTight: Bool
  var items: [[Block]]
}

/// A Markdown table: a header row, then rows of the same length.
struct MarkdownTable: Sendable, Equatable {
  struct Cell: Sendable, Equatable {
    var content: [Inline]
    var alignment: Table.Alignment
  }

  var header: [Cell]
  var rows: [[Cell]]
}
