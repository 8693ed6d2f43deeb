import Document
import Files
import Foundation

/// Prints the course and each chapter as PDF, from pages of the site's print style.
struct PaperWriter {
  static let bookFile = "pdf/cours.pdf"

  private let edition: CourseEdition
  private let browser: Browser

  init(_ edition: CourseEdition, _ browser: Browser) {
    self.edition = edition
    self.browser = browser
  }

  static func file(of article: Article) -> String { "pdf/chapitre-\(article.number).pdf" }

  func write(to material: inout Material) throws {
    let folder = try ScratchDirectory()
    var pages = Material()
    for name in ["variables.css", "site.css", "blocks.css", "print.css"] {
      pages.add(try WebAssets.data(name), at: name)
    }
    if let font = WebAssets.formulaFont { pages.add(font, at: "polices/formules.ttf") }
    for article in edition.articles {
      for figure in article.figures {
        guard let file = figure.file(".svg") ?? figure.file(".png") else { continue }
        pages.add(
          try CourseEdition.read(file), at: "figures/" + CourseEdition.name(of: file, in: article))
      }
      pages.add(
        page(article.title, chapter(article, prefix: "", glossary: nil)), at: Self.name(article))
    }
    pages.add(page(edition.course.title, book), at: "cours.html")
    for (path, data) in pages.files {
      try WholeFile.write(data, to: "\(folder.path)/\(path)", waitsForDisk: false)
    }
    let date = Date(timeIntervalSince1970: Double(edition.course.provenance.date))
    func add(_ name: String, _ path: String) throws {
      let pdf = try browser.pdf(of: "\(folder.path)/\(name)")
      material.add(PDFNodes.renumbered(PDFDates.set(in: pdf, to: date)), at: path)
    }
    try add("cours.html", Self.bookFile)
    for article in edition.articles { try add(Self.name(article), Self.file(of: article)) }
  }

  private static func name(_ article: Article) -> String { "chapitre-\(article.number).html" }

  private func page(_ title: String, _ body: Markup) -> String {
    let styles = ["variables.css", "site.css", "print.css"].map {
      Markup.line("link", ["rel": "stylesheet", "href": $0])
    }
    let head = Markup.line(
      "head", [:],
      .line("meta", ["charset": "utf-8"]) + .line("title", [:], .text(title)) + .all(styles))
    return "<!DOCTYPE html>\n"
      + Markup.line(
        "html", ["lang": "fr", "data-theme": "light", "class": "paper"],
        head + .line("body", [:], .line("main", ["id": "contenu"], body))
      ).source
  }

  private func chapter(
    _ article: Article, prefix: String, glossary: String?
  ) -> Markup {
    let places = BodyWriter.Places(
      glossary: { glossary == nil ? nil : "#\($0)" },
      pictures: { figure in
        BodyWriter.Pictures(
          light: (figure.file(".svg") ?? figure.file(".png")).map {
            "figures/" + CourseEdition.name(of: $0, in: article)
          })
      },
      reader: nil)
    var writer = BodyWriter(edition: .paper, places: places, prefix: prefix)
    return .element(
      "article", ["class": "chapter"],
      ChapterHead.heading(article) + writer.markup(of: article.blocks))
  }

  private var book: Markup {
    let provenance = edition.course.provenance
    let contents = edition.articles.map { article -> Markup in
      .line(
        "li", [:],
        .element(
          "a", ["href": "#\(prefix(article))titre"],
          .text("Chapitre\u{A0}\(article.number)\u{A0}: \(article.title)"))
          + ContentsList.list(article.contents.filter { $0.level == 2 }) {
            "#\(prefix(article))\($0)"
          })
    }
    let cover = Markup.line(
      "section", ["class": "book-cover"],
      .line("h1", [:], .text(edition.course.title))
        + .line("p", ["class": "abstract"], .text(edition.course.summary))
        + .line(
          "p", ["class": "imprint"],
          .text(
            "\(provenance.version). Données\u{A0}: \(provenance.data), SHA-256 \(provenance.checksum). "
              + "Pour refaire ce livre\u{A0}: \(provenance.command)")))
    let glossaryLink =
      edition.glossary.isEmpty
      ? Markup.empty
      : .line("li", [:], .element("a", ["href": "#c-glossaire"], .text("Glossaire")))
    let table = Markup.line(
      "nav", ["class": "book-contents", "aria-label": "Table des matières"],
      .line("h1", [:], .text("Table des matières"))
        + .line("ol", [:], .all(contents) + glossaryLink))
    let chapters = edition.articles.map { article in
      Markup.line(
        "div", ["id": "\(prefix(article))titre"],
        chapter(article, prefix: prefix(article), glossary: edition.glossary.isEmpty ? nil : ""))
    }
    let glossary =
      edition.glossary.isEmpty
      ? Markup.empty
      : .line(
        "article", ["class": "chapter", "id": "c-glossaire"],
        .line("h1", [:], .text("Glossaire"))
          + GlossaryMarkup.list(edition.glossary, edition: .paper))
    return cover + table + .all(chapters) + glossary
  }

  private func prefix(_ article: Article) -> String { "c\(article.number)-" }
}

/// The dates that a PDF writer notes.
enum PDFDates {
  /// The same PDF with another date in the place of its own, of the same length.
  static func set(in pdf: Data, to date: Date) -> Data {
    let stamp = date.ISO8601Format().filter { $0.isASCII && $0.isNumber }
    var data = pdf
    for key in ["/CreationDate (D:", "/ModDate (D:"] {
      var start = data.startIndex
      while let range = data.range(of: Data(key.utf8), in: start..<data.endIndex) {
        let end = min(range.upperBound + stamp.count, data.endIndex)
        data.replaceSubrange(
          range.upperBound..<end, with: Data(stamp.utf8).prefix(end - range.upperBound))
        start = end
      }
    }
    return data
  }
}

/// The numbers that a browser gives to the cells of tables.
enum PDFNodes {
  private static let mark = Data("(node".utf8)
  private static let width = 8

  /// The same PDF with those numbers counted from 1 in their own order, which searches rely on: the
  /// browser's change from one run to the next.
  static func renumbered(_ pdf: Data) -> Data {
    let places = places(in: pdf)
    let numbers = Set(places.map { Data(pdf[$0]) }).sorted { $0.lexicographicallyPrecedes($1) }
    let ranks = Dictionary(uniqueKeysWithValues: zip(numbers, 1...))
    var data = pdf
    for place in places {
      guard let rank = ranks[Data(pdf[place])] else { continue }
      let digits = String(rank)
      let zeros = String(repeating: "0", count: width - digits.count)
      data.replaceSubrange(place, with: Data((zeros + digits).utf8))
    }
    return data
  }

  private static func places(in pdf: Data) -> [Range<Data.Index>] {
    var places: [Range<Data.Index>] = []
    var start = pdf.startIndex
    while let found = pdf.range(of: mark, in: start..<pdf.endIndex) {
      let place = found.upperBound..<min(found.upperBound + width, pdf.endIndex)
      start = place.upperBound
      if place.count == width, pdf[place].allSatisfy({ (0x30...0x39).contains($0) }) {
        places.append(place)
      }
    }
    return places
  }
}
