import Document
import Testing

@testable import ChapterKit

@Suite("Published values beside those of a run")
@MainActor
struct ChapterContextComparisonTests {
  static let published = PublishedResults(
    costs: ["essai": ["2.5", "0.8672", "0.5402"]],
    accuracies: ["essai": ("98.576667", "96.91")],
    outputs: ["cosinus": [("13", "0.90"), ("54", "-0.82"), ("0", "1.0")]],
    corrections: ["essai": [3: "0.5401"]])

  @Test("costs get a table, a verdict per epoch and a record each")
  func costs() async throws {
    let weaving = try weaving { $0.compare(costs: [2.5, 0.9, 0.5401], with: "essai") }
    try await weaving.run()
    let table = try #require(firstTable(of: weaving))
    #expect(table.columns.map(\.header) == ["Époque", "Publié", "Obtenu", "Écart", "Verdict"])
    #expect(
      table.rows == [
        ["1", "2,5", "2,5", "0", "reproduit"], ["2", "0,8672", "0,9", "3,8·10⁻²", "différent"],
        ["3", "0,5402", "0,5401", "1,9·10⁻⁴", "coquille"],
      ])
    let comparisons = weaving.context.comparisons
    #expect(comparisons.map(\.verdict) == [.reproduced, .different, .misprint])
    #expect(comparisons.map(\.index) == [1, 2, 3])
    #expect(comparisons.allSatisfy { $0.document == "C" && $0.run == "essai" })
    #expect(comparisons[2].published == 0.5402)
    #expect(weaving.blocks.count == 2)
  }

  @Test("the printed misprint itself is not what the run should obtain")
  func misprintObtained() async throws {
    let weaving = try weaving { $0.compare(costs: [2.5, 0.8672, 0.5402], with: "essai") }
    try await weaving.run()
    #expect(weaving.context.comparisons.map(\.verdict) == [.reproduced, .reproduced, .different])
  }

  @Test("a run of nan is different from what was published")
  func notANumber() async throws {
    let weaving = try weaving {
      $0.compare(
        costs: [.nan, .nan, .nan], with: "essai", agreement: .chaotic(afterEpoch: 1))
    }
    try await weaving.run()
    #expect(weaving.context.comparisons.map(\.verdict) == [.different, .different, .different])
    let table = try #require(firstTable(of: weaving))
    #expect(table.rows.first == ["1", "2,5", "nan", "nan", "différent"])
  }

  @Test("accuracies are compared in percent, as printed")
  func accuracies() async throws {
    let weaving = try weaving {
      $0.compare(trainingAccuracy: 59_146.0 / 60_000, testAccuracy: 0.97, with: "essai")
    }
    try await weaving.run()
    #expect(
      try #require(firstTable(of: weaving)).rows == [
        ["entraînement", "98,576667", "98,576667", "0,00", "reproduit"],
        ["test", "96,91", "97,00", "0,09", "différent"],
      ])
    let comparisons = weaving.context.comparisons
    #expect(comparisons.map(\.quantity) == [.trainingAccuracy, .testAccuracy])
    #expect(comparisons.map(\.verdict) == [.reproduced, .different])
    #expect(comparisons.map(\.index) == [nil, nil])
  }

  @Test("an output may be rounded or cut, and the table says which")
  func outputs() async throws {
    let weaving = try weaving { $0.compare(outputs: [0.907447, -0.829310, 0.96], with: "cosinus") }
    try await weaving.run()
    #expect(
      try #require(firstTable(of: weaving)).rows == [
        ["13", "0,90", "0,9074", "reproduit, coupé"],
        ["54", "−0,82", "−0,8293", "reproduit, coupé"],
        ["0", "1,0", "1,0", "reproduit"],
      ])
    #expect(weaving.context.comparisons.map(\.isCut) == [true, true, false])
  }

  @Test("more values than were published are a table that lost a row, not a shorter comparison")
  func lostRow() async throws {
    let costs = try weaving { $0.compare(costs: [2.5, 0.8672, 0.5401, 0.4], with: "essai") }
    let failure = await costs.failure() as? ChapterFailure
    #expect(
      failure?.cause as? CellError == .moreThanPublished("essai", obtained: 4, published: 3))
    let outputs = try weaving { $0.compare(outputs: [1, 1, 1, 1], with: "cosinus") }
    #expect(
      (await outputs.failure() as? ChapterFailure)?.cause as? CellError
        == .moreThanPublished("cosinus", obtained: 4, published: 3))
    let longer = try weaving(changes: ["epochs=4"]) {
      $0.compare(costs: [2.5, 0.8672, 0.5401, 0.4], with: "essai")
    }
    try await longer.run()
    #expect(longer.context.comparisons.count == 3)
  }

  @Test("a run whose name is unknown ends the cell with a suggestion")
  func unknownRun() async throws {
    let weaving = try weaving { $0.compare(costs: [], with: "esai") }
    let failure = await weaving.failure() as? ChapterFailure
    #expect(failure?.cause as? CellError == .unknownRun("esai", suggestion: "essai"))
    #expect(weaving.context.comparisons.isEmpty)
  }

  @Test("after changed parameters, a notice says that the comparison proves nothing")
  func modifiedParameters() async throws {
    let weaving = try weaving(changes: ["epochs=2", "seed=0"]) {
      $0.compare(costs: [2.5, 0.8672], with: "essai")
      $0.compare(trainingAccuracy: 0.5, testAccuracy: 0.5, with: "essai")
    }
    try await weaving.run()
    let notices = weaving.blocks.compactMap { block -> String? in
      if case .notice(let text) = block { text } else { nil }
    }
    #expect(
      notices == [
        "Paramètres modifiés : epochs = 2. La comparaison (2 valeurs publiées sur 3) "
          + "ne vaut plus vérification.",
        "Paramètres modifiés : epochs = 2. La comparaison ne vaut plus vérification.",
      ])
  }

  private func weaving(
    changes: [String] = [], _ cell: @escaping @MainActor @Sendable (ChapterContext) -> Void
  ) throws -> Weaving {
    try Weaving(
      parameters: [Parameter("epochs", .integer(3)), Parameter("seed", .integer(0))],
      changes: changes, published: Self.published
    ) { chapter in
      try chapter.begin(.showing("x"))
      cell(chapter)
      try chapter.end()
    }
  }

  private func firstTable(of weaving: Weaving) -> Table? {
    for case .table(let table) in weaving.blocks { return table }
    return nil
  }
}
