import Document

/// What would make a chapter's compilation last: `async let`.
///
/// A chapter is one long function, and the compiler ends every `async let` of it anew at each `try`
/// that follows: the time and the memory that it takes grow with their product.
enum CompilationTrap {
  /// The line of the first `async let` in a cell's code, counted from 0; comments and texts do not
  /// count.
  static func line(in code: String) -> Int? {
    var line = 0
    var lineOfAsync: Int?
    for token in SwiftLexer.tokens(of: code) {
      switch (token.kind, token.text) {
      case (.keyword, "async"): lineOfAsync = line
      case (.keyword, "let"), (.keyword, "var"): if let lineOfAsync { return lineOfAsync }
      case (.comment, _): break
      case (_, let text): if !text.allSatisfy(\.isWhitespace) { lineOfAsync = nil }
      }
      line += token.text.count(where: \.isNewline)
    }
    return nil
  }
}
