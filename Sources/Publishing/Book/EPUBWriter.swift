import Document
import Files
import Foundation

/// Writes the course as one EPUB 3 (EPUB 3.3 and EPUB Accessibility 1.1).
struct EPUBWriter {
  static let file = "cours.epub"

  private let edition: CourseEdition

  init(_ edition: CourseEdition) { self.edition = edition }

  func write(to material: inout Material) throws {
    var book = EPUBBook()
    book.add(
      EPUBCover.picture(of: edition.course), at: "images/couverture.svg",
      properties: ["cover-image"])
    book.add(
      EPUBPage.document("Couverture", EPUBCover.page(of: edition.course), type: "cover"),
      at: "couverture.xhtml", spine: true)
    book.add(EPUBNavigation.page(of: edition), at: "nav.xhtml", properties: ["nav"], spine: true)
    for article in edition.articles {
      book.add(chapter(article), at: EPUBPage.file(of: article), spine: true)
      for figure in article.figures {
        guard let file = figure.file(".png") else { continue }
        let name = CourseEdition.name(of: file, in: article)
        book.add(try CourseEdition.read(file), at: "figures/\(name)")
      }
    }
    if !edition.glossary.isEmpty { book.add(glossary, at: EPUBPage.glossary, spine: true) }
    book.add(colophon, at: "colophon.xhtml", spine: true)
    book.add(try WebAssets.text("livre.css"), at: "livre.css")

    var archive = ZIPArchive(
      date: Date(timeIntervalSince1970: Double(edition.course.provenance.date)))
    archive.add(Data("application/epub+zip".utf8), as: "mimetype", isCompressed: false)
    archive.add(Data(EPUBBook.container.utf8), as: "META-INF/container.xml")
    archive.add(Data(book.package(of: edition.course).utf8), as: "EPUB/livre.opf")
    for item in book.items { archive.add(item.data, as: "EPUB/\(item.path)") }
    material.add(try archive.data(), at: Self.file)
  }

  private func chapter(_ article: Article) -> String {
    let places = BodyWriter.Places(
      glossary: edition.glossary(in: EPUBPage.glossary),
      pictures: { figure in
        BodyWriter.Pictures(
          light: figure.file(".png").map { "figures/" + CourseEdition.name(of: $0, in: article) })
      },
      reader: nil)
    var writer = BodyWriter(edition: .book, places: places)
    let body = ChapterHead.heading(article) + writer.markup(of: article.blocks)
    return EPUBPage.document(
      "Chapitre\u{A0}\(article.number)\u{A0}: \(article.title)", body, type: "chapter")
  }

  private var glossary: String {
    EPUBPage.document(
      "Glossaire",
      .line("h1", [:], .text("Glossaire")) + GlossaryMarkup.list(edition.glossary, edition: .book),
      type: "glossary")
  }

  private var colophon: String {
    let provenance = edition.course.provenance
    let facts = [
      ("Données", provenance.data), ("SHA-256 des données", provenance.checksum),
      ("Version", provenance.version), ("Pour refaire ce livre", provenance.command),
    ]
    let list = facts.map { name, value in
      Markup.line("dt", [:], .text(name)) + .line("dd", [:], .text(value))
    }
    return EPUBPage.document(
      "Achevé d’imprimer",
      .line("h1", [:], .text("Achevé d’imprimer"))
        + .line(
          "p", [:],
          .text(
            "Chaque nombre de ce livre sort de la cellule qui le précède. Les durées dépendent de la "
              + "machine\u{A0}: le texte ne garde que leur place, «\u{A0}(mesure 2-1)\u{A0}», et le fichier "
              + "mesures.js, livré avec le cours, leurs valeurs."))
        + .line("dl", [:], .all(list)),
      type: "colophon")
  }
}

/// A page of the book.
enum EPUBPage {
  static let glossary = "glossaire.xhtml"

  static func file(of article: Article) -> String { "chapitre-\(article.number).xhtml" }

  /// - Parameter type: what the page is, in EPUB's vocabulary.
  static func document(_ title: String, _ body: Markup, type: String) -> String {
    let roles = ["chapter": "doc-chapter", "glossary": "doc-glossary", "colophon": "doc-colophon"]
    return document(
      title,
      .line(
        "section",
        ["epub:type": type, "role": roles[type], "aria-label": roles[type] == nil ? nil : title],
        body))
  }

  static func document(_ title: String, _ body: Markup) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"
      + Markup.line(
        "html",
        [
          "xmlns": "http://www.w3.org/1999/xhtml", "xmlns:epub": "http://www.idpf.org/2007/ops",
          "lang": "fr", "xml:lang": "fr",
        ],
        .line(
          "head", [:],
          .line("meta", ["charset": "utf-8"]) + .line("title", [:], .text(title))
            + .line("link", ["rel": "stylesheet", "type": "text/css", "href": "livre.css"]))
          + .line("body", [:], body)
      ).source
  }
}
