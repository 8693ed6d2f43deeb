import Document
import Testing

@testable import ChapterKit

@Suite("Several runs beside the published ones, in one table")
@MainActor
struct ReplayedRunTests {
  static let published = PublishedResults(
    costs: ["un": ["2.5", "0.8672", "0.5402"], "deux": ["3.25", "1.5"]],
    accuracies: ["un": ("98.576667", "96.91"), "deux": ("50.0", "49.5")],
    corrections: ["un": [3: "0.5401"]])

  @Test("a line for the costs of each run and one for its accuracies, a record for each value")
  func table() async throws {
    let weaving = try weaving {
      $0.compare([
        ReplayedRun(
          of: "un", costs: [2.5, 0.8672, 0.5401], trainingAccuracy: 59_146.0 / 60_000,
          testAccuracy: 0.9691),
        ReplayedRun(of: "deux", costs: [3.25, 1.6], trainingAccuracy: 0.5, testAccuracy: 0.48),
      ])
    }
    try await weaving.run()
    let table = try #require(firstTable(of: weaving))
    #expect(
      table.columns.map(\.header) == [
        "Série", "Grandeur", "Valeurs", "Identiques", "Écart", "Verdict",
      ])
    #expect(
      table.rows == [
        ["un", "coûts", "3", "2", "0", "reproduit, coquille à l’époque 3"],
        ["un", "exactitudes", "2", "2", "0", "reproduit"],
        ["deux", "coûts", "2", "1", "6,7·10⁻²", "différent"],
        ["deux", "exactitudes", "2", "1", "3,0·10⁻²", "différent"],
      ])
    let comparisons = weaving.context.comparisons
    #expect(comparisons.prefix(5).allSatisfy { $0.run == "un" })
    #expect(comparisons.dropFirst(5).allSatisfy { $0.run == "deux" })
    #expect(comparisons.map(\.index) == [1, 2, 3, nil, nil, 1, 2, nil, nil])
    #expect(
      comparisons.map(\.verdict) == [
        .reproduced, .reproduced, .misprint, .reproduced, .reproduced, .reproduced, .different,
        .reproduced, .different,
      ])
  }

  @Test("the same values, compared one by one, leave the same records")
  func sameRecords() async throws {
    let (costs, accuracies) = ([2.5, .nan, 0.5402], (training: 0.98, test: 0.9691))
    let together = try weaving {
      $0.compare([
        ReplayedRun(
          of: "un", costs: costs, trainingAccuracy: accuracies.training,
          testAccuracy: accuracies.test, agreement: .chaotic(afterEpoch: 1))
      ])
    }
    let apart = try weaving {
      $0.compare(costs: costs, with: "un", agreement: .chaotic(afterEpoch: 1))
      $0.compare(
        trainingAccuracy: accuracies.training, testAccuracy: accuracies.test, with: "un",
        agreement: .chaotic(afterEpoch: 1))
    }
    try await together.run()
    try await apart.run()
    #expect(together.context.comparisons.map(\.verdict) == apart.context.comparisons.map(\.verdict))
    #expect(together.context.comparisons.map(\.index) == apart.context.comparisons.map(\.index))
    let row = try #require(firstTable(of: together)?.rows.first)
    #expect(row == ["un", "coûts", "3", "2", "nan", "différent, coquille à l’époque 3"])
  }

  @Test("a run that stops early is different, but not after changed parameters")
  func shorter() async throws {
    let run = ReplayedRun(
      of: "deux", costs: [3.25], trainingAccuracy: 0.5, testAccuracy: 0.495)
    let early = try weaving { $0.compare([run]) }
    try await early.run()
    #expect(
      try #require(firstTable(of: early)).rows.first
        == ["deux", "coûts", "2", "1", "nan", "différent"])
    let changed = try weaving(changes: ["epochs=1"]) { $0.compare([run]) }
    try await changed.run()
    #expect(
      try #require(firstTable(of: changed)).rows.first
        == ["deux", "coûts", "1", "1", "0", "reproduit"])
    #expect(
      changed.blocks.contains(
        .notice(
          "Paramètres modifiés\u{A0}: epochs = 1. La comparaison (1 valeur publiée sur 2) "
            + "ne vaut plus vérification.")))
  }

  @Test("an unknown run ends the cell, and nothing is recorded")
  func unknown() async throws {
    let weaving = try weaving {
      $0.compare([
        ReplayedRun(of: "un", costs: [2.5], trainingAccuracy: 0, testAccuracy: 0),
        ReplayedRun(of: "deu", costs: [], trainingAccuracy: 0, testAccuracy: 0),
      ])
    }
    let failure = await weaving.failure() as? ChapterFailure
    #expect(failure?.cause as? CellError == .unknownRun("deu", suggestion: "deux"))
    #expect(weaving.context.comparisons.isEmpty)
  }

  private func weaving(
    changes: [String] = [], _ cell: @escaping @MainActor @Sendable (ChapterContext) -> Void
  ) throws -> Weaving {
    try Weaving(
      parameters: [Parameter("epochs", .integer(3))], changes: changes, published: Self.published
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
