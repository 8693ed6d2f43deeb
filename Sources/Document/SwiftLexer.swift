/// Cuts Swift source into tokens whose texts, one after the other, are the source again.
///
/// It knows what highlighting needs and no more; source that is not legal Swift gives tokens too.
public struct SwiftLexer {
  /// What the characters at the current place belong to.
  private enum Mode {
    /// Code, in an interpolation when `parentheses` counts those open since its own.
    case code(parentheses: Int)
    case string(hashes: Int, isMultiline: Bool)
  }

  private let source: [Character]
  private var index = 0
  private var modes: [Mode] = []
  private var tokens: [SwiftToken] = []

  public static func tokens(of source: String) -> [SwiftToken] {
    var lexer = SwiftLexer(source: Array(source))
    lexer.run()
    return lexer.tokens
  }

  private init(source: [Character]) {
    self.source = source
  }

  private mutating func run() {
    while index < source.count {
      if case .string(let hashes, let isMultiline) = modes.last {
        readString(hashes: hashes, isMultiline: isMultiline)
      } else {
        readCode()
      }
    }
  }

  private mutating func readCode() {
    let character = source[index]
    if starts(with: "//") {
      let end = source[index...].firstIndex { $0.isNewline } ?? source.count
      take(end - index, .comment)
    } else if starts(with: "/*") {
      take(blockCommentLength, .comment)
    } else if let hashes = openingHashes {
      let isMultiline = starts(with: "\"\"\"", after: hashes)
      modes.append(.string(hashes: hashes, isMultiline: isMultiline))
      take(hashes + (isMultiline ? 3 : 1), .string)
    } else if character.isNumber, character.isASCII {
      take(numberLength, .number)
    } else if character == "@" || character == "#" {
      take(1 + wordLength(from: index + 1), .attribute)
    } else if character == "`" {
      let word = wordLength(from: index + 1)
      take(word + (at(index + 1 + word) == "`" ? 2 : 1), .plain)
    } else if wordLength(from: index) > 0 {
      readWord()
    } else {
      count(character)
      take(1, .plain)
    }
  }

  private mutating func readWord() {
    let length = wordLength(from: index)
    let word = String(source[index..<index + length])
    let previous = index > 0 ? source[index - 1] : " "
    let next = at(index + length)
    let isArgumentLabel = next == ":" && !["default", "self"].contains(word)
    if SwiftToken.keywords.contains(word), previous != ".", !isArgumentLabel,
      !(SwiftToken.modestKeywords.contains(word) && next == "(")
    {
      take(length, .keyword)
    } else if isTypeName(word) {
      take(length, .type)
    } else {
      take(length, .plain)
    }
  }

  /// A capital and more: lone capitals (`W`, `A1`) are the course's matrices.
  private func isTypeName(_ word: String) -> Bool {
    word.first?.isUppercase == true && word.dropFirst().contains { $0.isLetter }
  }

  /// Closes the interpolation when its own parenthesis is reached.
  private mutating func count(_ character: Character) {
    guard case .code(let open) = modes.last else { return }
    if character == "(" {
      modes[modes.count - 1] = .code(parentheses: open + 1)
    } else if character == ")" {
      if open == 0 {
        modes.removeLast()
      } else {
        modes[modes.count - 1] = .code(parentheses: open - 1)
      }
    } else if character.isNewline, !isInMultilineString {
      leaveUnfinishedStrings()
    }
  }

  private mutating func readString(hashes: Int, isMultiline: Bool) {
    let quotes = isMultiline ? 3 : 1
    if starts(with: isMultiline ? "\"\"\"" : "\""), hasHashes(hashes, at: index + quotes) {
      modes.removeLast()
      take(quotes + hashes, .string)
    } else if source[index] == "\\", hasHashes(hashes, at: index + 1) {
      let escaped = index + 1 + hashes
      if at(escaped) == "(" {
        modes.append(.code(parentheses: 0))
        take(hashes + 2, .plain)
      } else {
        take(
          escaped < source.count && !source[escaped].isNewline ? hashes + 2 : hashes + 1, .string)
      }
    } else if source[index].isNewline, !isMultiline {
      leaveUnfinishedStrings()
    } else {
      take(1, .string)
    }
  }

  private var isInMultilineString: Bool {
    modes.contains { if case .string(_, true) = $0 { true } else { false } }
  }

  /// A line's end closes the strings that should have been closed before it.
  private mutating func leaveUnfinishedStrings() {
    while let mode = modes.last {
      if case .string(_, true) = mode { return }
      modes.removeLast()
    }
  }

  /// How many `#` come before the quote of a string that starts here.
  private var openingHashes: Int? {
    let hashes = source[index...].prefix { $0 == "#" }.count
    return at(index + hashes) == "\"" ? hashes : nil
  }

  private var blockCommentLength: Int {
    var depth = 0
    var end = index
    while end < source.count {
      if at(end) == "/", at(end + 1) == "*" {
        depth += 1
        end += 2
      } else if at(end) == "*", at(end + 1) == "/" {
        depth -= 1
        end += 2
        if depth == 0 { break }
      } else {
        end += 1
      }
    }
    return min(end, source.count) - index
  }

  private var numberLength: Int {
    var end = index
    while let character = at(end) {
      let isExponentSign =
        (character == "-" || character == "+") && "eEpP".contains(source[end - 1])
        && !(at(index + 1) == "x" && "eE".contains(source[end - 1]))
      let isPoint = character == "." && at(end + 1)?.isNumber == true
      guard
        character.isLetter || character.isNumber || character == "_" || isPoint
          || isExponentSign
      else { break }
      end += 1
    }
    return end - index
  }

  private func wordLength(from start: Int) -> Int {
    var end = start
    while let character = at(end),
      character.isLetter || character == "_" || character == "$"
        || end > start && character.isNumber
    {
      end += 1
    }
    return end - start
  }

  private func at(_ place: Int) -> Character? {
    source.indices.contains(place) ? source[place] : nil
  }

  private func starts(with text: String, after offset: Int = 0) -> Bool {
    text.enumerated().allSatisfy { at(index + offset + $0.offset) == $0.element }
  }

  private func hasHashes(_ count: Int, at start: Int) -> Bool {
    (0..<count).allSatisfy { at(start + $0) == "#" }
  }

  /// Moves past `count` characters; neighbours of one kind make one token.
  private mutating func take(_ count: Int, _ kind: SwiftToken.Kind) {
    let end = min(index + count, source.count)
    let text = String(source[index..<end])
    index = end
    if tokens.last?.kind == kind {
      tokens[tokens.count - 1].text += text
    } else {
      tokens.append(SwiftToken(kind: kind, text: text))
    }
  }
}
