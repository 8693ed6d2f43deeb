import Document
import Testing

@testable import Literate

@Suite struct SwiftLiteralTests {
  @Test(
    "A literal is one line that says exactly the text",
    arguments: [
      ("", #""""#), ("é « œ »\u{A0}!", "\"é « œ »\u{A0}!\""), (#"a "b" \c"#, #""a \"b\" \\c""#),
      (#"\(x) \u{41}"#, #""\\(x) \\u{41}""#), ("\"\"\"#", ##""\"\"\"#""##),
      ("a\r\nb\tc", #""a\r\nb\tc""#), ("\0\u{1B}\u{7F}", #""\u{0}\u{1b}\u{7f}""#),
      ("\u{E000}\u{FEFF}", #""\u{e000}\u{feff}""#),
      ("👩🏽‍🔬", "\"\\u{1f469}\\u{1f3fd}\u{200D}\\u{1f52c}\""),
      ("\u{301}a", "\"\u{301}a\""),
    ])
  func strings(text: String, literal: String) {
    #expect(
      Array(SwiftLiteral.string(text).unicodeScalars) == Array(literal.unicodeScalars))
  }

  @Test("A parameter's literal keeps value, bounds and summary")
  func parameter() {
    #expect(
      SwiftLiteral.parameter(Parameter("rate", .real(1e-22), minimum: 0, summary: "pas"))
        == #"Parameter("rate", .real(1e-22), minimum: 0.0, maximum: nil, summary: "pas")"#)
    #expect(
      SwiftLiteral.parameter(Parameter("name", .text("\"")))
        == #"Parameter("name", .text("\""), minimum: nil, maximum: nil, summary: nil)"#)
  }
}
