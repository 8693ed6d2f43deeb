/// Characters with their looks and their part in the typography.
///
/// Nothing enters it that could act on a terminal.
struct StyledText: Sendable, Equatable {
  /// What typography and line breaking may do to a character.
  enum Role: Sendable {
    /// Running text: spaced the French way, broken at spaces.
    case prose
    /// A computed value: its characters stay, its spaces may become unbreakable.
    case value
    /// Code or a long formula: kept as it is, broken at spaces.
    case verbatim
    /// A short formula or code: kept as it is on one line.
    case fixed
    /// A path or URL: never broken, even where it is longer than the line.
    case address
  }

  struct Glyph: Sendable, Equatable {
    fileprivate(set) var character: Character
    fileprivate(set) var style: Style
    fileprivate(set) var role: Role
    fileprivate(set) var width: Int
    /// Which part of a text it belongs to, for who takes the text apart again.
    fileprivate(set) var part = 0

    var allowsBreak: Bool { character == " " && role != .fixed && role != .address }
    var isLineBreak: Bool { character == "\n" }

    /// The same glyph with another character of its width.
    func showing(_ other: Character) -> Glyph {
      var glyph = self
      glyph.character = other
      return glyph
    }
  }

  private(set) var glyphs: [Glyph] = []

  init() {}

  init(_ text: String, _ style: Style = .plain, _ role: Role = .prose) {
    append(text, style, role)
  }

  init(_ glyphs: some Sequence<Glyph>) {
    self.glyphs = Array(glyphs)
  }

  var width: Int { glyphs.reduce(0) { $0 + $1.width } }
  var isEmpty: Bool { glyphs.isEmpty }
  var text: String { String(glyphs.map(\.character)) }

  mutating func append(
    _ text: String, _ style: Style = .plain, _ role: Role = .prose, part: Int = 0
  ) {
    for character in text.safeForTerminal {
      glyphs.append(
        Glyph(
          character: character, style: style, role: role, width: String(character).displayWidth,
          part: part))
    }
  }

  mutating func append(_ other: StyledText) {
    glyphs += other.glyphs
  }

  /// Ends the line here, whatever room is left.
  mutating func appendLineBreak() {
    glyphs.append(Glyph(character: "\n", style: .plain, role: .prose, width: 0))
  }

  /// The text as a terminal shows it: codes where the style changes, none without colour.
  func painted(color: Bool) -> String {
    guard color else { return text }
    var result = ""
    var current = Style.plain
    for glyph in glyphs {
      if glyph.style != current {
        if current != .plain { result += "\u{1B}[0m" }
        let codes = glyph.style.codes
        if !codes.isEmpty { result += "\u{1B}[\(codes.map(String.init).joined(separator: ";"))m" }
        current = glyph.style
      }
      result.append(glyph.character)
    }
    return current == .plain ? result : result + "\u{1B}[0m"
  }

  static func + (first: StyledText, second: StyledText) -> StyledText {
    StyledText(first.glyphs + second.glyphs)
  }
}

extension [StyledText] {
  /// The lines after a prefix, the first line after its own; empty lines get no trailing space.
  func prefixed(first: StyledText, rest: StyledText) -> [StyledText] {
    enumerated().map { index, line in
      let prefix = index == 0 ? first : rest
      return line.isEmpty ? prefix.trimmed : prefix + line
    }
  }
}

extension StyledText {
  /// The text without its last spaces.
  var trimmed: StyledText {
    var kept = glyphs[...]
    while kept.last?.character == " " { kept.removeLast() }
    return StyledText(kept)
  }
}
