import Testing

@testable import Publishing

@Suite struct FrenchTypographyTests {
  /// In both columns `~` stands for U+00A0.
  @Test(
    "Running text is spaced the French way",
    arguments: [
      ("Quoi ?", "Quoi~?"), ("Quoi?", "Quoi~?"), ("Oui!", "Oui~!"), ("un; deux", "un~; deux"),
      ("Ah ?!", "Ah~?!"), ("Ah!!!", "Ah~!!!"), ("(?)", "(?)"), ("(sûr?)", "(sûr~?)"),
      ("ainsi: cela", "ainsi~: cela"), ("ainsi :", "ainsi~:"), ("ainsi:", "ainsi~:"),
      ("12:30", "12:30"), ("a:b", "a:b"), ("rapport 3: 2", "rapport 3: 2"),
      ("« a »: b", "«~a~»~: b"),
      ("« mot »", "«~mot~»"), ("«mot»", "«~mot~»"), ("«mot»!", "«~mot~»~!"),
      ("« Non! »", "«~Non~!~»"),
      ("97 %", "97~%"), ("97%", "97%"), ("60 000", "60~000"), ("1 060 000", "1~060~000"),
      ("en 2024 300 pas", "en 2024 300 pas"), ("3 1000", "3 1000"), ("l'eau", "l’eau"),
      ("bon...", "bon…"), ("a....b", "a....b"), ("bon... !", "bon…~!"),
      ("deux  mots  ?", "deux mots~?"),
      ("https://a.fr/?b;c!", "https://a.fr/?b;c!"), ("a != b", "a != b"), ("déjà~!", "déjà~!"),
      ("!", "!"), ("«", "«"), ("»", "»"), (":", ":"), ("", ""), (" ", " "), ("'", "’"),
    ])
  func spaces(text: String, expected: String) {
    let typeset = FrenchTypography.apply(to: text.replacing("~", with: "\u{A0}"))
    #expect(typeset.replacing("\u{A0}", with: "~") == expected)
  }

  @Test(
    "Spacing works across inline boundaries and leaves code, formulas and addresses alone",
    arguments: [
      ("**mot** : suite", "mot~: suite"), ("**mot**: suite", "mot~: suite"), ("*mot*!", "mot~!"),
      ("`x` !", "`x`~!"), ("`x`!", "`x`~!"), ("`x`: y", "`x`~: y"), ("« `x` »", "«~`x`~»"),
      ("«*x*»", "«~x~»"), ("`a ; 'b' ! 60 000...`", "`a ; 'b' ! 60 000...`"), ("$x$ %", "x~%"),
      ("d'`x`", "d’`x`"), ("fin\n! Bon", "fin~! Bon"), ("**60** 000", "60~000"),
      ("[l'été](https://a.fr/l'a?b:) ?", "l’été (https://a.fr/l'a?b:)~?"),
      ("\u{E000} % et \u{E001}", "0.5~% et it's...; 12 %".replacing("12 %", with: "12~%")),
    ])
  func spacesAcrossInlines(markdown: String, expected: String) {
    guard case .paragraph(let inlines) = MarkdownParser.parse(markdown).first else {
      Issue.record("not a paragraph: \(markdown)")
      return
    }
    let values = InlineValues(values: ["0.5", "it's...; 12 %"])
    let text = RunningText.of(inlines, values: values, color: false).text
    #expect(text.replacing("\u{A0}", with: "~") == expected)
  }
}
