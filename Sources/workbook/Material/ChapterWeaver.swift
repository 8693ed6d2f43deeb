import ChapterKit
import Chapters
import Document
import Experiments
import Publishing

/// Runs chapters one after the other and keeps what they show.
@MainActor
struct ChapterWeaver {
  private let chapters: [Chapter]
  private let settings: RunSettings
  private let store: StoreOptions

  init(_ chapters: [Chapter], settings: RunSettings, store: StoreOptions) {
    (self.chapters, self.settings, self.store) = (chapters, settings, store)
  }

  /// - Throws: the error of the first chapter that fails.
  func weave() async throws -> [WovenChapter] {
    let screen = Screen.ofProgram
    let bar = screen.begin("", cells: chapters.reduce(0) { $0 + $1.cells })
    defer { screen.end(bar) }
    var woven: [WovenChapter] = []
    var trainers: [Trainer] = []
    var done = 0
    for chapter in chapters {
      let trainer = store.trainer(of: chapter.number)
      let values = try chapter.values(changing: [])
      var blocks: [WovenBlock] = []
      let context = ChapterContext(
        chapter, values: values, published: Course.published,
        settings: settings.with(trainer), progress: screen
      ) { blocks.append($0) }
      context.onCell = { cell in
        screen.update(bar, chapter: chapter.number, cell: cell, of: chapter.cells, after: done)
      }
      try await chapter.run(in: context)
      trainer.close()
      trainers.append(trainer)
      for claim in context.claims where !claim.holds && claim.isTimed {
        Messages.send(claim.complaint)
      }
      done += chapter.cells
      woven.append(
        WovenChapter(
          number: chapter.number, title: chapter.title,
          summary: chapter.summary,
          parameters: chapter.parameters.map { $0.with(values[$0.name] ?? $0.value) },
          blocks: blocks))
    }
    store.report(on: trainers)
    return woven
  }
}
