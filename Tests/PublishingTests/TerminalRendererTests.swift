import Document
import Testing

@testable import Publishing

@Suite struct TerminalRendererTests {
  private func page(_ blocks: [WovenBlock], width: Int, color: Bool = false) -> String {
    let renderer = TerminalRenderer(width: width, color: color)
    return blocks.map { renderer.render($0) }.joined()
  }

  private func lines(_ markdown: String, width: Int, values: [String] = []) -> [String] {
    page([.prose(Prose(markdown, values: values))], width: width)
      .split(separator: "\n").map(String.init)
  }

  @Test("A document with everything in it looks as recorded", arguments: [60, 100])
  func looksAsRecorded(width: Int) throws {
    try Snapshot.check(page(SampleDocument.blocks, width: width), named: "document-\(width).txt")
  }

  @Test("The same document in colour looks as recorded, its escapes made visible")
  func looksAsRecordedInColor() throws {
    let page = page(SampleDocument.blocks, width: 80, color: true)
    try Snapshot.check(page.replacing("\u{1B}", with: "␛"), named: "document-80-color.txt")
  }

  @Test("Colour changes looks only: without its codes the text has the same words")
  func colorAddsCodesOnly() {
    let colored = page(SampleDocument.blocks, width: 1000, color: true)
    let plain = page(SampleDocument.blocks, width: 1000)
    let words = { (text: String) in text.filter { $0.isLetter || $0.isNumber } }
    #expect(colored.contains("\u{1B}[1;34m"))
    #expect(words(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "")) == words(plain))
  }

  @Test("Without colour no control character is written but line feeds")
  func writesNoControlCharacter() {
    let controls = page(SampleDocument.blocks + HostileText.blocks, width: 60).unicodeScalars
      .filter { $0.properties.generalCategory == .control && $0 != "\n" }
    #expect(controls.isEmpty)
  }

  @Test("Hostile text gains no escape in colour: all of them are the renderer's own")
  func writesNoForeignEscape() {
    let text = page(HostileText.blocks, width: 60, color: true)
      .replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(
      text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control || $0 == "\n" })
    #expect(text.contains("\u{FFFD}"))
  }

  @Test("One blank line separates blocks, empty blocks leave none")
  func separatesBlocks() {
    let blocks: [WovenBlock] = [
      .prose(Prose("un")), .output(""), .prose(Prose("")), .output("2\n"),
    ]
    #expect(page(blocks, width: 40) == "un\n\n  ┊ 2\n\n")
  }

  @Test(
    "No line of the document but addresses and paths is wider than the page",
    arguments: [20, 21, 22, 23, 25, 30, 37, 45, 60, 79, 80, 101])
  func keepsToWidth(width: Int) {
    for line in page(SampleDocument.blocks, width: width).split(separator: "\n")
    where line.displayWidthOfPlainText > width {
      #expect(
        line.contains("://") || line.contains("output/") || line.contains("Sources/"))
    }
  }

  @Test("Running text is never wider than 100 columns")
  func boundsMeasure() {
    let widest = lines(String(repeating: "mot ", count: 200), width: 300).map(\.count).max()
    #expect(widest == 99)
  }

  @Test("Lines do not break before punctuation, in short formulas or in short code")
  func keepsTogether() {
    for width in stride(from: 20, to: 60, by: 3) {
      let text = "Le gradient de $a = b + c$, puis `x = y + z`; enfin « la fin » : 60 000 pas !"
      for line in lines(text, width: width) {
        #expect(!",;:!?»".contains(line.first ?? " "), "width \(width)")
        #expect(line.contains("`x") == line.contains("z`"), "width \(width)")
        #expect(line.contains("60") == line.contains("000"), "width \(width)")
      }
    }
  }

  @Test("Values are shown as they are, never read as Markdown")
  func showsValuesVerbatim() {
    let text = lines(
      "\u{E000} et `\u{E001}` et \u{E002}", width: 80, values: ["*a* [b](c)", "`<d>`"])
    #expect(text == ["*a* [b](c) et ``<d>`` et \u{FFFD}"])
  }

  @Test("A link shows its address once")
  func showsAddressOnce() {
    #expect(
      lines("[ici](https://a.fr/?b) et <https://c.fr>", width: 80) == [
        "ici (https://a.fr/?b) et https://c.fr"
      ])
    #expect(lines("[plus haut](#debut)", width: 80) == ["plus haut"])
  }

  @Test("Paths are never cut")
  func keepsPathsWhole() {
    let path = "output/" + String(repeating: "très long ", count: 20) + ".png"
    let figure = Figure(
      caption: Caption(.figure, number: "1.1", text: "x"), alternative: "", files: [path])
    #expect(page([.figure(figure)], width: 20).contains("\n  \(path)\n"))
  }

  @Test("Code lines too long for the page go on after a sign and lose nothing")
  func foldsCode() {
    let code = "let sum = " + (1...40).map(String.init).joined(separator: " + ")
    let text = page([.code(Listing(code))], width: 40)
    let joined = text.split(separator: "\n").map { $0.replacing(/^  ┃ (↪ )?/, with: "") }.joined()
    #expect(joined == code)
    #expect(text.contains("  ┃ ↪ "))
  }

  @Test(
    "Deeply nested Markdown neither overflows the stack nor loses its text",
    arguments: [
      (">", ""), ("- ", ""), ("[", "](x)"), ("![", "](x)"), ("*", "*"), ("**a ", "**"),
      ("_a ", "_"),
      ("1. ", ""), ("`", "`"), ("$", "$"), ("<", ">"), ("~~a ", "~~"),
    ])
  func boundsNesting(opening: String, closing: String) {
    let nested =
      String(repeating: opening, count: 10_000) + "fond" + String(repeating: closing, count: 10_000)
    let keepsText = page([.prose(Prose(nested))], width: 20).filter { $0.isLetter }.contains("fond")
    #expect(keepsText)
  }

  @Test("A formula on its own lines keeps the sentence's punctuation")
  func punctuatesDisplayedFormula() {
    let text = page([.prose(Prose("On a $$a = b$$, donc $$c$$ ; fin."))], width: 40)
    #expect(text.contains("\n    a = b,\n"))
    #expect(text.contains("\n    c\u{A0};\n\nfin.\n"))
  }

  @Test("Levels of headings differ without colour")
  func distinguishesHeadings() {
    #expect(lines("# T", width: 40) == ["T", "═"])
    #expect(lines("## T", width: 40) == ["T", "─"])
    #expect(lines("### T", width: 40) == ["▪ T"])
    #expect(lines("#### T", width: 40) == ["▫ T"])
  }
}

extension Substring {
  fileprivate var displayWidthOfPlainText: Int { String(self).displayWidth }
}
