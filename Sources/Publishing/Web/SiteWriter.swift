import Document
import Foundation

/// Writes the course as a static site: pages that work from a folder and from any web server.
struct SiteWriter {
  private let edition: CourseEdition
  private let formats: Set<MaterialFormat>

  init(_ edition: CourseEdition, _ formats: Set<MaterialFormat>) {
    self.edition = edition
    self.formats = formats
  }

  func write(to material: inout Material) throws {
    for name in try WebAssets.siteFiles { material.add(try WebAssets.data(name), at: name) }
    if let font = WebAssets.formulaFont { material.add(font, at: "polices/formules.ttf") }
    material.add(try page(.cover).source, at: SitePage.cover.file)
    if !edition.glossary.isEmpty {
      material.add(try page(.glossary).source, at: SitePage.glossary.file)
    }
    for article in edition.articles {
      material.add(try page(.chapter(article)).source, at: SitePage.chapter(article).file)
      try addFigures(of: article, to: &material)
    }
    if let reader = edition.reader {
      material.add(try page(.reader).source, at: SitePage.reader.file)
      material.add(ReaderScript.text(of: reader), at: "lecteur-donnees.js")
    }
    material.add(SearchIndex.script(of: edition), at: "recherche.js")
  }

  private func addFigures(of article: Article, to material: inout Material) throws {
    for figure in article.figures {
      for file in figure.files {
        let name = CourseEdition.name(of: file, in: article)
        material.add(try CourseEdition.read(file), at: "figures/\(name)")
      }
    }
  }

  private func page(_ page: SitePage) throws -> Markup {
    SiteTemplate(edition: edition, page: page).markup(try main(of: page))
  }

  private func main(of page: SitePage) throws -> Markup {
    switch page {
    case .cover: SiteCover(edition: edition, formats: formats).main
    case .glossary: glossary
    case .reader: Markup(trusted: try WebAssets.text("lecteur.html"))
    case .chapter(let article): chapter(article)
    }
  }

  private func chapter(_ article: Article) -> Markup {
    var writer = BodyWriter(edition: .site, places: Self.places(of: article, in: edition))
    let body = writer.markup(of: article.blocks)
    return .element(
      "article", ["class": "chapter"],
      ChapterHead.heading(article) + ChapterHead.contents(article) + body)
      + neighbours(of: article)
  }

  private static func places(of article: Article, in edition: CourseEdition) -> BodyWriter.Places {
    BodyWriter.Places(
      glossary: edition.glossary(in: SitePage.glossary.file),
      pictures: { figure in
        func address(_ ending: String) -> String? {
          figure.file(ending).map { "figures/" + CourseEdition.name(of: $0, in: article) }
        }
        let downloads = [("PNG", address(".png")), ("données (CSV)", address(".csv"))]
        return BodyWriter.Pictures(
          light: address(".svg") ?? address(".png"), dark: address(".dark.svg"),
          downloads: downloads.compactMap { name, place in place.map { (name, $0) } })
      },
      reader: edition.reader == nil ? nil : SitePage.reader.file)
  }

  private func neighbours(of article: Article) -> Markup {
    let index = edition.articles.firstIndex { $0.number == article.number } ?? 0
    func link(_ place: Int, _ relation: String, _ text: (String) -> String) -> Markup {
      guard edition.articles.indices.contains(place) else { return .empty }
      let other = edition.articles[place]
      return .element(
        "a", ["rel": relation, "href": SitePage.chapter(other).file],
        .text(text("Chapitre\u{A0}\(other.number)\u{A0}: \(other.title)")))
    }
    let links =
      link(index - 1, "prev") { "←\u{A0}\($0)" } + link(index + 1, "next") { "\($0)\u{A0}→" }
    guard links != .empty else { return .empty }
    return .line(
      "nav", ["class": "neighbours", "aria-label": "Chapitres voisins"], links)
  }

  private var glossary: Markup {
    .line("h1", [:], .text("Glossaire"))
      + .line(
        "p", ["class": "abstract"],
        .text(
          "Les mots du cours, chacun défini une fois. Dans chaque chapitre, le premier emploi d’un mot "
            + "mène ici."))
      + GlossaryMarkup.list(edition.glossary, edition: .site)
  }
}

/// The head of a chapter's page.
enum ChapterHead {
  static func heading(_ article: Article) -> Markup {
    .line(
      "h1", [:],
      .element("span", ["class": "kicker"], .text("Chapitre\u{A0}\(article.number)")) + .text(" ")
        + .text(article.title))
      + .line("p", ["class": "abstract"], .text(article.summary))
  }

  static func contents(_ article: Article) -> Markup {
    guard !article.contents.isEmpty else { return .empty }
    return .line(
      "details", ["class": "contents", "open": "open"],
      .element("summary", [:], .text("Dans cette page"))
        + .element(
          "nav", ["aria-label": "Dans cette page"], ContentsList.list(article.contents) { "#\($0)" }
        ))
  }
}

/// The headings of a chapter as nested lists of links.
enum ContentsList {
  static func list(_ headings: [ArticleHeading], address: (String) -> String) -> Markup {
    var groups: [[ArticleHeading]] = []
    for heading in headings {
      if heading.level > 2, !groups.isEmpty {
        groups[groups.count - 1].append(heading)
      } else {
        groups.append([heading])
      }
    }
    func link(_ heading: ArticleHeading) -> Markup {
      .element("a", ["href": address(heading.id)], .text(heading.plainText))
    }
    let items = groups.map { group -> Markup in
      let inner = group.dropFirst().map { Markup.element("li", [:], link($0)) }
      return .element(
        "li", [:], link(group[0]) + (inner.isEmpty ? .empty : .element("ol", [:], .all(inner))))
    }
    return .element("ol", [:], .all(items))
  }
}

enum GlossaryMarkup {
  static func list(_ entries: [GlossaryEntry], edition: BodyWriter.Edition) -> Markup {
    let writer = PhraseWriter(edition: edition, glossary: { _ in nil }, prefix: "")
    return .line(
      "dl", ["class": "glossary"],
      .all(
        entries.map { entry in
          .line("dt", ["id": entry.id], writer.markup(of: entry.term))
            + .line("dd", [:], writer.markup(of: entry.definition))
        }))
  }
}
