import Document
import Testing

@testable import Literate

@Suite struct ChapterSourceTests {
  @Test("The file's name gives the number and the slug")
  func name() throws {
    let chapter = try ChapterSource(file: "chapters/03-deux-mots2.md", text: "---\ntitle: T\n---")
    #expect(chapter.number == 3)
    #expect(chapter.slug == "deux-mots2")
    #expect(chapter.header.title == "T")
    #expect(chapter.blocks.isEmpty)
  }

  @Test(
    "A name without number, or with other characters, is refused",
    arguments: [
      "README.md", "03.md", "03-.md", "03-é.md", "a-b.md", "12345-x.md", "03-a--b.md", "03-A.md",
      "03-a.markdown", "", "٣-a.md",
    ])
  func badName(name: String) {
    let error = #expect(throws: ChapterError.self) {
      try ChapterSource(file: "chapters/" + name, text: "---\ntitle: T\n---")
    }
    guard case .fileName = error?.problem else {
      Issue.record("\(String(describing: error))"); return
    }
  }

  @Test("Prose and cells alternate, each with the line where it begins")
  func blocks() throws {
    let chapter = try Sample.chapter("\nUn.\n\n```swift\nlet a = 1\n```\n\nDeux.\n```swift\n```")
    let cells = try Sample.cells("\nUn.\n\n```swift\nlet a = 1\n```\n\nDeux.\n```swift\n```")
    #expect(cells.map(\.code) == ["let a = 1", ""])
    #expect(cells.map(\.location) == [Sample.at(8), Sample.at(13)])
    #expect(
      chapter.blocks == [
        .prose("\nUn.\n", at: Sample.at(4)), .cell(cells[0]),
        .prose("\nDeux.", at: Sample.at(10)), .cell(cells[1]),
      ])
  }

  @Test("Windows line ends change neither lines nor code")
  func windows() throws {
    let text = "---\ntitle: T\n---\nUn.\n\n```swift\n//| echo: false\nlet a = 1\nlet b = 2\n```\n"
    let unix = try ChapterSource(file: Sample.file, text: text)
    let windows = try ChapterSource(
      file: Sample.file, text: text.replacing("\n", with: "\r\n"))
    #expect(unix == windows)
  }

  @Test(
    "A chapter begins with a header between two lines of dashes",
    arguments: ["", "Texte", "---", "---\ntitle: T", "\n---\ntitle: T\n---", "--- \ntitle: T\n---"])
  func headerMissing(text: String) {
    expectError(.frontMatterMissing, line: 1) { try ChapterSource(file: Sample.file, text: text) }
  }

  @Test("The characters that stand for inline values are refused where they are")
  func privateUse() {
    expectError(.privateUseCharacter, line: 6) { try Sample.chapter("a\nb\nc \u{E001}") }
    expectError(.privateUseCharacter, line: 2) { try Sample.chapter("", header: "title: \u{F8FF}") }
  }

  @Test("Options are the leading lines; later ones are code")
  func optionsAndCode() throws {
    let cell = try #require(
      try Sample.cells("```swift\n//| echo: false\nlet a = 1\n//| label: fig-x\n```").first)
    #expect(cell.options.echo == false)
    #expect(cell.options.label == nil)
    #expect(cell.code == "let a = 1\n//| label: fig-x")
    #expect(cell.location == Sample.at(6))
  }

  @Test("An indented cell keeps its options, and its code's columns")
  func indented() throws {
    let cell = try #require(try Sample.cells("  ```swift\n  //| echo: false\n  a\n  ```").first)
    #expect(cell.options.echo == false)
    #expect(cell.code == "  a")
    #expect(cell.location == Sample.at(6))
  }

  @Test("An excerpt's cell has no code of its own")
  func excerptWithCode() {
    expectError(.excerptWithCode, line: 7) {
      try Sample.chapter("```swift\n//| source: a#b\n\nlet a = 1\n```")
    }
  }
}
