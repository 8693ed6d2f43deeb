import Testing

@testable import Publishing

@Suite("Formulas that have no good form")
struct FormulaTests {
  @Test(
    "What cannot be read is shown as it was written",
    arguments: [
      #"\inconnu{x} + 1"#, "{", "}", "a}", "{a", "x^", "x_", "x^a^b", #"\frac{1}"#, #"\left( x"#,
      #"x \right)"#, #"\left\alpha x \right)"#, #"\begin{cases} a"#, #"\begin{foo} a \end{foo}"#,
      #"\begin{cases} a \end{matrix}"#, #"\end{cases}"#, #"a & b \\ c"#, #"\sqrt[3"#, #"\text{a"#,
      #"\text{$x$}"#, #"\hat{abc}"#, "a $ b", "\\", #"\begin"#, #"\big"#, #"\left"#,
    ])
  func unreadable(tex: String) {
    let formula = Formula(tex)
    #expect(formula.inline == "$\(tex)$")
    #expect(formula.display(width: 80) == ["$\(tex)$"])
  }

  @Test("Nothing gives nothing", arguments: ["", " ", "\n\t", "{}", #"\begin{cases}\end{cases}"#])
  func empty(tex: String) {
    #expect(Formula(tex).inline.isEmpty)
    #expect(Formula(tex).display(width: 80) == [""])
  }

  @Test("Control characters and changes of direction are stripped, white space is one space")
  func controlCharacters() {
    #expect(Formula("x\u{1B}[31m\u{7} = \u{202E}1\u{0}").inline == "x[31m = 1")
    #expect(Formula("\\inconnu\r\n\u{9B}  x \u{2028}y").inline == #"$\inconnu x y$"#)
  }

  @Test("Nesting is bounded", arguments: nestings)
  func nested(opening: String, closing: String) {
    let tex = repeated(opening, 10_000) + "x" + repeated(closing, 10_000)
    expectQuickAndSafe(tex)
    for depth in [10, 20, 40] {
      expectQuickAndSafe(repeated(opening, depth) + "x" + repeated(closing, depth))
    }
    let short = repeated(opening, 3) + "x" + repeated(closing, 3)
    #expect(!Formula(short).inline.hasPrefix("$"))
  }

  private static let nestings = [
    ("{", "}"), (#"\frac{1}{"#, "}"), ("x^{", "}"), (#"\sqrt{"#, "}"), (#"\hat "#, ""),
    (#"\left("#, #"\right)"#), (#"\begin{matrix}"#, #"\end{matrix}"#), ("{a + {", "}^2}"),
    (#"\sqrt["#, "]{y}"), (#"\overline{a"#, "}"), (#"\underbrace{"#, "}"), (#"\text{a}{"#, "}"),
  ]

  @Test(
    "Long input neither traps nor lingers",
    arguments: [
      "x", "^", "_", "'", "\\", "\\\\", "&", "{}", "$", "|", "]", "[", "x^2", #"\frac12"#,
      "é\u{301}",
      #"\left("#, #"\begin{matrix}"#, "-", #"\quad"#, "👩‍👩‍👧", #"\sum_i^j"#, "x'", " ",
    ])
  func long(piece: String) {
    expectQuickAndSafe(repeated(piece, 100_000 / piece.utf8.count))
    expectQuickAndSafe(repeated(piece, 9_000 / piece.utf8.count))
    expectQuickAndSafe(
      #"\begin{matrix}"# + repeated(piece, 3_000 / piece.utf8.count) + #"\end{matrix}"#)
  }

  @Test("A matrix of many empty cells takes no memory of its own")
  func sparseMatrix() {
    let cells = repeated("&", 4_000) + repeated(#"\\"#, 2_000)
    expectQuickAndSafe(#"\begin{matrix}"# + cells + #"a\end{matrix}"#)
  }

  private func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  private func expectQuickAndSafe(_ tex: String) {
    let formula = Formula(tex)
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(formula.inline.utf8.count <= 20 * tex.utf8.count + 2)
      for width in [0, 80, 100_000] {
        let lines = formula.display(width: width)
        #expect(Set(lines.map(\.displayWidth)).count == 1)
        #expect(lines.count <= 60)
      }
    }
    #expect(time < .seconds(10))
  }
}
