import Datasets
import Document
import Plotting
import Testing

@testable import ChapterKit

@Suite("A chapter on synthetic digits")
@MainActor
struct ChapterContextSyntheticTests {
  private func weaving(_ body: @escaping Weaving.Body) throws -> Weaving {
    try Weaving(
      published: ChapterContextComparisonTests.published,
      data: DataLocation(option: nil, environment: ["XDG_CACHE_HOME": "/nonexistent"]), body: body)
  }

  private func firstTable(of weaving: Weaving) -> Table? {
    weaving.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }.first
  }

  @Test("it says so once, after its title")
  func announced() async throws {
    let weaving = try weaving { try $0.prose("Prose") }
    try await weaving.run()
    #expect(
      weaving.allBlocks == [
        .title(ChapterTitle(number: 3, title: "Essai")), .notice(MNIST.syntheticNotice),
        .prose(Prose("Prose")),
      ])
    #expect(MNIST.syntheticNotice.contains("./workbook data fetch"))
  }

  @Test("it loads the digits that the program draws")
  func loads() throws {
    #expect(try weaving { _ in }.context.loadMNIST().isSynthetic)
  }

  @Test(
    "the captions of what comes from the digits say which, the others stay",
    arguments: [true, false])
  func captions(usesDigits: Bool) async throws {
    let weaving = try weaving { chapter in
      try chapter.begin(
        .captioned(.figure, "fig-a", alternative: "Une pente", usesDigits: usesDigits))
      chapter.show(Plot("Coût").line([3, 2, 1]))
      try chapter.end()
      try chapter.begin(.captioned(.table, "tbl-a", usesDigits: usesDigits))
      chapter.show(Table(columns: [.init("A")], rows: [["1"]]))
      try chapter.end()
    }
    try await weaving.run()
    let captions = weaving.blocks.compactMap { block in
      switch block {
      case .figure(let figure): figure.caption.text
      case .table(let table): table.caption?.text
      default: nil
      }
    }
    let expected = usesDigits ? "Légende (chiffres synthétiques)" : "Légende"
    #expect(captions == [expected, expected])
  }

  @Test("published costs, accuracies and spreads stand beside ours without difference or verdict")
  func incomparable() async throws {
    let bodies: [(ChapterContext) -> Void] = [
      { $0.compare(costs: [2.4, 0.9, 0.5], with: "essai") },
      { $0.compare(trainingAccuracy: 0.97, testAccuracy: 0.96, with: "essai") },
      {
        $0.compare([
          ReplayedRun(
            of: "essai", costs: [2.4, 0.9, 0.5], trainingAccuracy: 0.97, testAccuracy: 0.96)
        ])
      },
      { $0.compare(trainingAccuracies: [0.9, 0.8], testAccuracies: [0.9, 0.7], with: "essai") },
    ]
    let rows = [
      ["1", "2,5", "2,4"], ["entraînement", "98,576667", "97,000000"],
      ["essai, dernier coût", "0,5402", "0,5"],
    ]
    for (index, body) in bodies.enumerated() {
      let weaving = try weaving { body($0) }
      try await weaving.run()
      let table = try #require(firstTable(of: weaving))
      #expect(table.columns.dropFirst().map(\.header) == ["Publié", "Obtenu"])
      if index < rows.count { #expect(table.rows.first == rows[index]) }
      #expect(weaving.context.comparisons.isEmpty)
      guard case .notice(let text) = weaving.blocks.last else {
        Issue.record("no verdict")
        continue
      }
      #expect(text.contains("non comparable\u{A0}: chiffres synthétiques"))
    }
  }

  @Test("an unmet claim names the digits on which it failed")
  func claim() async throws {
    let weaving = try weaving { $0.claim("faux", holds: false) }
    try await weaving.run()
    guard case .notice(let text) = weaving.blocks.last else {
      Issue.record("no notice")
      return
    }
    #expect(text.hasPrefix("Cette exécution, sur des chiffres synthétiques, ne confirme pas"))
    #expect(weaving.context.claims.map(\.digits) == [.synthetic])
  }
}
