import Document
import Testing

@testable import Literate

@Suite struct CrossReferencesTests {
  private static let cells = ["fig-a", "tbl-b", "fig-c", "tbl-d"].map { label in
    let captions = label.hasPrefix("fig") ? "//| fig-cap: F\n//| fig-alt: A" : "//| tbl-cap: T"
    return "```swift\n//| label: \(label)\n\(captions)\n```"
  }.joined(separator: "\n")

  private func resolve(_ prose: String) throws -> String {
    var references = try CrossReferences(
      try Sample.chapter(Self.cells),
      bibliography: try Bibliography(file: "references.yaml", text: Sample.bibliography))
    return try references.resolve(prose, at: Sample.at(30))
  }

  @Test(
    "Figures and tables are numbered apart, works cited by their authors, all with links",
    arguments: [
      ("la @fig-a, la @fig-c.", "la [figure\u{A0}3.1](#fig-a), la [figure\u{A0}3.2](#fig-c)."),
      ("@tbl-b et @tbl-d", "[tableau\u{A0}3.1](#tbl-b) et [tableau\u{A0}3.2](#tbl-d)"),
      ("(@fig-a)", "([figure\u{A0}3.1](#fig-a))"),
      ("selon @one", "selon [Un (2001)](#ref-one)"),
      ("@two, @three", "[Un et Deux (2002)](#ref-two), [Un et coll. (2003)](#ref-three)"),
      ("vu [@one]", "vu ([Un, 2001](#ref-one))"),
      ("[@one; @two]", "([Un, 2001](#ref-one) ; [Un et Deux, 2002](#ref-two))"),
      ("[@one ;\n@two]", "([Un, 2001](#ref-one) ; [Un et Deux, 2002](#ref-two))"),
      ("la [@fig-a]", "la [figure\u{A0}3.1](#fig-a)"),
      (
        "[@fig-a; @tbl-d;\n@fig-c]",
        "[figure\u{A0}3.1](#fig-a), [tableau\u{A0}3.2](#tbl-d), [figure\u{A0}3.2](#fig-c)"
      ),
      ("[@fig-a ; @one]", "([figure\u{A0}3.1](#fig-a) ; [Un, 2001](#ref-one))"),
      ("pour 5 $ et 6 $, @one", "pour 5 $ et 6 $, [Un (2001)](#ref-one)"),
    ])
  func resolves(prose: String, expected: String) throws {
    #expect(try resolve(prose) == expected)
  }

  @Test(
    "Code, formulas, addresses and escapes are left alone",
    arguments: [
      "`@fig-x`", "``a ` @fig-x``", "`a\n@fig-x`", "```\n@fig-x\n```", "$a @b$", "$$a\n@b$$",
      "jean@exemple.fr", "\\@nul", "@", "@ a", "a @1", "@é",
    ])
  func leftAlone(prose: String) throws {
    #expect(try resolve(prose) == prose)
  }

  @Test("An unknown label or key is named at its line, with what was meant")
  func unknown() {
    expectError(.unknownLabel("fig-b", suggestion: "fig-a"), line: 32) {
      try resolve("a\n\n@fig-b")
    }
    expectError(.unknownLabel("tbl-couts", suggestion: nil), line: 30) { try resolve("@tbl-couts") }
    expectError(.unknownLabel("fig-b", suggestion: "fig-a"), line: 31) {
      try resolve("a\n[@fig-a; @fig-b]")
    }
    expectError(.unknownReference("tree", suggestion: "three"), line: 31) {
      try resolve("a\n[@tree]")
    }
    expectError(.unknownReference("tree", suggestion: "three"), line: 32) {
      try resolve("a\n[@one ;\n@tree; @two]")
    }
    expectError(.unknownReference("nobody", suggestion: nil), line: 31) {
      try resolve("a\n@nobody")
    }
  }

  @Test("Cited works are listed once, in the order of their first citation")
  func list() throws {
    let tangled = try Sample.tangled(
      "@three, @one\n\n@three",
      bibliography: try Bibliography(file: "references.yaml", text: Sample.bibliography))
    let three = try #require(tangled.firstRange(of: "*À trois*"))
    let one = try #require(tangled.firstRange(of: "*Seul*"))
    #expect(three.lowerBound < one.lowerBound)
    #expect(tangled.ranges(of: "*À trois*").count == 1)
    #expect(!tangled.contains("À deux"))
  }
}
