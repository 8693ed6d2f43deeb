import Document

/// Turns the blocks of the woven document into text for a terminal, or plain text.
///
/// Running text is set in French on lines of at most 100 columns. Without colour, the text holds
/// no control character but line feeds.
public struct TerminalRenderer: Sendable {
  /// The widths that a page may have: narrower pages are overrun, wider ones not filled.
  static let widths = 20...1000
  /// The longest comfortable line of running text.
  static let widestMeasure = 100

  let width: Int
  let color: Bool
  let answers: TerminalAnswers

  /// A renderer for a page of `width` columns, brought between 20 and 1000; `answers` is what
  /// the terminal said that it can show.
  public init(width: Int, color: Bool, answers: TerminalAnswers = TerminalAnswers()) {
    self.answers = answers
    self.width = min(max(width, Self.widths.lowerBound), Self.widths.upperBound)
    self.color = color
  }

  /// The widest line of running text.
  var measure: Int { min(width, Self.widestMeasure) }

  /// The block's text and the blank line that sets it off from the next; nothing for an empty block.
  public func render(_ block: WovenBlock) -> String {
    if case .figure(let figure) = block, let pictures = answers.pictures,
      let picture = figure.picture
    {
      return painted(captionLines(figure.caption))
        + pictures.display(picture, columns: measure, cellShape: answers.cellShape)
        + painted(fileLines(figure)) + "\n"
    }
    let lines = self.lines(of: block)
    guard lines.contains(where: { !$0.isEmpty }) else { return "" }
    return painted(lines) + "\n"
  }

  private func painted(_ lines: [StyledText]) -> String {
    lines.map { $0.painted(color: color) + "\n" }.joined()
  }

  private func lines(of block: WovenBlock) -> [StyledText] {
    switch block {
    case .title(let title): lines(of: title)
    case .prose(let prose): lines(of: prose)
    case .code(let listing): lines(of: listing)
    case .output(let output):
      output.verbatimLines.map { StyledText($0, .plain, .verbatim) }
        .barred("  ┊ ", .rule, width: width)
    case .table(let table): lines(of: table)
    case .figure(let figure): lines(of: figure)
    case .references(let references): lines(of: references.asProse)
    case .reader: []
    case .notice(let notice): noticeLines(notice)
    }
  }

  private func lines(of listing: Listing) -> [StyledText] {
    let code = listing.lines(width: width)
    switch listing.role {
    case .hiddenCell: return []
    case .solution(let number, let explanation, let mistakes):
      let title = "**Solution de l’exercice\u{A0}\(number)**\n\n"
      let remarks = mistakes.map { "- " + $0.replacing("\n", with: "\n  ") + "\n" }.joined()
      let before = explanation.isEmpty ? [] : lines(of: Prose(title + explanation)) + [StyledText()]
      if mistakes.isEmpty { return before + code }
      let list = Prose("**\(ArticleSolution.mistakesTitle)**\n\n\(remarks)")
      return before + code + [StyledText()] + lines(of: list)
    default: return code
    }
  }

  private func lines(of prose: Prose) -> [StyledText] {
    ProseLayout(values: InlineValues(values: prose.values), color: color, width: measure)
      .lines(of: MarkdownParser.parse(prose.markdown))
  }

  private func lines(of title: ChapterTitle) -> [StyledText] {
    let rule = StyledText(String(repeating: "━", count: measure), .title, .fixed)
    let label = "Chapitre\u{A0}\(title.number)\u{A0}– "
    let text = StyledText(label + title.title.safeOnOneLine, .title).inFrench
    return [rule] + text.wrapped(width: measure - 2).prefixed(with: " ") + [rule]
  }

  private func noticeLines(_ notice: String) -> [StyledText] {
    let text = StyledText(notice.safeOnOneLine).inFrench
    return text.wrapped(width: measure - 2)
      .prefixed(first: StyledText("▲ ", .notice), rest: StyledText("  "))
  }
}

extension [Reference] {
  /// The list of references under its heading.
  fileprivate var asProse: Prose {
    Prose("## Références\n\n" + map { "- \($0.entry)" }.joined(separator: "\n"))
  }
}

extension [StyledText] {
  /// The lines after the same prefix.
  func prefixed(with prefix: String, _ style: Style = .plain) -> [StyledText] {
    let text = StyledText(prefix, style, .fixed)
    return prefixed(first: text, rest: text)
  }
}
