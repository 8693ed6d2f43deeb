import Document

/// The first page: the chapters with their abstracts and a picture, and what can be taken along.
struct SiteCover {
  let edition: CourseEdition
  let formats: Set<MaterialFormat>

  var main: Markup {
    .line("h1", [:], .text(edition.course.title))
      + .line("p", ["class": "abstract"], .text(edition.course.summary))
      + .line("ol", ["class": "cards"], .all(edition.articles.map(card)))
      + invitation + handouts
  }

  private func card(_ article: Article) -> Markup {
    let figure = article.figures.first
    func image(_ ending: String, _ name: String) -> Markup {
      guard let file = figure?.file(ending) else { return .empty }
      return .element(
        "img",
        [
          "class": name, "src": "figures/" + CourseEdition.name(of: file, in: article), "alt": "",
          "width": "800", "height": "500", "loading": "lazy",
        ])
    }
    return .line(
      "li", [:],
      .element(
        "a", ["href": SitePage.chapter(article).file],
        image(".svg", "light") + image(".dark.svg", "dark")
          + .element(
            "h2", [:],
            .element("span", ["class": "kicker"], .text("Chapitre\u{A0}\(article.number)"))
              + .text(" ") + .text(article.title)))
        + .element("p", [:], .text(article.summary)))
  }

  private var invitation: Markup {
    guard edition.reader != nil else { return .empty }
    return .line(
      "p", ["class": "invitation"],
      .element("a", ["href": SitePage.reader.file], .text("Écris un chiffre"))
        + .text("\u{A0}: un réseau du cours le lit sous tes yeux, dans la page."))
  }

  /// The other formats of the same run: of the whole, then of each chapter.
  private var handouts: Markup {
    func rows(_ name: String, _ links: [(MaterialFormat, String, String)]) -> Markup {
      let kept = links.filter { formats.contains($0.0) }
      guard !kept.isEmpty else { return .empty }
      return .line(
        "li", [:],
        .element("span", [:], .text(name))
          + .all(
            kept.map { _, words, address in
              .text(" ") + .element("a", ["href": address, "download": ""], .text(words))
            }))
    }
    let all = rows(
      "Tout le cours", [(.epub, "EPUB", EPUBWriter.file), (.pdf, "PDF", PaperWriter.bookFile)])
    let chapters = edition.articles.map { article in
      rows(
        "Chapitre\u{A0}\(article.number)",
        [
          (.pdf, "PDF", PaperWriter.file(of: article)),
          (.ipynb, "carnet Jupyter", NotebookWriter.file(of: article)),
          (.swift, "Swift", SwiftWriter.file(of: article)),
        ])
    }
    let list = all + .all(chapters)
    guard list != .empty else { return .empty }
    return .line("h2", [:], .text("À emporter")) + .line("ul", ["class": "handouts"], list)
  }
}
