import Datasets
import Experiments
import Foundation
import ProgramUnderTest
import Testing

@testable import ChapterKit

@Suite("A grid in a chapter")
struct ChapterSweepTests {
  private struct NoSweepProgress: SweepProgress {
    func begin(trainings: Int) -> Int { 0 }
    func update(_ sweep: Int, done: Int) {}
    func end(_ sweep: Int) {}
  }

  @Test("gives, bit for bit, the results that `workbook sweep` keeps of the same grid")
  @MainActor func sameResults() async throws {
    let directory = try TemporaryDirectory()
    try SmallDigits.write(to: directory.path)
    let digits = try MNIST.load(from: directory.path)
    let split = DigitSplit(of: digits, images: 200)
    let grid = try SweepGrid([
      .layers: ["relu:8,sigmoid:10", "tanh:8,sigmoid:10"], .seed: ["0..2"],
      .learningRate: ["0.1,0.3"], .epochs: ["2"], .precision: ["float32"],
      .cost: ["binary_crossentropy"],
    ])
    let folder = SweepFolder(directory.file("sweep"))
    let manifest = SweepManifest(
      program: "test", digits: SweepManifest.Digits(digits), split: split, grid: grid)
    try folder.begin(manifest)
    _ = try await Sweep(in: folder, on: digits, split).run(
      manifest.trainings, progress: NoSweepProgress())
    let kept = folder.results(of: manifest.trainings)

    let chapter = try Weaving { _ in }
    let woven = try await chapter.context.sweep(
      grid, on: ExperimentExamples<Float>(digits, split))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(woven.count == 12)
    #expect(try encoder.encode(woven) == encoder.encode(kept))
    #expect(chapter.progress.told.contains("begin couches relu:8,sigmoid:10, taux 0.1, graine 0 2"))
  }
}
