import Document
import Testing

@testable import Publishing

@Suite("Links to the glossary")
struct GlossaryLinksTests {
  private static let terms = [
    GlossaryTerm(term: "couche", forms: ["couche", "couches"], definition: "D"),
    GlossaryTerm(term: "couche cachée", forms: ["couche cachée"], definition: "D"),
    GlossaryTerm(term: "gradient", forms: ["gradient", "gradients"], definition: "D"),
    GlossaryTerm(term: "taux d'apprentissage", forms: ["taux d’apprentissage"], definition: "D"),
    GlossaryTerm(term: "dropout", forms: ["dropout"], definition: "D", language: "en"),
    GlossaryTerm(term: "cote", forms: ["cote"], definition: "D"),
    GlossaryTerm(term: "côte", forms: ["côte"], definition: "D"),
  ]

  /// `{couche}` is a link, `<dropout>` foreign.
  @Test(
    "The first use of each term, in its longest form, between the ends of words",
    arguments: [
      ("une couche, des couches", "une {couche:couche}, des couches"),
      ("Couche", "{Couche:couche}"), ("COUCHES", "{COUCHES:couche}"),
      ("couche cachée, couche", "{couche cachée:couche-cachee}, {couche:couche}"),
      ("une couche\ncachée", "une {couche cachée:couche-cachee}"),
      ("couche\u{A0}cachée", "{couche\u{A0}cachée:couche-cachee}"),
      ("sous-gradient, gradient-né, gradients_", "sous-gradient, gradient-né, gradients_"),
      ("sous\u{2011}gradient", "sous\u{2011}gradient"),
      ("le gradient2 et 2gradient", "le gradient2 et 2gradient"),
      ("degradient, l'gradient.", "degradient, l’{gradient:gradient}."),
      ("(gradient)", "({gradient:gradient})"),
      ("le taux d'apprentissage", "le {taux d’apprentissage:taux-d-apprentissage}"),
      ("dropout, puis Dropout", "{<dropout>:dropout}, puis <Dropout>"),
      ("[couche](https://a.fr) `couche` $couche$ couche", "couche couche couche {couche:couche}"),
      ("*couche* **couche**", "{couche:couche} couche"),
      ("la cote, la côte", "la {cote:cote}, la {côte:cote-2}"),
      ("# Une couche", "Une couche"), ("- couche\n- couche", "true/{couche:couche}/couche"),
      ("> couche", "{couche:couche}"), ("\u{E000}", "{couche:couche}"),
    ])
  func links(markdown: String, expected: String) {
    let article = ArticleBuilder.article(
      of: WovenChapter(
        number: 1, title: "T", summary: "S", parameters: [],
        blocks: [.prose(Prose(markdown, values: ["couche"]))]), glossary: Self.terms)
    let shown = article.blocks.map { block in
      switch block {
      case .heading(let heading): heading.content.marked
      case .prose(let block): block.marked
      default: ""
      }
    }
    #expect(shown.joined() == expected)
  }
}

extension Block {
  fileprivate var marked: String {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines): inlines.marked
    case .quote(let blocks): blocks.map(\.marked).joined()
    case .list(let list):
      (["\(list.isTight)"] + list.items.flatMap { $0.map(\.marked) }).joined(separator: "/")
    case .code, .table, .thematicBreak: ""
    }
  }
}

extension [Inline] {
  fileprivate var marked: String {
    map { inline in
      switch inline {
      case .link(let inlines, let address) where address.hasPrefix(GlossaryLinks.scheme):
        "{\(inlines.marked):\(address.dropFirst(GlossaryLinks.scheme.count))}"
      case .foreign(let inlines, _): "<\(inlines.marked)>"
      case .emphasis(let inlines), .strong(let inlines): inlines.marked
      default: [inline].plainText
      }
    }.joined()
  }
}
