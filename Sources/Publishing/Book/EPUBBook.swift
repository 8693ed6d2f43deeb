import Document
import Files
import Foundation

/// The files of an EPUB, and the package document that lists them.
struct EPUBBook {
  struct Item {
    let path: String
    let data: Data
    let properties: [String]
    let isInSpine: Bool

    var id: String { "x-" + ArticleIDs.slug(path) }

    var mediaType: String {
      switch path.split(separator: ".").last {
      case "xhtml": "application/xhtml+xml"
      case "css": "text/css"
      case "svg": "image/svg+xml"
      default: "image/png"
      }
    }
  }

  private(set) var items: [Item] = []

  mutating func add(
    _ text: String, at path: String, properties: [String] = [], spine: Bool = false
  ) {
    var properties = properties
    if path.hasSuffix(".xhtml"), text.contains("<math") { properties.append("mathml") }
    add(Data(text.utf8), at: path, properties: properties, spine: spine)
  }

  mutating func add(
    _ data: Data, at path: String, properties: [String] = [], spine: Bool = false
  ) {
    items.append(Item(path: path, data: data, properties: properties, isInSpine: spine))
  }

  static let container = """
    <?xml version="1.0" encoding="UTF-8"?>
    <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
      <rootfiles>
        <rootfile full-path="EPUB/livre.opf" media-type="application/oebps-package+xml"/>
      </rootfiles>
    </container>

    """

  func package(of course: WovenCourse) -> String {
    let manifest = items.map { item in
      Markup.line(
        "item",
        [
          "id": item.id, "href": item.path, "media-type": item.mediaType,
          "properties": item.properties.isEmpty ? nil : item.properties.joined(separator: " "),
        ])
    }
    let spine = items.filter(\.isInSpine).map { Markup.line("itemref", ["idref": $0.id]) }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + Markup.line(
        "package",
        [
          "xmlns": "http://www.idpf.org/2007/opf", "version": "3.0", "xml:lang": "fr",
          "unique-identifier": "identifiant",
        ],
        metadata(of: course) + .line("manifest", [:], .all(manifest))
          + .line("spine", [:], .all(spine))
      ).source
  }

  /// A name that changes with the contents, and with nothing else.
  private var identifier: String {
    var sum = SHA256()
    for item in items {
      sum.update(item.path)
      sum.update(item.data)
    }
    let digits = Array(sum.hexadecimal())
    // RFC 9562: version 8, whose bits are one's own, and its variant.
    let parts = [
      digits[0..<8], digits[8..<12], "8" + digits[13..<16], "a" + digits[17..<20], digits[20..<32],
    ]
    return "urn:uuid:" + parts.map { String($0) }.joined(separator: "-")
  }

  private func metadata(of course: WovenCourse) -> Markup {
    let date = Date(timeIntervalSince1970: Double(course.provenance.date))
    func property(_ name: String, _ value: String) -> Markup {
      .line("meta", ["property": name], .text(value))
    }
    let access = [
      ("accessMode", "textual"), ("accessMode", "visual"), ("accessModeSufficient", "textual"),
      ("accessibilityFeature", "alternativeText"), ("accessibilityFeature", "MathML"),
      ("accessibilityFeature", "describedMath"),
      ("accessibilityFeature", "readingOrder"), ("accessibilityFeature", "structuralNavigation"),
      ("accessibilityFeature", "tableOfContents"),
      ("accessibilityFeature", "displayTransformability"), ("accessibilityHazard", "none"),
      (
        "accessibilitySummary",
        "Chaque figure a une description, chaque formule une forme parlée\u{A0}; les titres, les tableaux "
          + "et les renvois sont balisés, et aucune information ne tient à la seule couleur."
      ),
    ]
    return .line(
      "metadata", ["xmlns:dc": "http://purl.org/dc/elements/1.1/"],
      .line("dc:identifier", ["id": "identifiant"], .text(identifier))
        + .line("dc:title", [:], .text(course.title)) + .line("dc:language", [:], .text("fr"))
        + .line("dc:description", [:], .text(course.summary))
        + .line("dc:creator", [:], .text("workbook"))
        + .line("dc:publisher", [:], .text(course.provenance.version))
        + property("dcterms:modified", date.ISO8601Format())
        + .all(access.map { property("schema:\($0.0)", $0.1) })
        + .line("meta", ["name": "cover", "content": "x-images-couverture-svg"]))
  }
}

/// The table of contents, and the landmarks that reading systems show.
enum EPUBNavigation {
  static func page(of edition: CourseEdition) -> String {
    let chapters = edition.articles.map { article -> Markup in
      let page = EPUBPage.file(of: article)
      let link = Markup.element(
        "a", ["href": page], .text("\(article.number). \(article.title)"))
      let sections =
        article.contents.isEmpty
        ? Markup.empty : ContentsList.list(article.contents) { "\(page)#\($0)" }
      return .line("li", [:], link + sections)
    }
    func item(_ address: String, _ words: String) -> Markup {
      .line("li", [:], .element("a", ["href": address], .text(words)))
    }
    var rest = Markup.empty
    if !edition.glossary.isEmpty { rest = rest + item(EPUBPage.glossary, "Glossaire") }
    rest = rest + item("colophon.xhtml", "Achevé d’imprimer")
    func landmark(_ type: String, _ address: String, _ words: String) -> Markup {
      .line(
        "li", [:],
        .element("a", ["epub:type": type, "href": address], .text(words)))
    }
    let first = edition.articles.first.map(EPUBPage.file) ?? "couverture.xhtml"
    return EPUBPage.document(
      "Table des matières",
      .line(
        "nav",
        ["epub:type": "toc", "role": "doc-toc", "id": "toc", "aria-label": "Table des matières"],
        .line("h1", [:], .text("Table des matières"))
          + .line("ol", [:], .all(chapters) + rest))
        + .line(
          "nav", ["epub:type": "landmarks", "hidden": "hidden", "aria-label": "Repères"],
          .line("h2", [:], .text("Repères"))
            + .line(
              "ol", [:],
              landmark("cover", "couverture.xhtml", "Couverture")
                + landmark("toc", "nav.xhtml", "Table des matières")
                + landmark("bodymatter", first, "Début du cours"))))
  }
}

/// The cover: the title over a network of three layers.
enum EPUBCover {
  static func page(of course: WovenCourse) -> Markup {
    .line(
      "p", ["class": "couverture"],
      .element(
        "img",
        [
          "src": "images/couverture.svg", "alt": "Couverture\u{A0}: \(course.title)",
          "width": "1200",
          "height": "1600",
        ]))
  }

  static func picture(of course: WovenCourse) -> String {
    let columns = [(240, 5), (600, 4), (960, 3)].map { x, count in
      (0..<count).map { (x: x, y: 1080 + 170 * (2 * $0 - count + 1) / 2) }
    }
    var lines = Markup.empty
    for (left, right) in zip(columns, columns.dropFirst()) {
      for from in left {
        for to in right {
          lines =
            lines
            + .element(
              "line",
              [
                "x1": "\(from.x)", "y1": "\(from.y)", "x2": "\(to.x)", "y2": "\(to.y)",
                "stroke": "#5b8db8", "stroke-width": "3",
              ])
        }
      }
    }
    let neurons = columns.joined().map { place in
      Markup.element(
        "circle",
        [
          "cx": "\(place.x)", "cy": "\(place.y)", "r": "44", "fill": "#ffffff",
          "stroke": "#0b3c5d", "stroke-width": "8",
        ])
    }
    let words = wrapped(course.title, upTo: 22).enumerated().map { index, line in
      Markup.element(
        "text",
        [
          "x": "600", "y": "\(260 + 110 * index)", "text-anchor": "middle", "font-size": "88",
          "font-family": "DejaVu Serif, Georgia, serif", "font-weight": "bold", "fill": "#0b3c5d",
        ], .text(line))
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + Markup.line(
        "svg",
        [
          "xmlns": "http://www.w3.org/2000/svg", "width": "1200", "height": "1600",
          "viewBox": "0 0 1200 1600",
        ],
        .element("rect", ["width": "1200", "height": "1600", "fill": "#f4f1ea"])
          + lines + .all(neurons) + .all(words)
      ).source
  }

  private static func wrapped(_ text: String, upTo width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
