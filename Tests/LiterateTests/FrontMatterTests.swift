import Document
import Testing

@testable import Literate

@Suite struct FrontMatterTests {
  private func header(_ yaml: String) throws -> FrontMatter {
    try Sample.chapter("", header: yaml).header
  }

  private func parameter(_ yaml: String) throws -> Parameter {
    try #require(try header("title: T\nparameters:\n  \(yaml)").parameters.first)
  }

  @Test("A header gives title, summary, document and parameters in their order")
  func complete() throws {
    let header = try header(
      """
      title: "Réseaux : profonds"
      summary: Une phrase.
      document: C
      parameters:
        rate: 0.5
        epochs:
          value: 30
          minimum: 1
          maximum: 500
          summary: époques
      """)
    #expect(header.title == "Réseaux : profonds")
    #expect(header.summary == "Une phrase.")
    #expect(header.document == "C")
    #expect(
      header.parameters == [
        Parameter("rate", .real(0.5)),
        Parameter("epochs", .integer(30), minimum: 1, maximum: 500, summary: "époques"),
      ])
  }

  @Test(
    "A parameter's type is its value's",
    arguments: [
      ("30", ParameterValue.integer(30)), ("-9223372036854775808", .integer(.min)),
      ("0.5", .real(0.5)),
      ("1e-3", .real(0.001)), ("true", .boolean(true)), ("yes", .boolean(true)),
      ("off", .boolean(false)), ("tanh", .text("tanh")), ("\"30\"", .text("30")),
      ("'true'", .text("true")), ("\"\"", .text("")), ("2024-01-02", .text("2024-01-02")),
    ])
  func types(yaml: String, value: ParameterValue) throws {
    #expect(try parameter("p: " + yaml).value == value)
  }

  @Test(
    "A value that is no number, text or truth is refused at its line",
    arguments: [
      "99999999999999999999", "1e400", ".inf", ".nan", "0x1F", "1_000", "1:30", "[1]", "~", "",
      "{value: 1e400}", "{value: 1, minimum: nan}", "{value: 1, maximum: 1e999}",
      "{value: 1, minimum: inf}", "{value: 1, minimum: a}", "{value: 1, minimum: [1]}",
      "{minimum: 1}", "{value: 0, minimum: 1}", "{value: 3, maximum: 2}",
      "{value: 2, minimum: 3, maximum: 1}", "{}",
    ])
  func badValues(yaml: String) {
    let error = #expect(throws: ChapterError.self) { try parameter("p: " + yaml) }
    guard case .parameter("p", _) = error?.problem else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.location == Sample.at(4))
  }

  @Test(
    "A parameter bears a name that Swift takes as a constant",
    arguments: [
      "in", "let", "default", "self", "try", "await", "true_", "Epochs", "été", "a-b", "_x", "1a",
      "a b",
      "init", "func", "while", "as", "is",
    ])
  func badNames(name: String) {
    let error = #expect(throws: ChapterError.self) { try parameter("\(name): 1") }
    guard case .parameter(name, _) = error?.problem else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.location == Sample.at(4))
  }

  @Test("An unknown key is named at its line, with what was meant")
  func unknownKeys() {
    expectError(.frontMatterKey("sumary", suggestion: "summary"), line: 3) {
      try header("title: T\nsumary: S")
    }
    expectError(.frontMatterKey("maxmum", suggestion: "maximum"), line: 6) {
      try header(
        "title: T\nparameters:\n  p:\n    value: 1\n    maxmum: 2".replacing(
          "    value: 1\n", with: "    value: 1\n"))
    }
    expectError(.frontMatterKey("", suggestion: nil), line: 3) { try header("title: T\n[a]: S") }
  }

  @Test("A header without a title is refused", arguments: ["summary: S", "title:", "title: [a]"])
  func titleMissing(yaml: String) {
    expectError(.titleMissing, line: 2) { try header(yaml) }
  }

  @Test(
    "A header that is not a YAML mapping is refused, at the line where the parser stopped",
    arguments: [
      ("", 2), ("texte", 2), ("- a", 2), ("title: a: b", 2), ("title: T\nsummary: a: b", 3),
      ("title: T\ntitle: U", 2), ("title: \"T", 2), ("title: *nothing", 2), ("title: T\n\tx: 1", 3),
      ("title: T\nparameters: 3", 3), ("title: T\nparameters: [a]", 3), ("title: \u{7}", 2),
      ("title: T\nparameters:\n  a: 1\n  a: 2", 4),
    ])
  func notYAML(yaml: String, line: Int) {
    let error = #expect(throws: ChapterError.self) { try header(yaml) }
    guard case .frontMatter = error?.problem else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.location == Sample.at(line))
  }

  @Test(
    "Aliases that would grow to 9³⁰ values, and deep nesting, end at once", .timeLimit(.minutes(10))
  )
  func bombs() {
    var bomb = "title: T\na0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(throws: ChapterError.self) { try header(bomb) }
    #expect(throws: ChapterError.self) { try header(bomb + "parameters: {p: *a30}") }
    let nested = String(repeating: "[", count: 100_000)
    #expect(throws: ChapterError.self) { try header("title: " + nested) }
    #expect(throws: ChapterError.self) {
      try header("title: T\nparameters: " + String(repeating: "{a: ", count: 100_000))
    }
  }
}
