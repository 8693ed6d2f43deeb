import Document
import Testing

@testable import Literate

@Suite("HTML comments in a chapter")
struct CommentsTests {
  private func removed(_ text: String) throws -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let kept = try Comments.removed(from: lines, at: Sample.at(4))
    #expect(kept.count == lines.count)
    return kept.joined(separator: "\n")
  }

  @Test(
    "a comment is gone, and every line keeps its place",
    arguments: [
      ("a <!-- b --> c", "a  c"), ("<!-- a -->", ""), ("<!-- a -->    b", "b"),
      ("a\n<!-- b\n\nc -->\nd", "a\n\n\n\nd"), ("a <!-- b\nc --> d", "a \nd"),
      ("<!-- a --><!-- b --> c", "c"), ("<!-->a<!--->b<!---->", "ab"), ("<!-- <!-- --> -->", "-->"),
      ("<!-- `-->` -->", "` -->"),
      ("a\n<!--\n```swift\nb\n```\n--> c", "a\n\n\n\n\nc"),
      ("`a\n<!-- b` -->", "`a\n"), ("a `\n\n<!-- ` -->", "a `\n\n"),
      ("é\u{301}<!--\n-->ç", "é\u{301}\nç"),
    ])
  func gone(text: String, kept: String) throws {
    #expect(try removed(text) == kept)
  }

  @Test(
    "a mark within code, or after a backslash, is text",
    arguments: [
      "`<!--` et `-->`", "`` a ` <!-- ``", "`a\nb <!-- c` d", "\\<!-- a", "```\n<!--\n```",
      "~~~html\n<!-- a -->\n~~~", "```\n<!-- jamais refermé", "   ````\n```\n<!--\n````",
      "<! -- a -->", "-->", "`\n<!- -",
    ])
  func text(text: String) throws {
    #expect(try removed(text) == text)
  }

  @Test("after a comment's end a block of code is code again")
  func codeAfter() throws {
    let text = "<!-- a --> ```html\n<!-- b -->\n```\n<!-- c -->"
    #expect(try removed(text) == "```html\n<!-- b -->\n```\n")
    let long = "<!--\n```\n--> ```html\n<!-- b -->\n```"
    #expect(try removed(long) == "\n\n```html\n<!-- b -->\n```")
  }

  @Test(
    "a comment that is never closed is named by its line",
    arguments: [
      ("<!-- a", 4), ("a\nb <!--\n\nc", 5), ("<!-- a -->\n`b\n\nc` <!--", 7),
      ("```\n<!--\n```\n`<!--`\n<!--", 8), ("<!--\n-- >", 4), ("<!-", 0),
    ])
  func unclosed(text: String, line: Int) throws {
    if line == 0 { return #expect(try removed(text) == text) }
    expectError(.unclosedComment, line: line) { try Sample.chapter(text) }
  }

  @Test("cells in a comment are no cells; those around it have their lines")
  func cells() throws {
    let cell = "```swift\n//| lable: fig-a\nlet a = 1\n```\n"
    let (first, last) = ("```swift\nlet x = 1\n```\n", "```swift\nlet y = 2\n```")
    let body = "\(first)<!-- plus tard :\n\(cell)\n\(cell)-->\n\(last)"
    let cells = try Sample.cells(body)
    #expect(cells.map(\.code) == ["let x = 1", "let y = 2"])
    #expect(cells.map(\.location) == [Sample.at(5), Sample.at(19)])
    #expect(try Sample.chapter(body).blocks.count == 2)
    #expect(!(try Sample.tangled(body)).contains("plus tard"))
  }

  @Test("what a comment cites and computes is neither looked up nor computed")
  func silent() throws {
    let tangled = try Sample.tangled("Un.\n<!-- @fig-nulle `{swift} rien` $ -->\nDeux.")
    #expect(tangled.contains(#"try self.prose("Un.\n\nDeux.")"#), "\(tangled)")
    expectError(.unknownLabel("fig-nulle", suggestion: nil), line: 7) {
      try Sample.tangled("Un.\n<!-- a\n\n-->@fig-nulle")
    }
  }
}
