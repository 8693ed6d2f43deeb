import CMD4C
import Document

/// Builds the tree of blocks from md4c's enter, leave and text events.
final class MarkdownBuilder {
  enum Opening {
    case document, quote, item, thematicBreak, paragraph, table, rows, row
    case list(start: Int?, isTight: Bool)
    case heading(level: Int)
    case codeBlock(language: String)
    case cell(Table.Alignment)
    case emphasis, strong, strikethrough, codeSpan
    case formula(isDisplay: Bool)
    case link(address: String)
    case image(address: String)

    /// Whether it may hold another of its own kind, directly or not; the parts of a list or table
    /// cannot be without one.
    var nests: Bool {
      switch self {
      case .quote, .list, .emphasis, .strong, .strikethrough, .link, .image: true
      default: false
      }
    }
  }

  /// What is open, with what it has received so far.
  fileprivate struct Frame {
    var opening: Opening
    var blocks: [Block] = []
    var inlines: [Inline] = []
    var items: [[Block]] = []
    var cells: [MarkdownTable.Cell] = []
    var rows: [[MarkdownTable.Cell]] = []
  }

  /// Quotes, lists and spans nested deeper than this are flattened into the deepest one, so that
  /// no later walk of the tree can overflow the stack.
  static let deepestNesting = 48

  private var frames = [Frame(opening: .document)]
  /// How many openings beyond the deepest nesting have not been closed yet.
  private var ignored = 0

  func open(_ opening: Opening) {
    if ignored > 0 || opening.nests && frames.count >= Self.deepestNesting {
      ignored += 1
      return
    }
    frames.append(Frame(opening: opening))
  }

  func close() {
    if ignored > 0 {
      ignored -= 1
      return
    }
    guard frames.count > 1, let frame = frames.popLast() else { return }
    frames[frames.count - 1].receive(frame)
  }

  func add(_ text: String, _ type: MD_TEXTTYPE) {
    frames[frames.count - 1].add(
      type == MD_TEXT_BR ? .lineBreak : .text(Self.decoded(text, type)))
  }

  func finish() -> [Block] {
    while frames.count > 1 { close() }
    frames[0].closeParagraph()
    return frames[0].blocks
  }

  /// The characters that a piece of md4c's text stands for.
  static func decoded(_ text: String, _ type: MD_TEXTTYPE) -> String {
    switch type {
    case MD_TEXT_NULLCHAR: "\u{FFFD}"
    case MD_TEXT_SOFTBR: " "
    case MD_TEXT_ENTITY: CharacterReference.decode(text)
    default: text
    }
  }
}

extension MarkdownBuilder.Frame {
  fileprivate mutating func add(_ inline: Inline) {
    guard case .text(let more) = inline, case .text(var text) = inlines.last else {
      inlines.append(inline)
      return
    }
    // Emptying the place first lets the string grow where it is, without a copy for each piece.
    inlines[inlines.count - 1] = .text("")
    text += more
    inlines[inlines.count - 1] = .text(text)
  }

  /// md4c gives the text of a tight list's item without a paragraph around it.
  fileprivate mutating func closeParagraph() {
    if !inlines.isEmpty { blocks.append(.paragraph(inlines)) }
    inlines = []
  }

  private mutating func add(_ block: Block) {
    closeParagraph()
    blocks.append(block)
  }

  private var plainText: String {
    inlines.map { if case .text(let text) = $0 { text } else { "" } }.joined()
  }

  fileprivate mutating func receive(_ child: Self) {
    var child = child
    switch child.opening {
    case .document, .quote, .item: child.closeParagraph()
    default: break
    }
    switch child.opening {
    case .document: child.blocks.forEach { add($0) }
    case .quote: add(.quote(child.blocks))
    case .item: items.append(child.blocks)
    case .list(let start, let isTight):
      add(.list(MarkdownList(start: start, isTight: isTight, items: child.items)))
    case .thematicBreak: add(.thematicBreak)
    case .heading(let level): add(.heading(level: level, child.inlines))
    case .paragraph: add(.paragraph(child.inlines))
    case .codeBlock(let language): add(.code(child.plainText, language: language))
    case .table:
      let header = child.rows.first ?? []
      add(.table(MarkdownTable(header: header, rows: Array(child.rows.dropFirst()))))
    case .rows: rows += child.rows
    case .row: rows.append(child.cells)
    case .cell(let alignment):
      let content = child.inlines.map(\.withBars)
      cells.append(MarkdownTable.Cell(content: content, alignment: alignment))
    case .emphasis: add(.emphasis(child.inlines))
    case .strong: add(.strong(child.inlines))
    case .strikethrough: add(.strikethrough(child.inlines))
    case .codeSpan: add(.code(child.plainText))
    case .formula(let isDisplay): add(.formula(child.plainText, isDisplay: isDisplay))
    case .link(let address): add(.link(child.inlines, address: address))
    case .image(let address): add(.image(child.inlines, address: address))
    }
  }
}
