import Datasets
import Document
import LinearAlgebra
import NeuralNetwork
import Plotting
import Testing

@testable import ChapterKit

@Suite("Cells that fail")
@MainActor
struct ChapterFailureTests {
  private let plot = Plot("Coût").line([3, 2, 1])

  @Test("the failure names the cell's file, line and label, and its cause; what came before stands")
  func failure() async throws {
    let weaving = try Weaving { chapter in
      try chapter.prose("Prose")
      try chapter.begin(.captioned(.table, "tbl-a"))
      chapter.print("avant")
      throw Failure()
    }
    let failure = try #require(await weaving.failure() as? ChapterFailure)
    #expect(failure.location == SourceLocation(file: "chapters/03-essai.md", line: 40))
    #expect(failure.label == "tbl-a")
    #expect(failure.cause is Failure)
    #expect(
      failure.description
        == "La cellule de chapters/03-essai.md:40 (« tbl-a ») a échoué : rien ne va plus.")
    #expect(weaving.blocks == [.prose(Prose("Prose")), .output("avant\n")])
  }

  @Test("a cell without label is named by its place alone")
  func withoutLabel() async throws {
    let weaving = try Weaving { chapter in
      try chapter.begin(.showing("x", line: 7))
      throw Failure()
    }
    let failure = await weaving.failure()
    #expect(
      failure.map { "\($0)" }
        == "La cellule de chapters/03-essai.md:7 a échoué : rien ne va plus.")
  }

  @Test("an error between cells is not blamed on the cell before")
  func outsideCells() async throws {
    let weaving = try Weaving { chapter in
      try chapter.begin(.showing("x"))
      try chapter.end()
      throw Failure()
    }
    #expect(await weaving.failure() is Failure)
  }

  @Test("a reader that goes away is no cell's fault", arguments: [false, true])
  func interrupted(mustFail: Bool) async throws {
    let weaving = try Weaving(refusal: { block in
      if case .output = block { return ReaderGone() } else { return nil }
    }) { chapter in
      try chapter.begin(.showing("x"))
      chapter.print("sortie")
      guard mustFail else { return try chapter.end() }
      do {
        chapter.claim("faux", holds: false)
        try chapter.failureIsMissing()
      } catch { try chapter.endWithExpectedFailure(error) }
    }
    #expect(await weaving.failure() is ReaderGone)
  }

  @Test("what could not be shown ends the cell before its trainings, not after them")
  func beforeTraining() async throws {
    let weaving = try Weaving { [plot] chapter in
      try chapter.begin(.showing("x"))
      chapter.show(plot)
      _ = try await chapter.train(
        try Network<Double>(
          layers: [Layer(W: Matrix([[1, 1]]), b: Matrix(column: [0]), a: .sigmoid)]),
        named: "xor", on: XOR.examples(),
        by: GradientDescent(learningRate: 1, batchSize: 4, epochs: 1), cost: .binaryCrossEntropy)
    }
    let failure = await weaving.failure() as? ChapterFailure
    #expect(failure?.cause as? CellError == .figureWithoutLabel)
    #expect(weaving.progress.told.isEmpty)
  }

  @Test("once something could not be shown, the cell is silent and ends with that error")
  func silent() async throws {
    let weaving = try Weaving { [plot] chapter in
      try chapter.begin(.showing("x"))
      chapter.print("avant")
      chapter.show(plot)
      chapter.print("après")
      chapter.show(Table(columns: [], rows: []))
      throw Failure()
    }
    let failure = await weaving.failure() as? ChapterFailure
    #expect(failure?.cause as? CellError == .figureWithoutLabel)
    #expect(weaving.blocks == [.code(Listing("x")), .output("avant\n")])
  }

  @Test("the error of a cell that must fail is its result, and the chapter goes on")
  func expectedFailure() async throws {
    let weaving = try Weaving { chapter in
      try chapter.begin(.showing("x"))
      do {
        chapter.print("avant")
        throw Failure()
      } catch { try chapter.endWithExpectedFailure(error) }
      try chapter.prose("Suite")
    }
    try await weaving.run()
    #expect(
      weaving.blocks == [
        .code(Listing("x")), .output("avant\n"), .output("rien ne va plus."),
        .prose(Prose("Suite")),
      ])
  }

  @Test("what cannot be shown makes a cell that must fail fail, and does not haunt the next one")
  func expectedShowingFailure() async throws {
    let weaving = try Weaving { [plot] chapter in
      try chapter.begin(.showing("x"))
      do {
        chapter.show(plot)
        try chapter.failureIsMissing()
      } catch { try chapter.endWithExpectedFailure(error) }
      try chapter.begin(.showing("y"))
      chapter.print("suite")
      try chapter.end()
    }
    try await weaving.run()
    #expect(
      weaving.blocks == [
        .code(Listing("x")), .output(CellError.figureWithoutLabel.description),
        .code(Listing("y")), .output("suite\n"),
      ])
  }

  @Test("a cell that must fail and does not is an error")
  func failureIsMissing() async throws {
    let weaving = try Weaving { chapter in
      try chapter.begin(.showing("x", line: 9))
      do { try chapter.failureIsMissing() } catch { try chapter.endWithExpectedFailure(error) }
    }
    let failure = try #require(await weaving.failure() as? ChapterFailure)
    #expect(failure.cause as? CellError == .failureIsMissing)
    #expect(failure.location.line == 9)
  }

  @Test(
    "each message says what to do",
    arguments: [
      (.figureWithoutLabel, "fig-cap"), (.secondFigure(label: "fig-a"), "« fig-a »"),
      (.figureIsMissing(label: "fig-a"), "show(…)"), (.failureIsMissing, "error: true"),
      (.unknownRun("a", suggestion: "b"), "« a » ; voulais-tu dire « b » ?"),
      (.unknownRun("a", suggestion: nil), "« a »."),
      (.unknownEpoch(7, of: "a", epochs: 3), "d’époque 7 (époques : 1 à 3)."),
    ] as [(CellError, String)])
  func messages(error: CellError, words: String) {
    #expect(error.description.contains(words))
  }
}
