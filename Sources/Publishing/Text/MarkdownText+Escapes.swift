extension MarkdownText {
  /// The address without what would end it, or mean something inside it.
  static func target(_ address: String) -> String {
    address.unicodeScalars.map { scalar in
      switch scalar {
      case "(", ")", "<", ">", "\\", "|", "`", "\"", " ", "\u{FFFD}":
        String(scalar).utf8.map { "%" + String($0, radix: 16, uppercase: true) }.joined()
      case "&": "&amp;"
      default: String(scalar)
      }
    }.joined()
  }

  /// The text as it is, whatever Markdown or HTML it looks like.
  static func escaped(
    _ text: String, startsLine: Bool = false, isBeforeLink: Bool = false
  ) -> String {
    var result = ""
    // Scalar by scalar: a combining mark does not hide the sign below it from other readers.
    for scalar in text.safeForTerminal(keeping: ["\n", "\t"]).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "$", "~", "|", "&", "#": result += "\\"
      default: break
      }
      result.unicodeScalars.append(scalar)
    }
    if isBeforeLink, result.unicodeScalars.last == "!" {
      result.unicodeScalars.removeLast()
      result += "\\!"
    }
    return startsLine ? safeAtStart(result) : result
  }

  /// A code span whose fence its text does not hold.
  static func span(_ code: String) -> String {
    let code = code.safeForTerminal
    let fence = String(repeating: "`", count: longestRun(in: code) + 1)
    let ends = [code.unicodeScalars.first, code.unicodeScalars.last]
    let isSpaced = ends == [" ", " "] && code.contains { $0 != " " }
    let pad = ends.contains("`") || code.isEmpty || isSpaced ? " " : ""
    return fence + pad + code + pad + fence
  }

  static func fenced(_ code: String, _ language: String) -> String {
    let code = code.safeForTerminal(keeping: ["\n", "\t"])
    let fence = String(repeating: "`", count: max(3, longestRun(in: code) + 1))
    let word = language.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-#".contains($0)) }
    return "\(fence)\(word)\n\(code)\(code.last == "\n" ? "" : "\n")\(fence)\n"
  }

  private static func longestRun(in code: String) -> Int {
    var (longest, current) = (0, 0)
    for scalar in code.unicodeScalars {
      current = scalar == "`" ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }

  /// At the start of a line, some characters would make a list or a heading of it.
  static func safeAtStart(_ text: String) -> String {
    if let first = text.unicodeScalars.first, "+-=".unicodeScalars.contains(first) {
      return "\\" + text
    }
    guard let match = text.prefixMatch(of: /([0-9]+)([.)])/) else { return text }
    return "\(match.1)\\\(match.2)" + text[match.range.upperBound...]
  }
}
