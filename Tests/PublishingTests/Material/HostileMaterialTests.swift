import Document
import Foundation
import Testing

@testable import Publishing

@Suite("Hostile text in course material")
struct HostileMaterialTests {
  static let attacks = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='alert(1)", "]]>",
    "&amp;&lt;&#60;", "$x$ $$y$$", "``` ```` `a` ``b", "--><!--", "</samp></pre></code>",
    "javascript:alert(1)", "\u{1B}[31m\u{0}\u{7F}\u{85}", "\u{202E}abc\u{2066}",
    noncharacters, "a\nb\r\nc\rd\u{2028}e", "*\u{301}a*\u{301} `\u{301}x` \"\u{301}",
    "| a | b |", "\\(print(1)) \"\"\" \\", "![x](javascript:alert(1))", "[x](data:text/html,a)",
    "a!", "\u{1FEF}\u{37E}", "~~a~~ **b** __c__", "\\end{x} {{", "\u{E000}\u{E001}", "*/ /* #if",
  ]

  private static let noncharacters = String(
    String.UnicodeScalarView([0xFFFE, 0xFFFF, 0xFDD0].compactMap { Unicode.Scalar(UInt32($0)) }))

  private static func hostile(_ attack: String) throws -> MaterialUnderTest {
    var sample = try SampleCourse()
    sample.text = { "\($0) \(attack)" }
    sample.markdown = { markdown in
      // As its author would have to write it to have it read as text.
      let escaped = attack.unicodeScalars.map { scalar -> String in
        // A private-use scalar is a value's place, in Markdown.
        if scalar.properties.isWhitespace || scalar.value == 0xE000 || scalar.value == 0xE001 {
          return " "
        }
        let isPlain =
          !scalar.isASCII || scalar.properties.isAlphabetic || "0"..."9" ~= scalar
          || scalar.value < 0x20 || scalar.value == 0x7F
        return isPlain ? String(scalar) : "\\\(scalar)"
      }
      return "\(markdown)\n\nFin \(escaped.joined())"
    }
    sample.code = { "\($0)  // \(attack)" }
    sample.file = "..<script>'\"&#?x "
    return try MaterialUnderTest(sample)
  }

  private static func harmless() throws -> MaterialUnderTest {
    var sample = try SampleCourse()
    sample.markdown = { "\($0)\n\nFin" }
    sample.code = { "\($0)  // x" }
    return try MaterialUnderTest(sample)
  }

  @Test("No element or attribute is born from it", arguments: attacks)
  func structure(attack: String) throws {
    let expected = try Dictionary(
      uniqueKeysWithValues: Self.harmless().pages.map { ($0.path, $0.page) })
    for (path, page) in try Self.hostile(attack).pages {
      #expect(page.error == nil, "\(path)")
      // A longer title takes more lines of the cover.
      let isPicture = path.hasSuffix(".svg")
      let outline = { (page: XMLPage) in
        page.elements.filter { !$0.isInCode && !(isPicture && $0.name == "text") }.map(\.outline)
      }
      let other = try #require(expected[path])
      let difference = zip(outline(page), outline(other)).first { $0 != $1 }
      #expect(difference == nil, "\(path)")
      #expect(outline(page).count == outline(other).count, "\(path)")
      for element in page.elements where element.isInCode {
        #expect(
          ["code", "span", "samp", "i"].contains(element.name) || element.name.hasPrefix("m"))
        let known: Set = [
          "class", "translate", "form", "stretchy", "separator", "mathvariant", "width",
        ]
        #expect(
          Set(element.attributes.keys).isSubset(
            of: known.union(["displaystyle", "fence", "accent"])))
      }
      for address in page.values(of: "href") + page.values(of: "src") {
        let scheme = address.prefix { $0 != ":" && $0 != "#" && $0 != "/" }
        #expect(address.prefix(scheme.count + 1).last != ":" || scheme == "https", "\(address)")
      }
    }
  }

  @Test("Notebooks and scripts stay JSON, and no path leaves its folder", arguments: attacks)
  func files(attack: String) throws {
    let material = try Self.hostile(attack)
    for script in ["mesures.js", "recherche.js", "lecteur-donnees.js"] {
      #expect(throws: Never.self, "\(script)") { try material.json(script) }
    }
    #expect(try !material.words(of: .ipynb).isEmpty)
    for path in Array(material.files.keys) + material.book.map(\.name) {
      #expect(path.wholeMatch(of: /[A-Za-z0-9._\/-]+/) != nil, "\(path)")
      #expect(!path.hasPrefix("/") && !path.split(separator: "/").contains(".."), "\(path)")
    }
  }

  @Test("In Swift it stays in comments and literals", arguments: attacks)
  func swift(attack: String) throws {
    func program(_ material: MaterialUnderTest) throws -> [[SwiftToken.Kind]] {
      try material.text("swift/chapitre-3.swift").split(separator: "\n").filter { line in
        !line.hasPrefix("//")
      }.map { line in
        SwiftLexer.tokens(of: String(line)).map(\.kind).filter { $0 != .comment }
      }
    }
    var sample = try SampleCourse()
    sample.text = { "\($0) \(attack)" }
    #expect(
      try program(MaterialUnderTest(sample))
        == program(MaterialUnderTest(SampleCourse())))
  }

  @Test("In Markdown it stays text", arguments: attacks)
  func markdown(attack: String) throws {
    let values = [attack, "x"]
    let prose = """
      \u{E000} *\u{E000}* puis\\
      \u{E000}[a](https://example.org/a&copy;_(b)|c)

      - \u{E000}
        - \u{E001}
      - \u{E000} `\u{E000}`

      | \u{E000} | `\u{E000}` |
      | --- | --- |
      | \u{E001} | \u{E000} |

      #### \u{E000}

      ```
      \u{E000}
      ```
      """
    let chapter = WovenChapter(
      number: 1, title: "T", summary: "S", parameters: [],
      blocks: [.prose(Prose(prose, values: values)), .notice(attack)])
    let article = ArticleBuilder.article(of: chapter, glossary: [])
    let writer = MarkdownText(dialect: .github, glossary: { _ in nil })
    for block in article.blocks {
      let blocks: [Block] =
        switch block {
        case .prose(let block): [block]
        case .heading(let heading): [.heading(level: 4, heading.content)]
        case .notice(let inlines): [.paragraph(inlines)]
        default: []
        }
      let written = writer.text(of: blocks)
      let read = MarkdownParser.parse(written)
      #expect(read.leaves == blocks.leaves, "\(written)")
    }
  }
}

extension [Block] {
  /// The texts of the leaves, white space apart.
  var leaves: [String] {
    flatMap { block -> [String] in
      switch block {
      case .heading(_, let inlines), .paragraph(let inlines): [inlines.plainText.squeezed]
      case .quote(let blocks): blocks.leaves
      case .list(let list): ["\(list.isTight)"] + list.items.flatMap(\.leaves)
      case .code(let code, _): [code.squeezed]
      case .table(let table):
        (table.header + table.rows.flatMap { $0 }).map(\.content.plainText.squeezed)
      case .thematicBreak: ["—"]
      }
    }
  }
}

extension String {
  fileprivate var squeezed: String {
    split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
  }
}
