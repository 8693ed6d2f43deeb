import Document
import Testing

@testable import Literate

@Suite struct BibliographyTests {
  private func read(_ text: String) throws -> Bibliography {
    try Bibliography(file: Sample.file, text: text)
  }

  @Test(
    "Authors in the text, and the entry in the list",
    arguments: [
      ("one", "Un", "Un, Ada (2001). *Seul*. <https://example.org/1>"),
      (
        "two", "Un et Deux",
        "Un, Ada ; Deux, Bob (2002). *À deux*. Revue. <https://doi.org/10.1/2>"
      ),
      ("three", "Un et coll.", "Un ; Deux ; Trois (2003). *À trois*."),
    ])
  func authors(key: String, short: String, entry: String) throws {
    let work = try read(Sample.bibliography).work(key, at: Sample.at(1))
    #expect(work.shortAuthors == short)
    #expect(work.entry == entry)
  }

  @Test("A bibliography may begin with a byte-order mark and have any line ends")
  func editors() throws {
    for end in ["\n", "\r\n", "\r"] {
      let text = "\u{FEFF}" + Sample.bibliography.replacing("\n", with: end)
      #expect(try read(text) == read(Sample.bibliography))
    }
  }

  @Test("A work without authors is cited by its title")
  func anonymous() throws {
    let work = try read("references: [{id: a, title: Notice, issued: {year: 1999}}]")
      .work("a", at: Sample.at(1))
    #expect(work.shortAuthors == "Notice")
    #expect(work.entry == "*Notice* (1999).")
  }

  @Test(
    "A damaged bibliography is refused at the line of the damage",
    arguments: [
      ("", 1), ("works: []", 1), ("references: 3", 1), ("references:\n  - title: T", 2),
      ("references:\n- {id: a, title: T, issued: {year: 1}}\n- {id: b, title: T, issued: 2}", 3),
      (
        "references:\n- {id: a, title: T, issued: {year: 1}}\n- {id: a, title: U, issued: {year: 1}}",
        3
      ),
      ("references:\n- [a", 3), ("references:\n- a: b: c", 2),
    ])
  func damaged(text: String, line: Int) {
    let error = #expect(throws: ChapterError.self) { try read(text) }
    guard case .references = error?.problem else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.location == Sample.at(line))
  }
}
