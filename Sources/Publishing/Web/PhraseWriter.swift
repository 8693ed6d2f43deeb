import Document

/// Writes the inline parts of an article as HTML.
struct PhraseWriter {
  let edition: BodyWriter.Edition
  let glossary: (String) -> String?
  let prefix: String

  func markup(of inlines: [Inline]) -> Markup {
    var result: [Markup] = []
    var rest = inlines[...]
    while let inline = rest.popFirst() {
      if case .formula(_, false) = inline, case .text(let text)? = rest.first,
        text.first == "\u{A0}"
      {
        // Browsers break a line between a formula and the sign that follows its no-break space.
        let sign = text.prefix { $0 != " " }
        result.append(
          .element("span", ["class": "kept"], markup(of: inline) + .text(String(sign))))
        rest[rest.startIndex] = .text(String(text.dropFirst(sign.count)))
      } else {
        result.append(markup(of: inline))
      }
    }
    return .all(result)
  }

  private func markup(of inline: Inline) -> Markup {
    switch inline {
    case .text(let text): .text(text)
    case .code(let code): .element("code", ["translate": "no"], .text(code))
    case .formula(let tex, let isDisplay): formula(tex, isDisplay: isDisplay)
    case .emphasis(let inlines): .element("em", [:], markup(of: inlines))
    case .strong(let inlines): .element("strong", [:], markup(of: inlines))
    case .strikethrough(let inlines): .element("s", [:], markup(of: inlines))
    case .link(let inlines, let address), .image(let inlines, let address):
      link(markup(of: inlines.withoutLinks), to: address)
    case .lineBreak: .element("br")
    case .measured(_, let name): measured(name)
    case .foreign(let inlines, let language):
      .element(
        "span", ["lang": language, "xml:lang": edition == .book ? language : nil],
        markup(of: inlines))
    case .anchor(let id): .element("span", ["id": prefix + id], .empty)
    }
  }

  private func formula(_ tex: String, isDisplay: Bool) -> Markup {
    let formula = Formula(tex)
    guard
      let math = MathML.math(formula, isDisplay: isDisplay, isXML: edition == .book)
    else {
      return .element("code", ["class": "formula"], .text(tex))
    }
    // Readers of a tagged PDF hear no alternative of `math` itself.
    guard edition == .paper else { return math }
    return .element("span", ["role": "img", "aria-label": formula.inline], math)
  }

  /// No two runs agree on it: the page only says where it is.
  private func measured(_ name: String) -> Markup {
    edition == .site
      ? .element(
        "span", ["class": "measured", "data-measure": name], .text(MeasureMark.text(name)))
      : .element("span", ["class": "measured"], .text(MeasureMark.text(name)))
  }

  /// Addresses of the document and of the web; any other scheme stays text.
  private func link(_ content: Markup, to address: String) -> Markup {
    if address.hasPrefix("#") {
      let id = String(address.dropFirst())
      let isCitation = id.hasPrefix("ref-")
      return .element(
        "a", ["class": isCitation ? "citation" : nil, "href": "#\(prefix)\(id)"], content)
    }
    if address.hasPrefix(GlossaryLinks.scheme) {
      let slug = String(address.dropFirst(GlossaryLinks.scheme.count))
      return glossary(slug).map { .element("a", ["class": "term", "href": $0], content) } ?? content
    }
    guard SafeAddress.isSafe(address) else { return content }
    return .element("a", ["href": address], content)
  }
}

extension [Inline] {
  /// The same inlines, where an image inside a link is no link of its own.
  var withoutLinks: [Inline] {
    flatMap { inline -> [Inline] in
      switch inline {
      case .link(let inlines, _), .image(let inlines, _): inlines.withoutLinks
      case .emphasis(let inlines): [.emphasis(inlines.withoutLinks)]
      case .strong(let inlines): [.strong(inlines.withoutLinks)]
      case .strikethrough(let inlines): [.strikethrough(inlines.withoutLinks)]
      case .foreign(let inlines, let language): [.foreign(inlines.withoutLinks, language: language)]
      default: [inline]
      }
    }
  }
}

/// What stands in the place of a text that a clock gave.
enum MeasureMark {
  static func text(_ name: String) -> String { "(mesure \(name))" }
}

enum SafeAddress {
  /// Whether a reader may follow an address: a web page or a mailbox, spaces and controls apart.
  static func isSafe(_ address: String) -> Bool {
    ["https://", "http://", "mailto:"].contains { address.lowercased().hasPrefix($0) }
      && !address.unicodeScalars.contains { $0.properties.isWhitespace || $0.value < 0x20 }
  }
}
