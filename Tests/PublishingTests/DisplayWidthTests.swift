import Testing

@testable import Publishing

@Suite("Display width")
struct DisplayWidthTests {
  @Test(
    "Counts the cells of a terminal",
    arguments: [
      ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("v\u{20D7}", 1), ("\u{301}", 0),
      ("σ(x) = eˣ", 9), ("⎧⎨⎩─│", 5), ("𝒩ℝ𝐱", 3), ("漢字", 4), ("한글", 4), ("ｆｕｌｌ", 8),
      ("🙂", 2), ("👩‍👩‍👧", 2), ("🇫🇷", 2), ("❤️", 2), ("©", 1), ("a\u{200B}b", 2), ("\u{1B}[0m", 3),
      ("\u{A0}", 1), ("…", 1),
    ])
  func width(text: String, expected: Int) {
    #expect(text.displayWidth == expected)
  }
}
