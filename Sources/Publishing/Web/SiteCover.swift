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

  /// The other formats of the same run.
  private var handouts: Markup {
    var links: [(String, String)] = []
    if formats.contains(.epub) { links.append(("Le livre (EPUB)", EPUBWriter.file)) }
    if formats.contains(.pdf) { links.append(("Le livre (PDF)", PaperWriter.bookFile)) }
    for article in edition.articles {
      let chapter = "Chapitre\u{A0}\(article.number)"
      if formats.contains(.pdf) {
        links.append(("\(chapter) (PDF)", PaperWriter.file(of: article)))
      }
      if formats.contains(.ipynb) {
        links.append(("\(chapter) (carnet Jupyter)", NotebookWriter.file(of: article)))
      }
      if formats.contains(.swift) {
        links.append(("\(chapter) (Swift)", SwiftWriter.file(of: article)))
      }
    }
    guard !links.isEmpty else { return .empty }
    return .line("h2", [:], .text("À emporter"))
      + .line(
        "ul", ["class": "handouts"],
        .all(
          links.map { words, address in
            .element(
              "li", [:], .element("a", ["href": address, "download": "download"], .text(words)))
          }))
  }
}
