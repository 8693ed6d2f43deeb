/// A lexical element of TeX mathematics.
enum FormulaToken: Equatable, Sendable {
  /// `\name`, or a backslash and one other character; the name is without backslash.
  case command(String)
  case character(Character)
  case openBrace
  case closeBrace
  case superscript
  case `subscript`
  /// `&`, between the cells of a row.
  case align
  case space

  /// Cuts TeX into tokens; every input has a reading.
  static func tokens(of tex: String) -> [FormulaToken] {
    var tokens: [FormulaToken] = []
    var rest = Substring(tex)
    while let character = rest.popFirst() {
      switch character {
      case "\\":
        let letters = rest.prefix { $0.isASCII && $0.isLetter }
        let name = letters.isEmpty ? rest.prefix(1) : letters
        rest = rest.dropFirst(name.count)
        tokens.append(.command(String(name)))
      case "{": tokens.append(.openBrace)
      case "}": tokens.append(.closeBrace)
      case "^": tokens.append(.superscript)
      case "_": tokens.append(.subscript)
      case "&": tokens.append(.align)
      case _ where character.isWhitespace: tokens.append(.space)
      default: tokens.append(.character(character))
      }
    }
    return tokens
  }
}
