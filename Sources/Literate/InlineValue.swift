/// An expression in the prose whose value is set in its place: `` `{swift} expression` ``.
struct InlineValue: Equatable {
  let expression: String
  /// The place of the expression's first character.
  let location: SourceLocation
  /// The column of the expression's first character, counted from 1.
  let column: Int

  private static let opening = "`{swift} "

  /// The prose with a placeholder in the place of each value, and the values.
  ///
  /// - Throws: `ChapterError` for a value that is empty or not closed on its line.
  static func extract(
    from prose: String, at location: SourceLocation
  ) throws -> (markdown: String, values: [InlineValue]) {
    var values: [InlineValue] = []
    var fence: Fence?
    var lines: [String] = []
    for (index, line) in prose.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = String(line)
      if let open = fence {
        if open.isClosed(by: line) { fence = nil }
        lines.append(line)
        continue
      }
      fence = Fence(opening: line)
      let place = SourceLocation(file: location.file, line: location.line + index)
      lines.append(fence == nil ? try replace(in: line, at: place, &values) : line)
    }
    return (lines.joined(separator: "\n"), values)
  }

  private static func replace(
    in line: String, at place: SourceLocation, _ values: inout [InlineValue]
  ) throws -> String {
    var result = ""
    var rest = line[...]
    while let range = rest.firstRange(of: opening) {
      result += rest[..<range.lowerBound]
      guard let end = rest[range.upperBound...].firstIndex(of: "`") else {
        throw ChapterError(.unclosedInlineValue, at: place)
      }
      let expression = String(rest[range.upperBound..<end])
      if expression.allSatisfy(\.isWhitespace) { throw ChapterError(.emptyInlineValue, at: place) }
      guard let placeholder = Prose.placeholder(values.count) else {
        throw ChapterError(.privateUseCharacter, at: place)
      }
      result.unicodeScalars.append(placeholder)
      let column = line.utf8.distance(from: line.startIndex, to: range.upperBound) + 1
      values.append(InlineValue(expression: expression, location: place, column: column))
      rest = rest[line.index(after: end)...]
    }
    return result + rest
  }
}

extension Prose {
  /// The scalar that stands for the value of number `index`, `nil` beyond the capacity.
  static func placeholder(_ index: Int) -> Unicode.Scalar? {
    index < capacity ? Unicode.Scalar(firstPlaceholder + UInt32(index)) : nil
  }
}
