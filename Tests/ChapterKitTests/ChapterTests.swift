import Document
import Testing

@testable import ChapterKit

@Suite("A chapter's parameters")
struct ChapterTests {
  private let chapter = Chapter(
    number: 3, slug: "essai", title: "Essai", summary: "", document: "C",
    parameters: [
      Parameter("epochs", .integer(30), minimum: 1, maximum: 500),
      Parameter("rate", .real(0.1), minimum: 0), Parameter("verbose", .boolean(false)),
      Parameter("name", .text("tanh")),
    ]
  ) { _ in }

  @Test("without changes, each has its default")
  func defaults() throws {
    #expect(
      try chapter.values(changing: []) == [
        "epochs": .integer(30), "rate": .real(0.1), "verbose": .boolean(false),
        "name": .text("tanh"),
      ])
  }

  @Test("a change keeps the parameter's type; the last one counts")
  func changes() throws {
    let values = try chapter.values(
      changing: ["epochs=5", "rate=0,25", "verbose=oui", "name=a=b", "epochs=7"])
    #expect(
      values == [
        "epochs": .integer(7), "rate": .real(0.25), "verbose": .boolean(true),
        "name": .text("a=b"),
      ])
  }

  @Test("bounds belong to the range", arguments: [1, 500])
  func bounds(epochs: Int) throws {
    #expect(try chapter.values(changing: ["epochs=\(epochs)"])["epochs"] == .integer(epochs))
  }

  @Test("what is not name=value is refused", arguments: ["epochs", "", "5"])
  func form(assignment: String) {
    #expect(throws: ParameterError.form(assignment)) {
      try chapter.values(changing: [assignment])
    }
  }

  @Test(
    "an unknown name is refused, with a suggestion where one is near",
    arguments: [
      ("epoch=5", "« epochs »"), ("Epochs=5", "« epochs »"), ("learningRate=1", nil), ("=5", nil),
    ])
  func unknown(assignment: String, suggestion: String?) throws {
    let name = String(assignment.prefix { $0 != "=" })
    let error = try #require(
      #expect(throws: ParameterError.self) { try chapter.values(changing: [assignment]) })
    #expect(error == .unknown(name, known: ["epochs", "rate", "verbose", "name"]))
    #expect(error.description.contains("epochs, rate, verbose, name"))
    #expect(error.description.contains("voulais-tu dire") == (suggestion != nil))
    if let suggestion { #expect(error.description.contains(suggestion)) }
  }

  @Test(
    "a value of another type or out of range is refused",
    arguments: [
      "epochs=", "epochs=x", "epochs=1.5", "epochs=0", "epochs=501", "epochs=-1",
      "epochs=99999999999999999999", "rate=nan", "rate=inf", "rate=-0.1", "rate=1e999",
      "verbose=1",
    ])
  func badValue(assignment: String) throws {
    let parts = assignment.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    let parameter = try #require(chapter.parameters.first { $0.name == parts[0] })
    #expect(throws: ParameterError.value(parts[1], parameter: parameter)) {
      try chapter.values(changing: [assignment])
    }
  }
}
