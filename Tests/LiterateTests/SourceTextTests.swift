import Document
import Testing

@testable import Literate

@Suite("Chapters as editors and other tools write them")
struct SourceTextTests {
  private static let body = """
    Un, [@fig-a].

    ```swift
    //| label: fig-a
    //| fig-cap: "Une légende : la mienne"
    //| fig-alt: Une ligne.
    let a = 1

    let b = 2
    ```

    <!-- rien
    -->
    ```swift
    //| exercise: un
    //| hints:
    //|   - Relis.
    let x = 0
    ```
    ```swift
    //| solution: un
    let x = 1
    ```
    ```swift
    //| mistake: un
    //| remark: Tu as compté jusqu’à 2.
    let x = 2
    ```
    ```swift
    //| check: un
    expect("x", x, 1)
    ```
    """
  private static let text = "---\ntitle: Essai\n---\n\(body)\n"

  private func chapter(_ text: String) throws -> ChapterSource {
    try ChapterSource(file: Sample.file, text: text)
  }

  @Test(
    "a byte-order mark, other line ends and Quarto's marks change nothing of what is read",
    arguments: [
      "\u{FEFF}" + text, text.replacing("\n", with: "\r\n"), text.replacing("\n", with: "\r"),
      "\u{FEFF}" + text.replacing("\n", with: "\r"), text.replacing("```swift", with: "```{swift}"),
      text.replacing("//|", with: "#|"), text.replacing("//| label", with: "#| label"),
      "\u{FEFF}"
        + text.replacing("//|", with: "#|").replacing("```swift", with: "``` {swift} ")
        .replacing("\n", with: "\r"),
    ])
  func same(text: String) throws {
    let (expected, found) = (try chapter(Self.text), try chapter(text))
    #expect(found == expected)
    let tangler = Tangler(imports: [], context: "C") { _ in "" }
    #expect(try tangler.tangle(found) == tangler.tangle(expected))
    #expect(try tangler.exercises(of: found) == tangler.exercises(of: expected))
  }

  @Test("the code that is shown and compiled has no options, and its line")
  func code() throws {
    let cell = try #require(try Sample.cells("```{swift}\n#| echo: true\nlet a = 1\n```").first)
    #expect(cell.code == "let a = 1")
    let tangled = try Sample.tangled("```{swift}\n#| echo: true\nlet a = 1\n```")
    #expect(tangled.contains("line: 6)\nlet a = 1"))
    #expect(tangled.contains(#"Listing("let a = 1", role: .cell, language: "swift""#))
    #expect(!tangled.contains("#|"))
  }

  @Test(
    "an error is at its line, whatever the marks, the line ends and the byte-order mark",
    arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func lines(end: String, start: String) {
    func expectError(_ problem: ChapterError.Problem, line: Int, _ body: String) {
      let text = start + "---\ntitle: Essai\n---\n\(body)".replacing("\n", with: end)
      let error = #expect(throws: ChapterError.self) {
        try Tangler(imports: [], context: "C") { _ in "" }.tangle(try chapter(text))
      }
      #expect(error == ChapterError(problem, at: Sample.at(line)))
    }
    expectError(
      .cellOption("lable", suggestion: "label"), line: 6,
      "a\n```{swift}\n#| lable: fig-a\n```")
    expectError(.asyncLet, line: 8, "a\n\n```{swift}\n#| echo: true\nasync let x = f()\n```")
    expectError(.unclosedFence, line: 5, "a\n```{swift}\n#| echo: true")
    expectError(.unclosedComment, line: 5, "a\n<!-- b")
    expectError(.unknownLabel("fig-a", suggestion: nil), line: 6, "a\n\n[@fig-a]")
    expectError(
      .excerptFile("/A"), line: 7, "a\n```{swift}\n#| echo: true\n#| source: /A#b\n```")
  }

  @Test(
    "options on the fence are refused there, not shown as text",
    arguments: ["{swift, echo=FALSE}", "{swift fig-a}", "{swift #fig-a}"])
  func optionsOnFence(info: String) {
    expectError(.optionsOnFence, line: 5) { try Sample.chapter("a\n```\(info)\nlet a = 1\n```") }
  }

  @Test("an answer may begin with a byte-order mark")
  func answer() throws {
    let tangler = Tangler(imports: [], context: "C") { _ in "\u{FEFF}let x = 1" }
    let answers = try tangler.answers(
      to: [try chapter(Self.text)], files: ["exercices/3.1.swift"])
    #expect(answers.contains("line: 1)\nlet x = 1"))
  }
}
