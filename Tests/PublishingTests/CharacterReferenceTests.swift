import Testing

@testable import Publishing

@Suite struct CharacterReferenceTests {
  @Test(
    "References stand for their characters",
    arguments: [
      ("&nbsp;", "\u{A0}"), ("&yuml;", "ÿ"), ("&laquo;", "«"), ("&alpha;", "α"), ("&omega;", "ω"),
      ("&Omega;", "Ω"), ("&Sigma;", "Σ"), ("&sigma;", "σ"), ("&hellip;", "…"), ("&#233;", "é"),
      ("&#XE9;", "é"), ("&inconnu;", "&inconnu;"), ("&-;", "&-;"), ("&#;", "\u{FFFD}"),
    ])
  func decodes(reference: String, expected: String) {
    #expect(CharacterReference.decode(reference) == expected)
  }
}
