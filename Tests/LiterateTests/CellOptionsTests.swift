import Document
import Testing

@testable import Literate

@Suite struct CellOptionsTests {
  private func options(_ lines: String...) throws -> CellOptions {
    let lines = lines.map { "//| \($0)\n" }.joined()
    return try #require(try Sample.cells("```swift\n\(lines)let a = 1\n```").first).options
  }

  @Test("A figure's options")
  func figure() throws {
    let options = try options(
      "label: fig-cout", "fig-cap: Coût", "fig-alt: \"Il baisse : de 2 à 1\"", "echo: false",
      "error: true")
    #expect(options.label == "fig-cout")
    #expect(options.kind == .figure)
    #expect(options.caption == "Coût")
    #expect(options.alternative == "Il baisse : de 2 à 1")
    #expect(!options.echo)
    #expect(options.mustFail)
    #expect(options.source == nil)
  }

  @Test("A table's options, and none")
  func others() throws {
    let table = try options("label: tbl-a", "tbl-cap: Tout")
    #expect(table.kind == .table)
    #expect(table.caption == "Tout")
    let none = try #require(try Sample.cells("```swift\n//|\na\n```").first).options
    #expect(none == CellOptions())
    let excerpt = try #require(
      try Sample.cells("```swift\n//| source: Sources/A.swift#b\n```").first)
    #expect(excerpt.options.source == "Sources/A.swift#b")
  }

  @Test("A cell says whether it shows what the digits gave, and the running program learns it")
  func digits() throws {
    let lines = ["label: tbl-a", "tbl-cap: Tout"]
    #expect(try !options(lines[0], lines[1]).usesDigits)
    #expect(try options(lines[0], lines[1], "digits: true").usesDigits)
    let cell = "```swift\n//| label: tbl-a\n//| tbl-cap: A\n//| digits: true\na\n```"
    #expect(try Sample.tangled(cell).contains("usesDigits: true, "))
    #expect(try !Sample.tangled(cell.replacing("true", with: "false")).contains("usesDigits"))
    expectError(
      .optionValue(key: "digits", value: "oui", expected: "écris true ou false"), line: 5
    ) { try options("digits: oui") }
  }

  @Test("An unknown option is named at its line, with what was meant")
  func unknown() {
    expectError(.cellOption("lable", suggestion: "label"), line: 6) {
      try options("echo: true", "lable: fig-a")
    }
    expectError(.cellOption("width", suggestion: nil), line: 5) { try options("width: 3") }
  }

  @Test(
    "true and false are the only truths", arguments: ["yes", "1", "True", "faux", "[true]", ""])
  func badBoolean(value: String) {
    for key in ["echo", "error"] {
      let error = #expect(throws: ChapterError.self) {
        try options("source: a#b", "\(key): \(value)")
      }
      guard case .optionValue(key, _, _) = error?.problem else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(error?.location == Sample.at(6))
    }
  }

  @Test("A label needs its captions and description")
  func missing() {
    expectError(.optionMissing("fig-cap", label: "fig-a"), line: 6) {
      try options("echo: true", "label: fig-a", "fig-alt: A")
    }
    expectError(.optionMissing("fig-alt", label: "fig-a"), line: 5) {
      try options("label: fig-a", "fig-cap: A")
    }
    expectError(.optionMissing("tbl-cap", label: "tbl-a"), line: 5) { try options("label: tbl-a") }
  }

  @Test("A caption needs a label of its kind")
  func captionWithoutLabel() {
    expectError(.captionWithoutLabel("fig-cap", prefix: "fig-"), line: 5) {
      try options("fig-cap: A")
    }
    expectError(.captionWithoutLabel("fig-cap", prefix: "fig-"), line: 6) {
      try options("label: tbl-a", "fig-cap: A")
    }
    expectError(.captionWithoutLabel("tbl-cap", prefix: "tbl-"), line: 5) {
      try options("tbl-cap: A")
    }
  }

  @Test(
    "A label is plain",
    arguments: ["cout", "fig-", "fig-Coût", "fig_a", "fig-a-", "fig-a--b", "Fig-a"])
  func badLabel(label: String) {
    expectError(.label(label), line: 6) { try options("echo: true", "label: \(label)") }
  }

  @Test("Labels are unique; an error names the first place")
  func duplicate() {
    let cell = "```swift\n//| echo: true\n//| label: tbl-a\n//| tbl-cap: A\n```\n"
    expectError(.duplicateLabel("tbl-a", first: Sample.at(6)), line: 11) {
      try Sample.tangled(cell + cell)
    }
  }

  @Test(
    "Options that are not YAML are refused at the line where the parser stopped",
    arguments: [
      ("//| echo: true\n//| fig-cap: a: b", 6), ("//| echo", 5), ("//| - a", 5),
      ("//| echo: true\n//| echo: false", 5), ("//| label: \"a", 5),
    ])
  func notYAML(lines: String, line: Int) {
    let error = #expect(throws: ChapterError.self) { try Sample.cells("```swift\n\(lines)\n```") }
    guard case .cellOptions = error?.problem else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.location == Sample.at(line))
  }
}
