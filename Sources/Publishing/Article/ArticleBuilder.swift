import Document

/// Makes an article of a woven chapter, block after block.
struct ArticleBuilder {
  var article: Article
  private var ids: ArticleIDs
  private var glossary: GlossaryLinks
  var sections = [0, 0]
  private var citations: [String: Int] = [:]
  private let names = Counter()

  /// Names measured texts: `3-1`, `3-2`, …
  private final class Counter {
    var measures: [Article.Measure] = []
  }

  static func article(of chapter: WovenChapter, glossary: [GlossaryTerm]) -> Article {
    var builder = ArticleBuilder(chapter, glossary)
    for block in chapter.blocks { builder.add(block) }
    builder.article.measures = builder.names.measures
    return builder.article
  }

  private init(_ chapter: WovenChapter, _ terms: [GlossaryTerm]) {
    glossary = GlossaryLinks(terms)
    ids = ArticleIDs(taken: ArticleIDs.ofPages)
    article = Article(
      number: chapter.number, title: "", summary: "",
      parameters: chapter.parameters, blocks: [], contents: [], measures: [])
    article.title = french(chapter.title).plainText
    article.summary = french(chapter.summary).plainText
  }

  private mutating func add(_ block: WovenBlock) {
    switch block {
    case .title: break
    case .prose(let prose): add(prose)
    case .code(let listing): add(listing)
    case .output(let text): article.blocks.append(.output(verbatim(text)))
    case .table(let table): article.blocks.append(.table(self.table(table)))
    case .figure(let figure):
      article.blocks.append(
        .figure(
          ArticleFigure(
            caption: caption(figure.caption),
            alternative: french(figure.alternative).plainText, files: figure.files)))
    case .notice(let text): add(notice: text)
    case .references(let works):
      article.blocks.append(
        .references(
          works.map { work in
            CitedWork(
              key: work.key, entry: entry(of: work),
              citations: citations[work.key] ?? 0)
          }))
    case .reader(let reader): article.blocks.append(.reader(reader))
    }
  }

  // MARK: Words

  private func french(_ inlines: [Inline], _ values: InlineValues) -> [Inline] {
    FrenchInlines(values: values, measure: name).set(inlines)
  }

  /// A text that is no Markdown.
  private func french(_ text: String) -> [Inline] {
    let pieces = Measured.pieces(of: text)
    return french(
      pieces.map { $0.isMeasured ? .measured($0.text, name: "") : .text($0.text) },
      InlineValues(values: []))
  }

  /// A computed text: its characters stay.
  private func value(_ text: String) -> [Inline] {
    guard let placeholder = Unicode.Scalar(Prose.firstPlaceholder) else { return [] }
    return text.isEmpty
      ? [] : french([.text(String(placeholder))], InlineValues(values: [text]))
  }

  private func name(_ measure: String) -> String {
    let name = "\(article.number)-\(names.measures.count + 1)"
    names.measures.append(Article.Measure(name: name, text: measure.safeOnOneLine))
    return name
  }

  /// What a cell printed, a mark in the place of what a clock gave.
  private func verbatim(_ text: String) -> String {
    Measured.pieces(of: text).map { $0.isMeasured ? MeasureMark.text(name($0.text)) : $0.text }
      .joined().safeForTerminal(keeping: ["\n", "\t"])
  }

  private func inlines(of markdown: String) -> [Inline] {
    if case .paragraph(let inlines) = MarkdownParser.parse(markdown).first { return inlines }
    return [.text(markdown)]
  }

  private func entry(of work: Reference) -> [Inline] {
    let entry = inlines(of: work.entry).map { inline in
      guard let language = work.language, case .emphasis(let title) = inline else { return inline }
      return Inline.emphasis([.foreign(title, language: language)])
    }
    return french(entry, InlineValues(values: []))
  }

  private func caption(_ caption: Caption) -> ArticleCaption {
    ArticleCaption(
      id: caption.label, name: "\(caption.kind.rawValue)\u{A0}\(caption.number)",
      text: french(caption.text).plainText)
  }

  private func table(_ table: Table) -> ArticleTable {
    let columns = table.columns
    return ArticleTable(
      table: MarkdownTable(
        header: columns.map { .init(content: french($0.header), alignment: $0.alignment) },
        rows: table.rows.map { row in
          zip(columns, row).map { .init(content: value($1), alignment: $0.alignment) }
        }),
      caption: table.caption.map(caption))
  }

  /// A notice that a clock gave has no place of its own: it goes with the measures.
  private mutating func add(notice text: String) {
    let pieces = Measured.pieces(of: text)
    if !pieces.isEmpty, pieces.allSatisfy(\.isMeasured) {
      for piece in pieces { _ = name(piece.text) }
    } else {
      article.blocks.append(.notice(french(text)))
    }
  }

  // MARK: Prose

  private mutating func add(_ prose: Prose) {
    let values = InlineValues(values: prose.values)
    for block in MarkdownParser.parse(prose.markdown) {
      switch block {
      case .heading(let level, let content): add(heading: french(content, values), level: level)
      default: article.blocks.append(.prose(set(block, values)))
      }
    }
  }

  private mutating func set(_ block: Block, _ values: InlineValues) -> Block {
    switch block {
    case .heading(let level, let inlines): .heading(level: level, running(inlines, values))
    case .paragraph(let inlines): .paragraph(running(inlines, values))
    case .quote(let blocks): .quote(set(blocks, values))
    case .list(let list):
      .list(
        MarkdownList(
          start: list.start, isTight: list.isTight,
          items: set(lists: list.items, values)))
    case .code(let code, let language):
      .code(self.code(code, values), language: language)
    case .table(let table):
      .table(
        MarkdownTable(
          header: set(table.header, values), rows: table.rows.map { set($0, values) }))
    case .thematicBreak: .thematicBreak
    }
  }

  private func code(_ code: String, _ values: InlineValues) -> String {
    values.filled(code, mark: { MeasureMark.text(name($0)) }).safeForTerminal(keeping: ["\n", "\t"])
  }

  mutating func set(_ blocks: [Block], _ values: InlineValues) -> [Block] {
    var result: [Block] = []
    for block in blocks { result.append(set(block, values)) }
    return result
  }

  private mutating func set(lists items: [[Block]], _ values: InlineValues) -> [[Block]] {
    var result: [[Block]] = []
    for item in items { result.append(set(item, values)) }
    return result
  }

  private func set(
    _ cells: [MarkdownTable.Cell], _ values: InlineValues
  ) -> [MarkdownTable.Cell] {
    cells.map { .init(content: french($0.content, values), alignment: $0.alignment) }
  }

  /// Running text, where citations have a place and terms their first link.
  private mutating func running(_ inlines: [Inline], _ values: InlineValues) -> [Inline] {
    glossary.link(anchored(french(inlines, values)))
  }

  private mutating func anchored(_ inlines: [Inline]) -> [Inline] {
    var result: [Inline] = []
    for inline in inlines {
      switch inline {
      case .link(_, let address) where address.hasPrefix("#ref-"):
        let key = String(address.dropFirst("#ref-".count))
        citations[key, default: 0] += 1
        result += [.anchor("cite-\(key)-\(citations[key, default: 0])"), inline]
      case .emphasis(let inlines): result.append(.emphasis(anchored(inlines)))
      case .strong(let inlines): result.append(.strong(anchored(inlines)))
      case .strikethrough(let inlines): result.append(.strikethrough(anchored(inlines)))
      default: result.append(inline)
      }
    }
    return result
  }

  // MARK: Structure

  private mutating func add(heading content: [Inline], level: Int) {
    let level = max(2, level)
    var number = ""
    if level <= 3 {
      sections[level - 2] += 1
      if level == 2 { sections[1] = 0 }
      number = "\(article.number).\(sections[0])" + (level == 3 ? ".\(sections[1])" : "")
    }
    let heading = ArticleHeading(
      level: level, number: number, id: ids.id(for: content.plainText), content: content)
    article.blocks.append(.heading(heading))
    if level <= 3 { article.contents.append(heading) }
  }

  private mutating func add(_ listing: Listing) {
    switch listing.role {
    case .exercise(let number, let level, let hints): addExercise(number, level, listing, hints)
    case .solution(let number, let explanation, let mistakes):
      addSolution(number, listing, explanation, mistakes)
    default: article.blocks.append(.listing(listing))
    }
  }
}
