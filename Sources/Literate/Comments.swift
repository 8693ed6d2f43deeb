import Document

/// HTML comments, `<!-- … -->`: what an author keeps from readers, over any number of lines.
///
/// A mark within a block of code or a code span, and one after a backslash, is text.
struct Comments {
  private static let opening = "<!--"
  private static let closing = "-->"

  private var rest: Substring
  private var kept = ""
  /// How many lines are read, and how much of what is kept stands before the current one.
  private var line = 0
  private var lineStart = "".startIndex

  /// As many lines, from which the comments are gone.
  ///
  /// - Parameter location: the place of the first line.
  /// - Throws: `ChapterError` at the line of a comment that is never closed.
  static func removed(from lines: [String], at location: SourceLocation) throws -> [String] {
    guard lines.contains(where: { $0.contains(opening) }) else { return lines }
    var comments = Comments(rest: lines.joined(separator: "\n")[...])
    if let line = comments.removeAll() {
      throw ChapterError(.unclosedComment, at: location.advanced(by: line))
    }
    return comments.kept.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private init(rest: Substring) { self.rest = rest }

  /// The line of a comment that is never closed.
  private mutating func removeAll() -> Int? {
    keepBlock()
    while let character = rest.first {
      if rest.hasPrefix(Self.opening) {
        guard removeComment() else { return line }
        continue
      }
      switch character {
      case "\n":
        keep(to: rest.index(after: rest.startIndex))
        keepBlock()
      case "\\": keep(to: rest.index(rest.startIndex, offsetBy: 2, limitedBy: rest.endIndex))
      case "`": keepSpan()
      default: keep(to: rest.index(after: rest.startIndex))
      }
    }
    return nil
  }

  /// Keeps the block of code that begins on this line, if one does.
  private mutating func keepBlock() {
    guard let fence = Fence(opening: String(rest.prefix { $0 != "\n" })) else { return }
    var end = rest.firstIndex(of: "\n")
    while let start = end.map(rest.index(after:)) {
      end = rest[start...].firstIndex(of: "\n")
      if fence.isClosed(by: String(rest[start..<(end ?? rest.endIndex)])) { break }
    }
    keep(to: end)
  }

  /// Keeps the code span that begins here, or the marks that begin none: it ends in its paragraph.
  private mutating func keepSpan() {
    let ticks = rest.prefix { $0 == "`" }
    var place = ticks.endIndex
    while place < rest.endIndex {
      let run = rest[place...].prefix { $0 == "`" }
      if run.count == ticks.count { return keep(to: run.endIndex) }
      if run.isEmpty {
        let isLineEnd = rest[place] == "\n"
        place = rest.index(after: place)
        if isLineEnd, Self.endsParagraph(rest[place...].prefix { $0 != "\n" }) { break }
      } else {
        place = run.endIndex
      }
    }
    keep(to: ticks.endIndex)
  }

  private static func endsParagraph(_ line: Substring) -> Bool {
    let text = line.drop { $0 == " " }
    return text.allSatisfy(\.isWhitespace) || text.hasPrefix(opening)
      || Fence(opening: String(line)) != nil
  }

  /// - Returns: whether it is closed.
  private mutating func removeComment() -> Bool {
    // `<!-->` is a whole comment: the two marks may share their dashes.
    guard let end = rest.dropFirst(2).firstRange(of: Self.closing) else { return false }
    let comment = rest[..<end.upperBound]
    let isFirst = kept[lineStart...].allSatisfy(\.isWhitespace)
    let isLong = comment.contains("\n")
    for _ in 0..<comment.count(where: { $0 == "\n" }) { keepLineEnd() }
    rest = rest[end.upperBound...]
    // What comes first on its line after a comment may be a block, and is no indented code.
    if isFirst || isLong {
      rest = rest.drop { $0 == " " || $0 == "\t" }
      keepBlock()
    }
    return true
  }

  private mutating func keep(to end: Substring.Index?) {
    let text = rest[..<(end ?? rest.endIndex)]
    rest = rest[text.endIndex...]
    line += text.count { $0 == "\n" }
    kept += text
    if let last = kept.lastIndex(of: "\n") { lineStart = kept.index(after: last) }
  }

  private mutating func keepLineEnd() {
    kept += "\n"
    line += 1
    lineStart = kept.endIndex
  }
}
