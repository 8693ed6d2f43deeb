import Document
import Testing

@testable import Literate

@Suite struct GlossaryTests {
  private func terms(_ text: String) throws -> [GlossaryTerm] {
    try Glossary.terms(file: Sample.file, text: text)
  }

  @Test("Terms come in their order, with their forms, definition and language")
  func reads() throws {
    let terms = try terms(
      """
      termes:
        - {terme: biais, définition: Un *nombre*.}
        - terme: dropout
          formes: [dropout, dropouts]
          définition: >-
            Des neurones
            éteints.
          langue: en
      """)
    #expect(
      terms == [
        GlossaryTerm(term: "biais", forms: ["biais"], definition: "Un *nombre*."),
        GlossaryTerm(
          term: "dropout", forms: ["dropout", "dropouts"], definition: "Des neurones éteints.",
          language: "en"),
      ])
    #expect(try self.terms("termes: []").isEmpty)
  }

  @Test(
    "A damaged glossary is refused at the line of the damage",
    arguments: [
      ("", 1), ("mots: []", 1), ("termes: 3", 1), ("termes:\n- {terme: a}", 2),
      ("termes:\n- {définition: D}", 2), ("termes:\n- {terme: \"\", définition: D}", 2),
      ("termes:\n- {terme: a, définition: D}\n- {terme: b, définition: D, forme: [b]}", 3),
      ("termes:\n- {terme: a, définition: D}\n- {terme: b, formes: [A], définition: D}", 3),
      ("termes:\n- {terme: a, définition: D}\n- [a", 4), ("termes:\n- a", 2),
    ])
  func damaged(text: String, line: Int) {
    let error = #expect(throws: ChapterError.self) { try terms(text) }
    guard case .glossary = error?.problem else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.location == Sample.at(line))
  }

  @Test("The catalogue holds the terms as Swift")
  func literal() {
    let term = GlossaryTerm(term: "l\"eau", forms: ["a", "b"], definition: "D", language: "en")
    #expect(
      SwiftLiteral.term(term)
        == #"GlossaryTerm(term: "l\"eau", forms: ["a", "b"], definition: "D", language: "en")"#)
  }
}
