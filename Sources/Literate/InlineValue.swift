import Document

/// An expression in the prose whose value is set in its place: `` `{swift} expression` ``.
struct InlineValue: Equatable {
  let expression: String
  /// The place of the expression's first character.
  let location: SourceLocation
  /// The column of the expression's first character, counted from 1.
  let column: Int

  private static let opening = "{swift}"

  /// The prose with a placeholder in the place of each value, and the values.
  ///
  /// - Throws: `ChapterError` for a value that is empty or not closed on its line.
  static func extract(
    from prose: String, at location: SourceLocation
  ) throws -> (markdown: String, values: [InlineValue]) {
    var values: [InlineValue] = []
    let markdown = try mapParagraphs(prose, at: location) { paragraph, place in
      try replace(in: paragraph, at: place, &values)
    }
    return (markdown, values)
  }

  private static func replace(
    in paragraph: String, at location: SourceLocation, _ values: inout [InlineValue]
  ) throws -> String {
    /// The place of an index, and the beginning of its line.
    func place(_ index: String.Index) -> (location: SourceLocation, line: Substring) {
      let lines = paragraph[..<index].split(separator: "\n", omittingEmptySubsequences: false)
      return (location.advanced(by: lines.count - 1), lines.last ?? "")
    }
    func checkPlain(_ text: Substring) throws {
      guard let range = text.firstRange(of: "`" + opening) else { return }
      throw ChapterError(.unclosedInlineValue, at: place(range.lowerBound).location)
    }

    var result = ""
    var rest = paragraph[...]
    for span in paragraph.matches(of: #/(`+)(?!`)((?:.*?[^`])??)\1(?!`)/#.dotMatchesNewlines()) {
      let plain = rest[..<span.range.lowerBound]
      try checkPlain(plain)
      result += plain
      rest = rest[span.range.upperBound...]
      guard span.output.1 == "`", span.output.2.hasPrefix(opening) else {
        result += span.output.0
        continue
      }
      let start = place(span.range.lowerBound).location
      if span.output.2.contains("\n") { throw ChapterError(.unclosedInlineValue, at: start) }
      let expression = span.output.2.dropFirst(opening.count).drop(while: \.isWhitespace)
      if expression.isEmpty { throw ChapterError(.emptyInlineValue, at: start) }
      guard let placeholder = Prose.placeholder(values.count) else {
        throw ChapterError(.privateUseCharacter, at: start)
      }
      let column = place(expression.startIndex).line.utf8.count + 1
      values.append(
        InlineValue(expression: String(expression), location: start, column: column))
      result.unicodeScalars.append(placeholder)
    }
    try checkPlain(rest)
    return result + rest
  }
}

extension Prose {
  /// The scalar that stands for the value of number `index`, `nil` beyond the capacity.
  static func placeholder(_ index: Int) -> Unicode.Scalar? {
    index < capacity ? Unicode.Scalar(firstPlaceholder + UInt32(index)) : nil
  }
}
