import Document
import Foundation
import Testing

@testable import Literate

@Suite struct TanglerTests {
  private static let body = """

    ## Un « titre »

    Voir la @fig-cout de @one : `{swift} epochs + 1` fois.

    ```swift
    //| label: fig-cout
    //| fig-cap: Le coût
    //| fig-alt: Il baisse
    let costs = [2.0, 1.0] // "fin"
    show(Plot("Coût").line(costs))
    ```

    ```swift
    //| error: true
    //| echo: false
    try fail()
    ```

    ```swift
    //| source: Sources/A.swift#forward
    ```
    """

  private static let header = """
    title: Essai
    parameters:
      epochs: {value: 3, minimum: 1}
      rate: 0.5
      fast: true
      name: tanh
    """

  private func check(_ text: String, _ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Snapshots/\(name)")
    if ProcessInfo.processInfo.environment["WORKBOOK_RECORD_SNAPSHOTS"] != nil {
      try Data(text.utf8).write(to: file)
    }
    #expect(text == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test("A chapter's source is the one on record")
  func chapter() throws {
    let tangled = try Sample.tangled(
      Self.body, header: Self.header,
      bibliography: try Bibliography(file: "references.yaml", text: Sample.bibliography),
      files: ["Sources/A.swift": "// snippet.forward\nlet Z = W * A\n// snippet.end"])
    try check(tangled, "chapter.tangled")
  }

  private func catalogue(_ chapters: [ChapterSource]) throws -> String {
    try Tangler(imports: ["ChapterKit"], context: "ChapterContext") { _ in "" }
      .catalogue(of: chapters, published: try Sample.published())
  }

  @Test("The catalogue's source is the one on record, chapters in the order of their numbers")
  func catalogue() throws {
    let second = try ChapterSource(file: "chapters/12-deux.md", text: "---\ntitle: Deux\n---")
    let first = try Sample.chapter("", header: Self.header)
    try check(try catalogue([second, first]), "catalogue.tangled")
  }

  @Test("Two chapters of the same number are refused, even written differently")
  func duplicateNumber() throws {
    let other = try ChapterSource(file: "chapters/003-autre.md", text: "---\ntitle: T\n---")
    expectError(.duplicateNumber(3, other: "chapters/003-autre.md"), line: 1) {
      try catalogue([other, try Sample.chapter("")])
    }
  }

  @Test("A cell that hides its code says so, one that has none shows no listing")
  func noListing() throws {
    #expect(
      try Sample.tangled("```swift\n//| echo: false\nlet a = 1\n```").contains("role: .hiddenCell"))
    #expect(!(try Sample.tangled("```swift\n\n```").contains("Listing(")))
    #expect(try Sample.tangled("```swift\nlet a = 1\n```").contains("Listing("))
  }

  @Test("Without tables the catalogue has no results")
  func noTables() throws {
    let empty = try Tangler(imports: [], context: "C") { _ in "" }
      .catalogue(of: [], published: PublishedTables([]))
    #expect(empty.hasSuffix("corrections: [:])\n"))
  }

  @Test(
    "An inline expression has the chapter's line and column",
    arguments: [("`{swift} a`", 10), ("éé `{swift} a`", 15)])
  func inlinePlace(prose: String, column: Int) throws {
    let lines = try Sample.tangled("\n" + prose).split(separator: "\n")
    let directive = try #require(
      lines.firstIndex(of: "#sourceLocation(file: \"chapters/03-essai.md\", line: 4)"))
    #expect(lines[directive + 1] == "try self.inline(")
    #expect(lines[directive + 2] == String(repeating: " ", count: column - 1) + "a")
  }

  @Test("Whatever happens to a chapter, it tangles or the error names it", arguments: 0..<8)
  func mutations(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let text = "---\n\(Self.header)\n---\n\(Self.body)"
    let pieces = [
      "```", "~~~", "`", "\n", "---\n", "//| ", ": ", "@", "[@", "`{swift} ", "\r\n", "\0",
      "\u{E000}", "$", "&a", "*a", "[", "{", "é", "\u{301}", "#", "<!--", "-->", "#| ", "\r",
      "\u{FEFF}", "{swift}", "[@fig-cout; ",
    ]
    let bibliography = try Bibliography(file: "references.yaml", text: Sample.bibliography)
    let tangler = Tangler(imports: [], context: "C", bibliography: bibliography) { _ in
      "// snippet.forward\n// snippet.end"
    }
    for _ in 0..<500 {
      var characters = Array(text.unicodeScalars)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let at = Int.random(in: 0..<characters.count, using: &random)
        let end = min(characters.count, at + Int.random(in: 0...12, using: &random))
        let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
        characters.replaceSubrange(
          at..<end, with: Bool.random(using: &random) ? [] : Array(piece.unicodeScalars))
      }
      let mutated = String(String.UnicodeScalarView(characters))
      let lines = mutated.count(where: \.isNewline) + 1
      do {
        _ = try tangler.tangle(try ChapterSource(file: Sample.file, text: mutated))
      } catch let error as ChapterError {
        #expect(error.location.file == Sample.file)
        #expect(1...lines ~= error.location.line, "\(error)\n\(mutated)")
        #expect("\(error)".hasPrefix("\(Sample.file):\(error.location.line):1: error: "))
        #expect(!error.problem.message.contains("\n"))
      }
    }
  }

  @Test(
    "the compiler never sees a long function: parts within parts, eight at most",
    arguments: [(cells: 2, parts: 0), (cells: 30, parts: 4), (cells: 400, parts: 7)])
  func longChapters(cells: Int, parts: Int) throws {
    let body = (1...cells).map { cell in
      "Une phrase.\n\n```swift\n"
        + (1...5).map { "let x\(cell)_\($0) = \($0)" }.joined(separator: "\n") + "\n```\n"
    }.joined(separator: "\n")
    let lines = try Sample.tangled(body).split(separator: "\n")
    let opened = lines.filter { $0.hasPrefix("func chapterFromBlock") }
    let called = lines.filter { $0.hasPrefix("try await chapterFromBlock") }
    #expect(opened.count == parts)
    // The innermost part is called first, and nothing follows the calls but closing braces.
    #expect(
      called.map { $0.dropFirst("try await ".count) }
        == opened.reversed().map { $0.dropFirst("func ".count).dropLast(" async throws {".count) })
    #expect(lines.count { $0.contains("let x") && $0.hasPrefix("let x") } == 5 * cells)
  }
}

/// Steele, Lea & Flood's SplitMix64: the same mutations at every run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
