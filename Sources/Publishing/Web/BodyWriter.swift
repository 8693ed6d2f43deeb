import Document

/// Writes the blocks of an article as HTML, which is XML too: for the site, for paper, for an EPUB.
struct BodyWriter {
  enum Edition {
    /// Pages on a screen, whose details fold.
    case site
    /// The same pages for paper: nothing folds, formulas have a text for readers of tagged PDF.
    case paper
    /// A book for reading systems.
    case book

    var folds: Bool { self == .site }
  }

  /// Where a page finds the rest.
  struct Places {
    /// The address of an entry of the glossary, by its slug; `nil` without a glossary.
    var glossary: (String) -> String?
    /// The pictures of a figure, for a light and, if there is one, a dark page.
    var pictures: (ArticleFigure) -> Pictures
    /// The page that tries a reader; `nil` without one.
    var reader: String?
  }

  struct Pictures {
    var light: String?
    var dark: String?
    /// Names and addresses of files to keep.
    var downloads: [(name: String, address: String)] = []
  }

  let edition: Edition
  let places: Places
  /// Goes before each id, where several chapters share a page.
  var prefix = ""
  var listings = 0
  private var unnamed = 0

  init(edition: Edition, places: Places, prefix: String = "") {
    self.edition = edition
    self.places = places
    self.prefix = prefix
  }

  mutating func markup(of blocks: [ArticleBlock]) -> Markup {
    var result = Markup.empty
    for block in blocks { result = result + markup(of: block) }
    return result
  }

  private mutating func markup(of block: ArticleBlock) -> Markup {
    switch block {
    case .heading(let heading): self.heading(heading)
    case .prose(let block): markup(of: block)
    case .listing(let listing): self.listing(listing)
    case .output(let text): output(text)
    case .table(let table): self.table(table)
    case .figure(let figure): self.figure(figure)
    case .notice(let inlines): .line("p", ["class": "notice"], phrase(inlines))
    case .exercise(let exercise): self.exercise(exercise)
    case .references(let works): references(works)
    case .reader: invitation
    }
  }

  // MARK: Prose

  mutating func markup(of blocks: [Block]) -> Markup {
    var result = Markup.empty
    for block in blocks { result = result + markup(of: block) }
    return result
  }

  private mutating func markup(of block: Block) -> Markup {
    switch block {
    case .heading(let level, let inlines):
      .line("h\(min(max(2, level), 6))", [:], phrase(inlines))
    case .paragraph(let inlines): paragraph(inlines)
    case .quote(let blocks): .line("blockquote", [:], markup(of: blocks))
    case .list(let list): self.list(list)
    case .code(let code, let language): self.listing(Listing(code, language: language))
    case .table(let table): self.table(ArticleTable(table: table, caption: nil))
    case .thematicBreak: .line("hr")
    }
  }

  /// A displayed formula is no part of a paragraph.
  private func paragraph(_ inlines: [Inline]) -> Markup {
    var result = Markup.empty
    var rest: [Inline] = []
    func flush() {
      if !rest.plainText.allSatisfy(\.isWhitespace) {
        result = result + .line("p", [:], phrase(rest))
      }
      rest = []
    }
    for inline in inlines {
      if case .formula(_, true) = inline {
        flush()
        result = result + .line("div", ["class": "formula"], phrase([inline]))
      } else {
        rest.append(inline)
      }
    }
    flush()
    return result
  }

  private mutating func list(_ list: MarkdownList) -> Markup {
    var items = Markup.empty
    for item in list.items {
      if list.isTight, case .paragraph(let inlines)? = item.first {
        let rest = markup(of: Array(item.dropFirst()))
        items = items + .line("li", [:], phrase(inlines) + rest)
      } else {
        items = items + .line("li", [:], markup(of: item))
      }
    }
    guard let start = list.start else { return .line("ul", [:], items) }
    return .line("ol", ["start": start == 1 ? nil : "\(start)"], items)
  }

  func phrase(_ inlines: [Inline]) -> Markup {
    PhraseWriter(edition: edition, glossary: places.glossary, prefix: prefix).markup(of: inlines)
  }

  /// - Parameters:
  ///   - hasID: `false` where what is around it has the id.
  ///   - badge: what is said of the number, in small.
  func heading(_ heading: ArticleHeading, hasID: Bool = true, badge: String = "") -> Markup {
    let id = prefix + heading.id
    let number =
      heading.number.isEmpty
      ? Markup.empty
      : .element("a", ["class": "number", "href": "#\(id)"], .text(heading.number))
        + .text(heading.separator)
    let words = phrase(heading.content)
    return .line(
      "h\(min(heading.level, 6))", ["id": hasID ? id : nil],
      badge.isEmpty
        ? number + words
        : number + words + .text(" ") + .element("small", ["class": "level"], .text(badge)))
  }

  // MARK: What has a caption

  private func caption(
    _ caption: ArticleCaption, id: String? = nil, downloads: Markup = .empty
  ) -> Markup {
    let name =
      caption.id.isEmpty
      ? Markup.text(caption.name)
      : .element("a", ["class": "number", "href": "#\(prefix)\(caption.id)"], .text(caption.name))
    return .element(
      "figcaption", ["id": id],
      name + .text("\u{A0}– \(caption.text)") + downloads)
  }

  private mutating func table(_ table: ArticleTable) -> Markup {
    let id = table.caption.flatMap { $0.id.isEmpty ? nil : prefix + $0.id }
    let titleID = id.map { "\($0)-titre" }
    let grid = TableMarkup.table(table.table) { phrase($0) }
    unnamed += 1
    let scroll = Markup.element(
      "div",
      edition == .site
        ? [
          "class": "scroll", "role": "region", "tabindex": "0", "aria-labelledby": titleID,
          "aria-label": titleID == nil ? "Tableau sans titre, n°\u{A0}\(unnamed)" : nil,
        ] : ["class": "scroll"], grid)
    return .line(
      "figure", ["class": "table", "id": id],
      (table.caption.map { caption($0, id: titleID) } ?? .empty) + scroll)
  }

  private func figure(_ figure: ArticleFigure) -> Markup {
    let pictures = places.pictures(figure)
    func image(_ address: String?, _ name: String) -> Markup {
      guard let address else { return .empty }
      return .element(
        "img",
        [
          "class": name, "src": address, "alt": figure.alternative, "width": "800",
          "height": "500", "loading": edition == .site ? "lazy" : nil,
        ])
    }
    let downloads = pictures.downloads.map { file in
      Markup.element("a", ["href": file.address, "download": "download"], .text(file.name))
    }
    let list =
      downloads.isEmpty
      ? Markup.empty
      : .element(
        "p", ["class": "downloads"],
        .all(downloads.enumerated().map { $0.offset == 0 ? $0.element : .text(" ") + $0.element }))
    return .line(
      "figure",
      ["class": "plot", "id": figure.caption.id.isEmpty ? nil : prefix + figure.caption.id],
      image(pictures.light, "light") + image(pictures.dark, "dark")
        + caption(figure.caption, downloads: list))
  }
}
