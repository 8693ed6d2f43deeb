import Document
import Testing

@testable import Literate

@Suite("What would make a chapter's compilation last")
struct CompilationTrapTests {
  @Test(
    "async let is refused at its line, with the word to use instead",
    arguments: [
      ("async let x = f()", 0), ("let a = 1\n\nasync let x = f()", 2), ("async  let x = f()", 0),
      ("async\nlet x = f()", 0), ("if true { async let x = f() }", 0),
      ("async /* encore */ let x = f()", 0), ("let y = \"\\(1)\"\nasync let (a, b) = f()", 1),
    ])
  func refused(code: String, line: Int) throws {
    let body = "\n```swift\n//| echo: false\n\(code)\n```"
    expectError(.asyncLet, line: 7 + line) { try Sample.cells(body) }
    #expect(ChapterError.Problem.asyncLet.message.contains("launch"))
  }

  @Test(
    "words that only look like it are not",
    arguments: [
      "// async let x = f()", "/* async let */", "print(\"async let x\")",
      "let async = 1\nlet x = 2",
      "func f() async { let x = 1 }", "func f() async throws -> Int {\nlet y = 1; return y }",
      "let text = \"\"\"\nasync let x\n\"\"\"", "{ () async in let y = 1; _ = y }",
      "myasync; let x = 1",
    ])
  func accepted(code: String) throws {
    #expect(try Sample.cells("\n```swift\n\(code)\n```").map(\.code) == [code])
  }
}
