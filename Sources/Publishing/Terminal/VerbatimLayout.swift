import Document

extension Listing {
  /// The code behind a bar, under the path it comes from and an exercise's level.
  func lines(width: Int) -> [StyledText] {
    let source = code.verbatimLines
    let lines =
      language.lowercased() == "swift"
      ? SwiftHighlighting.lines(source) : source.map { StyledText($0, .plain, .verbatim) }
    var header: [StyledText] = []
    if let origin {
      let path = StyledText(origin, Style(isUnderlined: true), .address)
      header = [StyledText("  ┏ ", .codeBar) + path + StyledText(level, .plain, .fixed)]
    }
    return header + lines.barred("  ┃ ", .codeBar, width: width)
  }

  private var level: String {
    if case .exercise(_, let level?, _) = role { "  (\(level.label))" } else { "" }
  }
}

extension [StyledText] {
  /// Verbatim lines behind a bar; the rest of a line too long for the page follows a sign.
  func barred(_ bar: String, _ style: Style, width: Int) -> [StyledText] {
    let room = Swift.max(1, width - bar.displayWidth)
    return flatMap { $0.folded(width: room) }.prefixed(with: bar, style)
  }
}

extension StyledText {
  /// The text on lines of `width` columns, every one but the first after the sign ↪.
  ///
  /// Lines are cut after a space where one stands in their second half; no character is lost.
  func folded(width: Int) -> [StyledText] {
    let sign = StyledText("↪ ", .continuation, .fixed)
    let indent = StyledText(glyphs.prefix { $0.character == " " })
    let start = indent.width + sign.width <= width / 2 ? indent + sign : sign
    var lines: [StyledText] = []
    var rest = glyphs[...]
    while true {
      let room = Swift.max(1, lines.isEmpty ? width : width - start.width)
      let line = rest.prefix(Self.fitting(rest, in: room))
      lines.append((lines.isEmpty ? StyledText() : start) + StyledText(line))
      rest = rest[line.endIndex...]
      if rest.isEmpty { return lines }
    }
  }

  /// How many glyphs go on a line of `room` columns, at least one where there is one.
  private static func fitting(_ glyphs: ArraySlice<Glyph>, in room: Int) -> Int {
    var count = 0
    var width = 0
    var afterSpace = 0
    for glyph in glyphs {
      if width + glyph.width > room, count > 0 {
        return afterSpace > count / 2 ? afterSpace : count
      }
      width += glyph.width
      count += 1
      if glyph.character == " " { afterSpace = count }
    }
    return count
  }
}
