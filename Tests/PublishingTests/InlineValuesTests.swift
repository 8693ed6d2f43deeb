import Testing

@testable import Publishing

@Suite struct InlineValuesTests {
  private let values = InlineValues(values: ["97,4 %", "\\a{b}_\u{1B}"])

  @Test("Text is cut at its placeholders")
  func cutsText() {
    let pieces = values.pieces(of: "a \u{E000}\u{E002}")
    #expect(pieces.map(\.text) == ["a ", "97,4 %", "\u{FFFD}"])
    #expect(pieces.map(\.isValue) == [false, true, true])
    #expect(values.pieces(of: "").isEmpty)
  }

  @Test("Characters of values mean nothing to TeX")
  func escapesForTeX() {
    #expect(values.filledFormula("x = \u{E000}") == #"x = 97{,}4~\%"#)
    #expect(values.filledFormula("\u{E001}") == "\u{FFFD}a\\{b\\}\\_\u{FFFD}")
  }

  @Test("A formula shows its values as they are")
  func showsValuesInFormulas() {
    let renderer = TerminalRenderer(width: 40, color: false)
    let text = renderer.render(.prose(.init("$a = \u{E000}$", values: ["97,4 %"])))
    #expect(text.replacing("\u{A0}", with: " ") == "a = 97,4 %\n\n")
  }
}
