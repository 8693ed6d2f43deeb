import Document
import Testing

@testable import Publishing

@Suite("A chapter as an article")
struct ArticleTests {
  private func article(
    _ blocks: [WovenBlock], title: String = "T", glossary: [GlossaryTerm] = []
  ) -> Article {
    ArticleBuilder.article(
      of: WovenChapter(
        number: 2, title: title, summary: "S", parameters: [], blocks: blocks),
      glossary: glossary)
  }

  private func shown(_ block: ArticleBlock?) -> String {
    let text: String =
      switch block {
      case .heading(let heading): heading.content.plainText
      case .prose(let block): [block].leaves.joined(separator: "/")
      case .notice(let inlines): inlines.plainText
      case .table(let table):
        ([.table(table.table)] as [Block]).leaves.joined(separator: "/")
          + "/\(table.caption?.text ?? "")"
      case .figure(let figure): "\(figure.caption.text)/\(figure.alternative)"
      case .exercise(let exercise): exercise.hints.flatMap(\.leaves).joined(separator: "/")
      case .output(let text): text
      case .listing(let listing): listing.code
      default: ""
      }
    return text.replacing("\u{A0}", with: "~")
  }

  /// `~` stands for U+00A0.
  @Test(
    "What a reader reads is spaced the French way, and nothing else is",
    arguments: [
      (.prose(Prose("Quoi ? L'eau : « ici ».")), "Quoi~? L’eau~: «~ici~»."),
      (.prose(Prose("## Pourquoi ?")), "Pourquoi~?"),
      (.prose(Prose("- Non !\n- 60 000")), "true/Non~!/60~000"),
      (.prose(Prose("> Si !")), "Si~!"),
      (.prose(Prose("| a : |\n| --- |\n| b ; c |")), "a~:/b~; c"),
      (.prose(Prose("`a ; 'b'` ! $x'$ <https://a.fr/?b'>")), "`a ; 'b'`~! x′ https://a.fr/?b'"),
      (.prose(Prose("```\na ; 'b' !\n```")), "a ; 'b' !"),
      (.prose(Prose("\u{E000} fois", values: ["it's...; a"])), "it's...; a fois"),
      (.notice("Modifié : epochs = 5 !"), "Modifié~: epochs = 5~!"),
      (.output("a : 'b' !\n"), "a : 'b' !\n"), (.code(Listing("a ? b : c")), "a ? b : c"),
      (
        .table(
          Table(
            columns: [.init("Durée :")], rows: [["it's... ; b"]],
            caption: Caption(.table, number: "2.1", text: "Qui ? L'un", label: "tbl-a"))),
        "Durée~:/it's...~; b/Qui~? L’un"
      ),
      (
        .figure(
          Figure(
            caption: Caption(.figure, number: "2.1", text: "Coût : bas", label: "fig-a"),
            alternative: "Il tombe !", files: [])), "Coût~: bas/Il tombe~!"
      ),
      (
        .code(Listing("", role: .exercise(number: "2.1", hints: ["Relis : l'eau ?"]))),
        "Relis~: l’eau~?"
      ),
    ] as [(WovenBlock, String)])
  func typography(block: WovenBlock, expected: String) {
    let shown = shown(article([block]).blocks.first)
    #expect(shown.replacing("`", with: "") == expected.replacing("`", with: ""))
  }

  @Test("Titles and the glossary are spaced too")
  func titles() {
    #expect(article([], title: "Quoi ?").title == "Quoi\u{A0}?")
    let entry = GlossaryEntry(
      GlossaryTerm(term: "l'eau", forms: [], definition: "Qui ? `a : b`"), id: "l-eau")
    #expect(entry.term.plainText == "l’eau")
    #expect(entry.definition.plainText == "Qui\u{A0}? a : b")
  }

  @Test("Sections and exercises are numbered, and each has an id of its own")
  func sections() {
    let blocks: [WovenBlock] = [
      .prose(Prose("# Un\n\n## Deux\n\n### Trois\n\n### Trois\n\n#### Plus bas\n\n## Contenu")),
      .prose(Prose("### Essai\n\nPour voir.")),
      .code(Listing("", role: .exercise(number: "2.1", hints: []))),
      .prose(Prose("### Références")),
    ]
    let article = article(blocks)
    #expect(
      article.contents.map(\.number) == [
        "2.1", "2.2", "2.2.1", "2.2.2", "2.3", "Exercice\u{A0}2.1", "2.3.1",
      ])
    #expect(
      article.contents.map(\.id) == [
        "un", "deux", "trois", "trois-2", "contenu-2", "exercice-2-1", "references-2",
      ])
    guard case .exercise(let exercise)? = article.blocks.dropLast().last else {
      Issue.record("\(article.blocks)")
      return
    }
    #expect(exercise.heading.content.plainText == "Essai")
    #expect(exercise.statement.count == 1)
  }

  @Test(
    "An id comes from the words",
    arguments: [
      ("L’aller et le retour", "l-aller-et-le-retour"), ("Œuvre à 97 %", "oeuvre-a-97"), ("", ""),
      ("日本", ""), ("--a--", "a"),
      (String(repeating: "a", count: 99), String(repeating: "a", count: 80)),
    ])
  func slugs(words: String, slug: String) { #expect(ArticleIDs.slug(words) == slug) }

  @Test("Ids that look like those of other places, or of nothing, are set apart")
  func collisions() {
    var ids = ArticleIDs(taken: ["pris"])
    let words = ["a", "A", "a-2", "à", "fig-a", "ref a", "!", "pris"]
    #expect(
      words.map { ids.id(for: $0) } == [
        "a", "a-2", "a-2-2", "a-3", "section-fig-a", "section-ref-a", "section-", "pris-2",
      ])
  }

  @Test("Citations are counted where they can be returned to")
  func citations() {
    let article = article([
      .prose(Prose("[A](#ref-a), *[A](#ref-a)* et ~~[B](#ref-b)~~.")),
      .references([Reference(key: "a", entry: "A"), Reference(key: "b", entry: "B")]),
    ])
    guard case .references(let works)? = article.blocks.last else { return }
    #expect(works.map(\.citations) == [2, 1])
  }
}
