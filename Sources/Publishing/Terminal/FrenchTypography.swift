/// French typography of running text: no-break spaces, apostrophes, ellipses.
///
/// The rules are those of the Imprimerie nationale, with U+00A0 for every no-break space, which
/// all terminal fonts have.
public enum FrenchTypography {
  /// The text with `: ; ! ? %` and « » spaced by U+00A0, digit groups kept together, `'` and `...`
  /// turned into ’ and ….
  public static func apply(to text: String) -> String {
    StyledText(text).inFrench.text
  }
}

extension StyledText {
  /// The same text, its prose spaced the French way, across changes of style.
  var inFrench: StyledText {
    var source = glyphs
    source.collapseSpaces()
    var typesetter = Typesetter(source: source)
    typesetter.run()
    return StyledText(typesetter.result)
  }
}

extension [StyledText.Glyph] {
  fileprivate mutating func collapseSpaces() {
    var previousIsSpace = false
    removeAll { glyph in
      let isSpace = glyph.character == " " && glyph.role == .prose
      defer { previousIsSpace = isSpace }
      return isSpace && previousIsSpace
    }
  }
}

/// Goes through the glyphs once, looking one glyph back and a few ahead.
private struct Typesetter {
  typealias Glyph = StyledText.Glyph

  let source: [Glyph]
  let isAddress: [Bool]
  var result: [Glyph] = []

  private static let noBreakSpace: Character = "\u{A0}"
  private static let spaces: Set<Character> = [" ", "\u{A0}", "\u{202F}", "\u{2009}", "\n"]
  private static let closing: Set<Character> = [
    "!", "?", ";", ":", "…", "»", ")", "]", ".", ",", "\"", "”", "’",
  ]

  init(source: [Glyph]) {
    self.source = source
    isAddress = Self.addresses(in: source)
  }

  mutating func run() {
    var index = 0
    while index < source.count {
      let glyph = source[index]
      if isAddress[index] || !(glyph.role == .prose || glyph.role == .value) {
        result.append(glyph)
      } else if glyph.character == " " {
        result.append(joinsNeighbours(at: index) ? noBreakSpace(like: glyph) : glyph)
      } else if glyph.role == .prose {
        index += typeset(glyph, at: index)
      } else {
        result.append(glyph)
      }
      index += 1
    }
  }

  /// Writes one character of running text; returns how many of the next ones it stands for.
  private mutating func typeset(_ glyph: Glyph, at index: Int) -> Int {
    switch glyph.character {
    case "'":
      append("’", like: glyph)
    case "." where isEllipsis(at: index):
      append("…", like: glyph)
      return 2
    case ";" where wantsSpaceBefore(index), "!" where wantsSpaceBefore(index),
      "?" where wantsSpaceBefore(index):
      result.append(noBreakSpace(like: glyph))
      result.append(glyph)
    case ":" where colonWantsSpaceBefore(index):
      result.append(noBreakSpace(like: glyph))
      result.append(glyph)
    case "»" where !isSpace(result.last?.character) && !result.isEmpty:
      result.append(noBreakSpace(like: glyph))
      result.append(glyph)
    case "«":
      result.append(glyph)
      if let next = character(index + 1), !isSpace(next) {
        result.append(noBreakSpace(like: glyph))
      }
    default:
      result.append(glyph)
    }
    return 0
  }

  /// Whether the space at this place stands where French forbids a line's end.
  private func joinsNeighbours(at index: Int) -> Bool {
    guard let next = character(index + 1), let previous = character(index - 1) else { return false }
    if previous == "«" && isProse(index - 1) { return true }
    if isProse(index + 1) || source[index + 1].role == .value {
      if "%»".contains(next) || ":;!?".contains(next) && endsWord(at: index + 1) {
        return !isSpace(previous)
      }
    }
    return separatesDigitGroups(at: index)
  }

  /// Groups of three digits after a first of one to three, as in 60 000.
  private func separatesDigitGroups(at index: Int) -> Bool {
    guard (1...3).allSatisfy({ isDigit(index + $0) }), !isDigit(index + 4) else { return false }
    let before = (1...4).prefix { isDigit(index - $0) }.count
    return (1...3).contains(before)
  }

  /// `; ! ?` after a word, at the end of one; not inside `(?)`, `?!` or an expression.
  private func wantsSpaceBefore(_ index: Int) -> Bool {
    guard let previous = result.last?.character, !isSpace(previous) else { return false }
    return !"!?([{«:;".contains(previous) && endsWord(at: index)
  }

  private func colonWantsSpaceBefore(_ index: Int) -> Bool {
    guard let previous = result.last, !isSpace(previous.character) else { return false }
    guard previous.character.isLetter || previous.character == "»" || previous.role != .prose
    else { return false }
    return character(index + 1).map { isSpace($0) } ?? true
  }

  private func endsWord(at index: Int) -> Bool {
    character(index + 1).map { isSpace($0) || Self.closing.contains($0) } ?? true
  }

  private func isEllipsis(at index: Int) -> Bool {
    let dots = { (place: Int) in character(place) == "." && isProse(place) }
    return dots(index + 1) && dots(index + 2) && !dots(index + 3) && !dots(index - 1)
  }

  /// The words of running text that are bare URLs.
  private static func addresses(in source: [Glyph]) -> [Bool] {
    var flags = Array(repeating: false, count: source.count)
    var start = 0
    while start < source.count {
      var end = start
      while end < source.count, !isSpace(source[end].character) { end += 1 }
      if String(source[start..<end].map(\.character)).contains("://") {
        for index in start..<end { flags[index] = true }
      }
      start = end + 1
    }
    return flags
  }

  private static func isSpace(_ character: Character?) -> Bool {
    character.map { spaces.contains($0) } ?? false
  }

  private func isSpace(_ character: Character?) -> Bool { Self.isSpace(character) }

  private func character(_ index: Int) -> Character? {
    source.indices.contains(index) ? source[index].character : nil
  }

  private func isProse(_ index: Int) -> Bool {
    source.indices.contains(index) && source[index].role == .prose
  }

  private func isDigit(_ index: Int) -> Bool {
    guard source.indices.contains(index) else { return false }
    let glyph = source[index]
    return (glyph.role == .prose || glyph.role == .value) && ("0"..."9").contains(glyph.character)
  }

  private mutating func append(_ character: Character, like glyph: Glyph) {
    result.append(glyph.showing(character))
  }

  private func noBreakSpace(like glyph: Glyph) -> Glyph {
    glyph.showing(Self.noBreakSpace)
  }
}
