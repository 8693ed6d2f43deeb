import Document

/// Writes parsed Markdown as Markdown again.
struct MarkdownText {
  enum Dialect {
    /// GitHub's: formulas between `` $` `` and `` `$ ``, so that their underscores stay.
    case github
    /// Jupyter's: formulas between dollars.
    case notebook
  }

  let dialect: Dialect
  /// The address of an entry of the glossary, by its slug.
  let glossary: (String) -> String?

  // MARK: Inlines

  func phrase(_ inlines: [Inline]) -> String {
    inlines.enumerated().map { index, inline in
      text(of: inline, before: index + 1 < inlines.count ? inlines[index + 1] : nil)
    }.joined()
  }

  private func text(of inline: Inline, before next: Inline?) -> String {
    switch inline {
    case .text(let text): Self.escaped(text)
    case .code(let code): Self.span(code)
    case .formula(let tex, _): formula(tex)
    case .emphasis(let inlines): "*\(phrase(inlines))*"
    case .strong(let inlines): "**\(phrase(inlines))**"
    case .strikethrough(let inlines): "~~\(phrase(inlines))~~"
    case .link(let inlines, let address), .image(let inlines, let address):
      link(phrase(inlines), address)
    case .lineBreak: "\\\n"
    case .measured(_, let name): "[\(MeasureMark.text(name))](../\(MeasuresFile.name))"
    case .foreign(let inlines, _): phrase(inlines)
    case .anchor(let id): "<a id=\"\(id)\"></a>"
    }
  }

  private func formula(_ tex: String) -> String {
    if tex.contains("`") || tex.contains("$") { return Self.span(tex) }
    return dialect == .github ? "$`\(tex)`$" : "$\(tex)$"
  }

  private func link(_ words: String, _ address: String) -> String {
    if address.hasPrefix(GlossaryLinks.scheme) {
      let slug = String(address.dropFirst(GlossaryLinks.scheme.count))
      return glossary(slug).map { "[\(words)](\($0))" } ?? words
    }
    guard address.hasPrefix("#") || SafeAddress.isSafe(address) else { return words }
    let target = address.replacing("(", with: "%28").replacing(")", with: "%29")
      .replacing("<", with: "%3C").replacing(">", with: "%3E")
    return "[\(words)](\(target))"
  }

  /// The text as it is, whatever Markdown or HTML it looks like.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.safeForTerminal(keeping: ["\n", "\t"]) {
      switch character {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "$", "~", "|", "&", "#": result += "\\"
      default: break
      }
      result.append(character)
    }
    return result
  }

  /// A code span whose fence its text does not hold.
  static func span(_ code: String) -> String {
    let code = code.safeForTerminal
    let fence = String(repeating: "`", count: longestRun(of: "`", in: code) + 1)
    let pad = code.hasPrefix("`") || code.hasSuffix("`") || code.isEmpty ? " " : ""
    return fence + pad + code + pad + fence
  }

  static func fenced(_ code: String, _ language: String) -> String {
    let code = code.safeForTerminal(keeping: ["\n", "\t"])
    let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: code) + 1))
    let word = language.prefix { $0.isLetter || $0.isNumber || "+-#".contains($0) }
    return "\(fence)\(word)\n\(code)\(code.last == "\n" ? "" : "\n")\(fence)\n"
  }

  private static func longestRun(of character: Character, in text: String) -> Int {
    var (longest, current) = (0, 0)
    for other in text {
      current = other == character ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }

  // MARK: Blocks

  func text(of blocks: [Block]) -> String { blocks.map(text).joined(separator: "\n") }

  func text(of block: Block) -> String {
    switch block {
    case .heading(let level, let inlines):
      String(repeating: "#", count: min(level, 6)) + " \(phrase(inlines))\n"
    case .paragraph(let inlines): paragraph(inlines)
    case .quote(let blocks): Self.prefixed(text(of: blocks), first: "> ", rest: "> ")
    case .list(let list): text(of: list)
    case .code(let code, let language): Self.fenced(code, language)
    case .table(let table): text(of: table)
    case .thematicBreak: "---\n"
    }
  }

  private func paragraph(_ inlines: [Inline]) -> String {
    var parts: [String] = []
    var rest: [Inline] = []
    func flush() {
      let words = phrase(rest).trimmingSpaces
      if !words.isEmpty { parts.append(Self.safeAtStart(words) + "\n") }
      rest = []
    }
    for inline in inlines {
      if case .formula(let tex, true) = inline {
        flush()
        parts.append(
          dialect == .github ? Self.fenced(tex, "math") : "$$\n\(tex)\n$$\n")
      } else {
        rest.append(inline)
      }
    }
    flush()
    return parts.joined(separator: "\n")
  }

  /// At the start of a line, some characters would make a list or a heading of it.
  static func safeAtStart(_ text: String) -> String {
    if let first = text.first, "+-=".contains(first) { return "\\" + text }
    guard let match = text.prefixMatch(of: /([0-9]+)([.)])/) else { return text }
    return "\(match.1)\\\(match.2)" + text[match.range.upperBound...]
  }

  private func text(of list: MarkdownList) -> String {
    list.items.enumerated().map { index, item in
      let mark = list.start.map { "\($0 + index). " } ?? "- "
      let indent = String(repeating: " ", count: mark.count)
      return Self.prefixed(text(of: item), first: mark, rest: indent)
    }.joined(separator: list.isTight ? "" : "\n")
  }

  func text(of table: MarkdownTable) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    let rule = table.header.map { cell in
      switch cell.alignment {
      case .left: "---"
      case .center: ":-:"
      case .right: "--:"
      }
    }
    return line(table.header.map { phrase($0.content) }) + line(rule)
      + table.rows.map { line($0.map { phrase($0.content) }) }.joined()
  }

  static func prefixed(_ text: String, first: String, rest: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.enumerated().map { index, line in
      let prefix = index == 0 ? first : rest
      return (line.isEmpty ? String(prefix.trimmingSuffixSpaces) : prefix + line) + "\n"
    }.joined()
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(trimmingPrefix { $0 == " " }.trimmingSuffixSpaces)
  }

  fileprivate var trimmingSuffixSpaces: Substring { self[...].trimmingSuffixSpaces }
}

extension Substring {
  fileprivate var trimmingSuffixSpaces: Substring {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
