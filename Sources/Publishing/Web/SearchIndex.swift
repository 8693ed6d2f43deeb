import Document

/// The words of the course, section by section, for the search of the site.
enum SearchIndex {
  private struct Entry: Encodable {
    var page: String
    var id: String
    var chapter: String
    var title: String
    var text: String
  }

  static func script(of edition: CourseEdition) -> String {
    let entries = edition.articles.flatMap(entries) + glossary(of: edition)
    return "window.recherche=" + JSON.text(entries) + ";\n"
  }

  private static func entries(of article: Article) -> [Entry] {
    var entries = [
      Entry(
        page: SitePage.chapter(article).file, id: "contenu", chapter: "\(article.number)",
        title: article.title, text: article.summary)
    ]
    for block in article.blocks {
      switch block {
      case .heading(let heading): entries.append(entry(heading, article))
      case .exercise(let exercise):
        entries.append(entry(exercise.heading, article))
        add(exercise.statement.map(words), to: &entries)
      case .references:
        entries.append(
          Entry(
            page: SitePage.chapter(article).file, id: "references", chapter: "\(article.number)",
            title: "Références", text: words(of: block)))
      default: add([words(of: block)], to: &entries)
      }
    }
    return entries
  }

  private static func entry(_ heading: ArticleHeading, _ article: Article) -> Entry {
    Entry(
      page: SitePage.chapter(article).file, id: heading.id, chapter: "\(article.number)",
      title: heading.plainText, text: "")
  }

  private static func add(_ words: [String], to entries: inout [Entry]) {
    for text in words where !text.isEmpty {
      entries[entries.count - 1].text += (entries[entries.count - 1].text.isEmpty ? "" : " ") + text
    }
  }

  /// The terms alone: their page is one search away.
  private static func glossary(of edition: CourseEdition) -> [Entry] {
    edition.glossary.map {
      Entry(
        page: SitePage.glossary.file, id: $0.id, chapter: "", title: $0.term.plainText,
        text: "")
    }
  }

  /// A work without its address.
  private static func words(of work: CitedWork) -> String {
    work.entry.filter { if case .link = $0 { false } else { true } }.plainText
  }

  /// What a reader may remember of a block; code and columns of numbers are not searched.
  private static func words(of block: ArticleBlock) -> String {
    switch block {
    case .prose(let block): block.words
    case .table(let table): table.caption.map { "\($0.name) \($0.text)" } ?? ""
    case .figure(let figure): "\(figure.caption.name) \(figure.caption.text)"
    case .notice(let inlines): inlines.plainText
    case .references(let works): works.map { words(of: $0) }.joined(separator: " ")
    case .heading, .listing, .output, .exercise, .reader: ""
    }
  }
}

extension Block {
  /// Its words, one after the other.
  var words: String {
    switch self {
    case .heading(_, let inlines), .paragraph(let inlines): inlines.plainText
    case .quote(let blocks): blocks.map(\.words).joined(separator: " ")
    case .list(let list):
      list.items.flatMap { $0.map(\.words) }.joined(separator: " ")
    case .table(let table):
      (table.header + table.rows.flatMap { $0 }).map(\.content.plainText).joined(separator: " ")
    case .code, .thematicBreak: ""
    }
  }
}
