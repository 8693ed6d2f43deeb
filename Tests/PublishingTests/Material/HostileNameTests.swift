import Document
import Foundation
import Testing

@testable import Publishing

@Suite("Hostile names and addresses in course material")
struct HostileNameTests {
  private func material(_ blocks: [WovenBlock], term: GlossaryTerm? = nil) throws
    -> MaterialUnderTest
  {
    try MaterialUnderTest(
      WovenCourse(
        title: "C", summary: "S",
        chapters: [
          WovenChapter(
            number: 1, title: "T", summary: "S", parameters: [], blocks: blocks)
        ], glossary: term.map { [$0] } ?? [],
        provenance: Provenance(version: "1", data: "d", checksum: "0", command: "c", date: 0)))
  }

  private func named(_ name: String) throws -> MaterialUnderTest {
    try material(
      [
        .code(Listing("a", language: name, origin: name)),
        .table(
          Table(
            columns: [.init("A")], rows: [["1"]],
            caption: Caption(.table, number: name, text: "T", label: "tbl-\(name)"))),
        .figure(
          Figure(
            caption: Caption(.figure, number: name, text: "F", label: "fig-\(name)"),
            alternative: "G", files: [])),
        .code(
          Listing(
            "b", role: .exercise(number: name, level: .investigation, hints: ["c"]), origin: name)),
        .references([Reference(key: name, entry: "R")]),
      ], term: GlossaryTerm(term: "un", forms: ["un"], definition: "D", language: name))
  }

  @Test(
    "A label, a number, a key, a language: no element is born from it",
    arguments: HostileMaterialTests.attacks)
  func names(attack: String) throws {
    let harmless = try Dictionary(uniqueKeysWithValues: named("x").pages.map { ($0.path, $0.page) })
    let hostile = try named(attack)
    for (path, page) in hostile.pages {
      #expect(page.error == nil, "\(path)")
      let outline = { (page: XMLPage) in page.elements.filter { !$0.isInCode }.map(\.outline) }
      #expect(outline(page) == harmless[path].map(outline), "\(path)")
    }
    let anchors = /<a id="[^"<>]*"><\/a>|<\/?details>|<\/?summary>/
    // Code spans and fences keep tags as they are; elsewhere each is escaped.
    let markdown = try hostile.text("markdown/chapitre-1.md").replacing(anchors, with: "")
      .replacing(/(`+)(?:[^`]|\n)*?\1/, with: "")
    #expect(!markdown.replacing("\\<", with: "").contains(/<[a-z\/]/), "\(markdown)")
  }

  @Test(
    "A link that would do something else than lead to the web or this page is text",
    arguments: [
      "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,a", "vbscript:a",
      "file:///etc/passwd", "//evil.example/a", "/etc/passwd", "a.html", "&#106;avascript:a",
      "java\u{1}script:a", "\u{1}javascript:a", "https&#58;//a", "\u{E000}",
    ])
  func addresses(address: String) throws {
    let prose = Prose(
      "Va [ici](\(address)), ![là](\(address)), [*là*](<\(address)>)",
      values: ["javascript:alert(1)"])
    let material = try material([.prose(prose)])
    for (path, page) in material.pages {
      for href in page.values(of: "href") + page.values(of: "src") {
        #expect(!href.lowercased().contains("script:") && !href.hasPrefix("data:"), "\(path)")
        #expect(!href.hasPrefix("/") && !href.hasPrefix("file:"), "\(path)")
      }
    }
    for file in ["markdown/chapitre-1.md", "carnets/chapitre-1.ipynb"] {
      let text = try material.text(file)
      #expect(!text.contains("[ici]") || address.hasPrefix("https"), "\(file)")
    }
  }

  @Test("A link in a link, by way of an image, is none")
  func nested() throws {
    let material = try material([
      .prose(Prose("[a ![b](https://b.example) *c*](https://a.example)"))
    ])
    let page = try #require(material.pages.first { $0.path == "chapitre-1.html" }).page
    #expect(page.values(of: "href").contains("https://a.example"))
    #expect(!page.values(of: "href").contains("https://b.example"))
    #expect(try material.text("markdown/chapitre-1.md").contains("[a b *c*](https://a.example)"))
  }

  @Test("The sample's Markdown says the same when it is read again")
  func again() throws {
    let sample = try SampleCourse()
    let article = try ArticleBuilder.article(of: sample.course.chapters[0], glossary: [])
    for case .prose(let block) in article.blocks {
      for dialect in [MarkdownText.Dialect.github, .notebook] {
        let written = MarkdownText(dialect: dialect, glossary: { _ in nil }).text(of: block)
        let plain = written.replacing("$`", with: "$").replacing("`$", with: "$")
          .replacing(/<a id="[^"<>]*"><\/a>/, with: "")
        let read = MarkdownParser.parse(plain)
        guard !plain.contains("$$"), !plain.contains("```math") else { continue }
        #expect(read.leaves == [block].leaves, "\(written)")
      }
    }
  }
}
