import Document
import Plotting
import Testing

@testable import ChapterKit

@Suite("A running chapter")
@MainActor
struct ChapterContextTests {
  private let plot = Plot("Coût").line([3, 2, 1])
  private let table = Table(columns: [.init("A")], rows: [["1"]])

  @Test("blocks come in reading order: title, prose, code, and what the cell showed as it did")
  func order() async throws {
    let table = table
    let weaving = try Weaving { chapter in
      try chapter.prose("Prose")
      try chapter.begin(.showing("cellule"))
      chapter.print("un", 2, separator: "-")
      chapter.print("trois", terminator: "")
      chapter.show(table)
      chapter.print("quatre")
      chapter.claim("vrai", holds: true, file: "chapters/03-essai.md", line: 7)
      chapter.claim("faux", holds: false, file: "chapters/03-essai.md", line: 8)
      chapter.print("cinq")
      try chapter.end()
      try chapter.excerpt(Listing("extrait", origin: "Sources/X.swift"))
    }
    try await weaving.run()
    #expect(
      weaving.allBlocks == [
        .title(ChapterTitle(number: 3, title: "Essai")), .prose(Prose("Prose")),
        .code(Listing("cellule")), .output("un-2\ntrois"), .table(table), .output("quatre\n"),
        .notice("Cette exécution ne confirme pas l’affirmation : « faux »."), .output("cinq\n"),
        .code(Listing("extrait", origin: "Sources/X.swift")),
      ])
    let claims = weaving.context.claims
    #expect(claims.map(\.statement) == ["vrai", "faux"] && claims.map(\.holds) == [true, false])
    #expect(
      claims.map { "\($0.chapter) \($0.location)" }
        == ["3 chapters/03-essai.md:7", "3 chapters/03-essai.md:8"])
    #expect(claims.allSatisfy { $0.digits == .mnist })
  }

  @Test(
    "a claim about time that does not hold is woven, but not into material that is the same each time",
    arguments: [false, true])
  @MainActor func timedClaims(isForMaterial: Bool) async throws {
    let weaving = try Weaving(isForMaterial: isForMaterial) { context in
      context.claim("vite", holds: false, isTimed: true)
      context.claim("faux", holds: false)
    }
    try await weaving.run()
    let notices = ["vite", "faux"].map {
      WovenBlock.notice("Cette exécution ne confirme pas l’affirmation\u{A0}: «\u{A0}\($0)\u{A0}».")
    }
    #expect(weaving.blocks == (isForMaterial ? Array(notices.dropFirst()) : notices))
    #expect(weaving.context.claims.map(\.holds) == [false, false])
  }

  @Test("inline values go to the prose that follows, once, in French")
  func inline() async throws {
    let weaving = try Weaving { chapter in
      try chapter.inline(60_000)
      try chapter.inline(0.5)
      try chapter.inline("mot")
      try chapter.prose("a \u{E000} \u{E001} \u{E002}")
      try chapter.prose("b")
    }
    try await weaving.run()
    #expect(
      weaving.blocks == [
        .prose(Prose("a \u{E000} \u{E001} \u{E002}", values: ["60\u{A0}000", "0,5", "mot"])),
        .prose(Prose("b")),
      ])
  }

  @Test("a cell that hides its code shows only its results")
  func hiddenCode() async throws {
    let weaving = try Weaving { chapter in
      try chapter.begin(.captioned(.table, "tbl-a"))
      chapter.print("sortie")
      try chapter.end()
    }
    try await weaving.run()
    #expect(weaving.blocks == [.output("sortie\n")])
  }

  @Test("a table takes the cell's caption unless it has its own")
  func tableCaption() async throws {
    let weaving = try Weaving { [table] chapter in
      var named = table
      named.caption = Caption(.table, number: "9", text: "À elle")
      try chapter.begin(.captioned(.table, "tbl-a"))
      chapter.show(table)
      chapter.show(named)
      try chapter.end()
      try chapter.begin(.showing("x"))
      chapter.show(table)
      try chapter.end()
    }
    try await weaving.run()
    let captions = weaving.blocks.compactMap { block -> String?? in
      guard case .table(let table) = block else { return nil }
      return .some(table.caption?.text)
    }
    #expect(captions == ["Légende", "À elle", nil])
  }

  @Test("a figure takes the cell's caption and description")
  func figure() async throws {
    let weaving = try Weaving { [plot] chapter in
      try chapter.begin(.captioned(.figure, "fig-cout", alternative: "Le coût descend"))
      chapter.show(plot)
      try chapter.end()
    }
    try await weaving.run()
    let caption = Caption(.figure, number: "3.1", text: "Légende")
    #expect(
      weaving.blocks == [
        .figure(Figure(caption: caption, alternative: "Le coût descend", files: []))
      ])
  }

  @Test(
    "a figure without a label, or below a table's label, is an error", arguments: [true, false])
  func figureWithoutLabel(inTable: Bool) async throws {
    let weaving = try Weaving { [plot] chapter in
      try chapter.begin(inTable ? .captioned(.table, "tbl-a") : .showing("x"))
      chapter.show(plot)
      try chapter.end()
    }
    let failure = await weaving.failure() as? ChapterFailure
    #expect(failure?.cause as? CellError == .figureWithoutLabel)
  }

  @Test("a second figure in a cell is an error; the next cell may have its own")
  func secondFigure() async throws {
    let weaving = try Weaving { [plot] chapter in
      for label in ["fig-a", "fig-b"] {
        try chapter.begin(.captioned(.figure, label))
        chapter.show(plot)
        if label == "fig-b" { chapter.show(plot) }
        try chapter.end()
      }
    }
    let failure = await weaving.failure() as? ChapterFailure
    #expect(failure?.cause as? CellError == .secondFigure(label: "fig-b"))
    #expect(weaving.blocks.count == 2)
  }

  @Test("a cell that announces a figure and shows none is an error")
  func figureIsMissing() async throws {
    let weaving = try Weaving { chapter in
      try chapter.begin(.captioned(.figure, "fig-a"))
      chapter.print("sans figure")
      try chapter.end()
    }
    let failure = await weaving.failure() as? ChapterFailure
    #expect(failure?.cause as? CellError == .figureIsMissing(label: "fig-a"))
    #expect(failure?.label == "fig-a")
    #expect(weaving.blocks == [.output("sans figure\n")])
  }

  @Test("parameters have the reader's values and the types of the header")
  func parameters() async throws {
    let weaving = try Weaving(
      parameters: [
        Parameter("epochs", .integer(30)), Parameter("rate", .real(0.1)),
        Parameter("fast", .boolean(false)), Parameter("name", .text("tanh")),
      ], changes: ["epochs=5", "fast=true"]
    ) { chapter in
      let epochs: Int = try chapter.parameter("epochs")
      let rate: Double = try chapter.parameter("rate")
      let fast: Bool = try chapter.parameter("fast")
      let name: String = try chapter.parameter("name")
      try chapter.prose("\(epochs) \(rate) \(fast) \(name)")
    }
    try await weaving.run()
    #expect(weaving.blocks == [.prose(Prose("5 0.1 true tanh"))])
    #expect(weaving.context.changedParameters == ["epochs = 5", "fast = true"])
    #expect(throws: ParameterError.self) { let _: String = try weaving.context.parameter("epochs") }
    #expect(throws: ParameterError.self) { let _: Int = try weaving.context.parameter("seed") }
  }
}
