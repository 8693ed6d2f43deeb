import Document
import Testing

@testable import Publishing

@Suite struct MarkdownParserTests {
  @Test(
    "Markdown becomes its tree",
    arguments: [
      (
        "a *b* **c** ~~d~~",
        [
          .paragraph([
            .text("a "), .emphasis([.text("b")]), .text(" "),
            .strong([.text("c")]), .text(" "), .strikethrough([.text("d")]),
          ])
        ]
      ),
      (
        "## a `b_c_` $x_1$",
        [
          .heading(
            level: 2, [.text("a "), .code("b_c_"), .text(" "), .formula("x_1", isDisplay: false)])
        ]
      ),
      ("$$x$$", [.paragraph([.formula("x", isDisplay: true)])]),
      (
        "- a\n  - b\n- c",
        [
          .list(
            MarkdownList(
              start: nil, isTight: true,
              items: [
                [
                  .paragraph([.text("a")]),
                  .list(
                    MarkdownList(start: nil, isTight: true, items: [[.paragraph([.text("b")])]])),
                ],
                [.paragraph([.text("c")])],
              ]))
        ]
      ),
      (
        "3. a\n\n4. b",
        [
          .list(
            MarkdownList(
              start: 3, isTight: false,
              items: [[.paragraph([.text("a")])], [.paragraph([.text("b")])]]))
        ]
      ),
      ("> a\n> b", [.quote([.paragraph([.text("a b")])])]),
      ("```sh x\na\n\nb\n```\n***", [.code("a\n\nb\n", language: "sh"), .thematicBreak]),
      (
        "a  \nb<br>\\*&eacute;&unknown;&#x41;",
        [.paragraph([.text("a"), .lineBreak, .text("b<br>*é&unknown;A")])]
      ),
      (
        "[a](b \"t\") ![c](d&amp;e)",
        [
          .paragraph([
            .link([.text("a")], address: "b"), .text(" "), .image([.text("c")], address: "d&e"),
          ])
        ]
      ),
      ("", []),
    ] as [(String, [Block])])
  func parses(markdown: String, expected: [Block]) {
    #expect(MarkdownParser.parse(markdown) == expected)
  }

  @Test("Tables keep their header and alignments")
  func parsesTable() {
    let blocks = MarkdownParser.parse("|a|b|c|\n|---|:-:|--:|\n|1|2|3|\n|4|\n")
    guard case .table(let table) = blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(table.header.map(\.alignment) == [.left, .center, .right])
    #expect(
      table.rows.map { $0.map(\.content) } == [
        [[.text("1")], [.text("2")], [.text("3")]], [[.text("4")], [], []],
      ])
  }

  @Test(
    "Null characters and broken references are harmless",
    arguments: [
      ("a\u{0}b", "a\u{FFFD}b"), ("&#0;", "\u{FFFD}"), ("&#xD800;", "\u{FFFD}"),
      ("&#9999999;", "\u{FFFD}"),
      ("&", "&"), ("&;", "&;"),
    ])
  func replacesNull(markdown: String, expected: String) {
    #expect(MarkdownParser.parse(markdown) == [.paragraph([.text(expected)])])
  }
}
