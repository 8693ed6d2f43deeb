import Testing

@testable import Publishing

@Suite struct SafeTextTests {
  @Test(
    "Control characters are shown as U+FFFD",
    arguments: [
      ("\u{1B}[31m", "\u{FFFD}[31m"), ("a\nb\tc", "a\u{FFFD}b\u{FFFD}c"),
      ("\r\n", "\u{FFFD}\u{FFFD}"),
      ("\u{9B}m", "\u{FFFD}m"), ("\u{202E}abc", "\u{FFFD}abc"),
      ("été – « 日本 » 👩‍👩‍👧", "été – « 日本 » 👩‍👩‍👧"),
    ])
  func replacesControls(text: String, expected: String) {
    #expect(text.safeForTerminal == expected)
  }

  @Test("Line ends and tabs stay where they are asked for")
  func keepsLineEnds() {
    #expect("a\r\nb\rc\t\n".safeForTerminal(keeping: ["\n", "\t"]) == "a\nb\u{FFFD}c\t\n")
    #expect("a\n\tb".safeOnOneLine == "a  b")
  }

  @Test(
    "Verbatim lines have their tabs set and no last empty line",
    arguments: [
      ("a\tb\n\n日\tc\n", ["a       b", "", "日      c"]), ("", []), ("\n", [""]),
      ("12345678\t9", ["12345678        9"]),
    ])
  func setsTabs(text: String, expected: [String]) {
    #expect(text.verbatimLines == expected)
  }
}
