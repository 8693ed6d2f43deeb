extension StyledText {
  /// The text on lines no wider than `width`, broken at its spaces.
  ///
  /// A word wider than a line is cut, a punctuation mark never alone after the cut; an address is
  /// left whole, so that it can be copied.
  func wrapped(width: Int) -> [StyledText] {
    var breaker = LineBreaker(width: max(1, width))
    for glyph in glyphs {
      breaker.add(glyph)
    }
    return breaker.finish()
  }
}

/// Fills lines with as many words as they hold.
private struct LineBreaker {
  typealias Glyph = StyledText.Glyph

  /// How many marks after a word are kept from standing alone on the line that follows a cut.
  private static let longestPunctuation = 4

  let width: Int
  private var lines: [StyledText] = []
  private var line: [Glyph] = []
  private var lineWidth = 0
  /// The spaces between the line and the word.
  private var gap: [Glyph] = []
  private var word: [Glyph] = []
  private var wordWidth = 0

  init(width: Int) {
    self.width = width
  }

  mutating func add(_ glyph: Glyph) {
    if glyph.isLineBreak {
      endWord()
      endLine()
    } else if glyph.allowsBreak {
      endWord()
      gap.append(glyph)
    } else {
      word.append(glyph)
      wordWidth += glyph.width
    }
  }

  mutating func finish() -> [StyledText] {
    endWord()
    if !line.isEmpty || lines.isEmpty { endLine() }
    return lines
  }

  private mutating func endLine() {
    lines.append(StyledText(line))
    line = []
    lineWidth = 0
    gap = []
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    if !line.isEmpty, lineWidth + gap.count + wordWidth > width { endLine() }
    if wordWidth > width, !word.contains(where: { $0.role == .address }) { cutWord() }
    if !line.isEmpty {
      line += gap
      lineWidth += gap.count
    }
    gap = []
    line += word
    lineWidth += wordWidth
    word = []
    wordWidth = 0
  }

  /// Writes full lines of a word that no line holds, and keeps its end.
  private mutating func cutWord() {
    var rest = word[...]
    while wordWidth > width {
      var taken = 0
      var end = rest.startIndex
      while end < rest.endIndex, end == rest.startIndex || taken + rest[end].width <= width {
        taken += rest[end].width
        end += 1
      }
      // A character wider than the page ends the cutting.
      guard end < rest.endIndex else { break }
      let isShortEnd = rest.endIndex - end <= Self.longestPunctuation
      if end > rest.startIndex + 1, isShortEnd, !rest[end...].contains(where: \.isOfWord) {
        end -= 1
        taken -= rest[end].width
      }
      lines.append(StyledText(rest[..<end]))
      rest = rest[end...]
      wordWidth -= taken
    }
    word = Array(rest)
  }
}

extension StyledText.Glyph {
  fileprivate var isOfWord: Bool { character.isLetter || character.isNumber }
}
