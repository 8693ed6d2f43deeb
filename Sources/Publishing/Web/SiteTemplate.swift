import Document

/// A page of the site.
enum SitePage {
  case cover, glossary, reader
  case chapter(Article)

  var file: String {
    switch self {
    case .cover: "index.html"
    case .glossary: "glossaire.html"
    case .reader: "ecris-un-chiffre.html"
    case .chapter(let article): "chapitre-\(article.number).html"
    }
  }
}

/// What surrounds the main part of each page.
struct SiteTemplate {
  let edition: CourseEdition
  let page: SitePage

  private var title: String {
    let course = edition.course.title
    return switch page {
    case .cover: course
    case .glossary: "Glossaire – \(course)"
    case .reader: "Écris un chiffre – \(course)"
    case .chapter(let article):
      "Chapitre\u{A0}\(article.number)\u{A0}: \(article.title) – \(course)"
    }
  }

  private var summary: String {
    switch page {
    case .cover: edition.course.summary
    case .glossary: "Les mots du cours, chacun défini une fois."
    case .reader: "Écris un chiffre\u{A0}: le réseau du cours le lit, dans cette page."
    case .chapter(let article): article.summary
    }
  }

  func markup(_ main: Markup) -> Markup {
    Markup(trusted: "<!DOCTYPE html>\n")
      + .line("html", ["lang": "fr"], head + body(main))
  }

  private var head: Markup {
    // The theme first and at once, so that no page flashes; the rest when the page is there.
    let scripts = [("theme.js", String?.none), (MeasuresFile.name, "defer"), ("site.js", "defer")]
    return .line(
      "head", [:],
      .line("meta", ["charset": "utf-8"])
        + .line("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        + .line("title", [:], .text(title))
        + .line("meta", ["name": "description", "content": summary])
        + .line("meta", ["name": "generator", "content": edition.course.provenance.version])
        + .line("link", ["rel": "icon", "href": "icone.svg"])
        + .line("link", ["rel": "stylesheet", "href": "variables.css"])
        + .line("link", ["rel": "stylesheet", "href": "site.css"])
        + .line("link", ["rel": "stylesheet", "href": "print.css", "media": "print"])
        + .all(
          scripts.map { name, moment in .line("script", ["src": name, "defer": moment], .empty) }))
  }

  private func body(_ main: Markup) -> Markup {
    let isCover = if case .cover = page { true } else { false }
    return .line(
      "body", [:],
      .line("a", ["class": "skip", "href": "#contenu"], .text("Aller au contenu"))
        + .line(
          "header", ["class": "bar"],
          .element(
            "a", ["class": "home", "href": SitePage.cover.file], .text(edition.course.title))
            + .element("div", ["class": "tools", "hidden": "hidden"], .empty))
        + .line(
          "div", ["class": "frame"],
          (isCover ? .empty : chapters)
            + .line("main", ["id": "contenu", "class": isCover ? "cover" : nil], main))
        + SiteImprint(edition: edition, page: page).footer)
  }

  private var chapters: Markup {
    func item(_ other: SitePage, _ words: String) -> Markup {
      .line(
        "li", [:],
        .element(
          "a", ["href": other.file, "aria-current": other.file == page.file ? "page" : nil],
          .text(words)))
    }
    var items = edition.articles.map { item(.chapter($0), "\($0.number). \($0.title)") }
    if edition.reader != nil { items.append(item(.reader, "Écris un chiffre")) }
    if !edition.glossary.isEmpty { items.append(item(.glossary, "Glossaire")) }
    return .line(
      "nav", ["class": "chapters", "aria-label": "Chapitres"], .element("ol", [:], .all(items)))
  }
}

/// The foot of a page: what it was made from, and how to make it again.
struct SiteImprint {
  let edition: CourseEdition
  let page: SitePage

  var footer: Markup {
    let provenance = edition.course.provenance
    var facts: [(String, Markup)] = []
    if case .chapter(let article) = page, !article.parameters.isEmpty {
      facts.append(("Paramètres", parameters(of: article)))
    } else if let seed = commonSeed {
      facts.append(("Graine", .text(seed)))
    }
    facts += [
      ("Données", .text(provenance.data)),
      ("SHA-256 des données", .element("code", [:], .text(provenance.checksum))),
      ("Version", .text(provenance.version)),
      ("Pour refaire ces pages", .element("code", [:], .text(provenance.command))),
    ]
    return .line(
      "footer", ["class": "imprint"],
      .line(
        "p", [:],
        .text(
          "Chaque nombre de ce cours sort de la cellule qui le précède\u{A0}: les pages, les figures et les "
            + "tableaux ont été engendrés par son exécution."))
        + .line(
          "dl", [:],
          .all(
            facts.map { name, value in
              .element("dt", [:], .text(name)) + .line("dd", [:], value)
            })))
  }

  private func parameters(of article: Article) -> Markup {
    .text(
      article.parameters.map { parameter in
        let name = parameter.name == "seed" ? "graine (seed)" : parameter.name
        return "\(name)\u{A0}= \(parameter.value)"
      }.joined(separator: ", "))
  }

  /// The seed of the chapters, where they all have the same.
  private var commonSeed: String? {
    let seeds = Set(
      edition.articles.flatMap(\.parameters).filter { $0.name == "seed" }.map { "\($0.value)" })
    return seeds.count == 1 ? seeds.first : nil
  }
}
