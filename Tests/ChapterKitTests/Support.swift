import Datasets
import Document
import Experiments
import Synchronization

@testable import ChapterKit

/// What a cell in a test throws.
struct Failure: Error, Equatable, CustomStringConvertible {
  var description: String { "rien ne va plus." }
}

/// What a sink throws whose reader has gone.
struct ReaderGone: InterruptsChapter {}

/// Who remembers what a training tells.
final class RecordedProgress: TrainingProgress {
  private let events = Mutex<[String]>([])

  var told: [String] { events.withLock { $0 } }

  func begin(_ title: String, epochs: Int) -> Int {
    events.withLock { $0.append("begin \(title) \(epochs)") }
    return 7
  }

  func update(_ training: Int, epoch: Int, cost: Double) {
    events.withLock { $0.append("update \(training) \(epoch) \(cost.isFinite)") }
  }

  func end(_ training: Int) { events.withLock { $0.append("end \(training)") } }
}

/// A chapter made of a test's body, and the blocks that it wove.
@MainActor
final class Weaving {
  typealias Body = @MainActor @Sendable (ChapterContext) async throws -> Void

  let chapter: Chapter
  let context: ChapterContext
  let progress: RecordedProgress
  private let collector: Collector

  /// The blocks after the chapter's title.
  var blocks: [WovenBlock] { Array(collector.blocks.dropFirst()) }
  var allBlocks: [WovenBlock] { collector.blocks }

  private final class Collector {
    var blocks: [WovenBlock] = []
  }

  /// - Parameters:
  ///   - changes: the reader's `name=value`.
  ///   - refusal: the error that the sink throws for a block, if any.
  init(
    parameters: [Parameter] = [], changes: [String] = [],
    published: PublishedResults = PublishedResults(),
    data: DataLocation = DataLocation(option: "/nonexistent", environment: [:]),
    isForMaterial: Bool = false,
    refusal: @escaping (WovenBlock) -> (any Error)? = { _ in nil }, body: @escaping Body
  ) throws {
    chapter = Chapter(
      number: 3, slug: "essai", title: "Essai", summary: "", document: "C",
      parameters: parameters, body: body)
    let (collector, progress) = (Collector(), RecordedProgress())
    (self.collector, self.progress) = (collector, progress)
    context = ChapterContext(
      chapter, values: try chapter.values(changing: changes),
      published: published,
      settings: RunSettings(
        data: data, output: "figures", figures: [], isForMaterial: isForMaterial),
      progress: progress
    ) { block in
      if let error = refusal(block) { throw error }
      collector.blocks.append(block)
    }
  }

  func run() async throws { try await chapter.run(in: context) }

  /// Runs the chapter and gives the error that ends it.
  func failure() async -> (any Error)? {
    do {
      try await run()
      return nil
    } catch {
      return error
    }
  }
}

extension CellHead {
  /// The head of a cell that shows its code.
  static func showing(_ code: String, line: Int = 12) -> CellHead {
    CellHead(
      SourceLocation(file: "chapters/03-essai.md", line: line), label: nil, caption: nil,
      alternative: nil, listing: Listing(code))
  }

  /// The head of a cell with a caption, without its code.
  static func captioned(
    _ kind: Caption.Kind, _ label: String, alternative: String? = nil, usesDigits: Bool = false
  ) -> CellHead {
    CellHead(
      SourceLocation(file: "chapters/03-essai.md", line: 40), label: label,
      caption: Caption(kind, number: "3.1", text: "Légende"), alternative: alternative,
      usesDigits: usesDigits, listing: nil)
  }
}
