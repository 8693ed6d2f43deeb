import Document
import Testing

@testable import Literate

@Suite struct InlineValueTests {
  private func extract(_ prose: String) throws -> (markdown: String, values: [InlineValue]) {
    try InlineValue.extract(from: prose, at: Sample.at(10))
  }

  @Test("Each value leaves a placeholder, and keeps its line and column")
  func places() throws {
    let (markdown, values) = try extract("é `{swift} a` et `{swift}  b(1)`.\n\n`{swift} c`")
    #expect(markdown == "é \u{E000} et \u{E001}.\n\n\u{E002}")
    #expect(
      values == [
        // The column counts UTF-8 bytes, as the compiler does.
        InlineValue(expression: "a", location: Sample.at(10), column: 13),
        InlineValue(expression: "b(1)", location: Sample.at(10), column: 29),
        InlineValue(expression: "c", location: Sample.at(12), column: 10),
      ])
  }

  @Test(
    "What only looks like a value is left alone",
    arguments: [
      "``` `{swift} a` ```", "```\n`{swift} a`\n```", "~~~~\n`{swift}\n~~~~", "`` `{swift} a` ``",
      "`{swif} a`", "{swift} a", "` {swift} a`", "`a\n b`",
    ])
  func leftAlone(prose: String) throws {
    let (markdown, values) = try extract(prose)
    #expect(markdown == prose)
    #expect(values.isEmpty)
  }

  @Test(
    "A value that is not closed on its line is named there",
    arguments: [
      ("a\n`{swift} b", 11), ("`{swift} a\n`", 10), ("`{swift} a` `{swift} b", 10),
      ("`{swift}", 10),
      ("a\n\nb `{swift} c\n\nd`", 12), ("`a` `{swift} b ``c``", 10),
    ])
  func unclosed(prose: String, line: Int) {
    expectError(.unclosedInlineValue, line: line) { try extract(prose) }
  }

  @Test(
    "A value without expression is refused", arguments: ["`{swift}`", "`{swift} `", "`{swift}   `"])
  func empty(prose: String) {
    expectError(.emptyInlineValue, line: 11) { try extract("a\n" + prose) }
  }

  @Test("There are placeholders for 6400 values, no more")
  func capacity() throws {
    let full = Array(repeating: "`{swift} a`", count: Prose.capacity).joined(separator: "\n\n")
    #expect(try extract(full).values.count == 6400)
    expectError(.privateUseCharacter, line: 10 + 2 * 6400) { try extract(full + "\n\n`{swift} a`") }
  }
}
