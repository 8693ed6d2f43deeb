import ArgumentParser
import Datasets
import Document
import Experiments
import Foundation
import FrenchText
import Publishing

struct SweepResumeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "Fait ce qui manque à un balayage, là où il a été commencé.",
    discussion: """
      Un balayage confié à un ordonnanceur y retourne, avec les mêmes options ; --on here le finit ici.
      """)

  @Argument(help: .init("Le dossier du balayage.", valueName: "dossier"))
  var directory: String

  @OptionGroup var data: DataOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var answers: SweepAnswerOptions
  @OptionGroup var cluster: ClusterOptions

  func run() async throws {
    try threads.apply()
    let folder = SweepFolder(directory)
    let manifest = try folder.manifest()
    try answers.check()
    let scheduler = try cluster.scheduler(lastUsedFor: folder)
    let digits = try manifest.loadDigits(in: folder, movedTo: data.data)
    let work = SweepWork(folder: folder, manifest: manifest, digits: digits, answers: answers)
    if let scheduler {
      try work.handOver(to: scheduler)
    } else {
      try await work.doHere()
    }
  }
}

extension SweepManifest {
  /// The digits that the sweep began with.
  ///
  /// - Parameter place: where they are now; `nil` where they were.
  /// - Throws: `DatasetError`, or `SweepError` where they are others now, or would be computed on
  ///   otherwise.
  func loadDigits(in folder: SweepFolder, movedTo place: String?) throws -> MNIST {
    let digits = try (place ?? digits.path).map { try MNIST.load(from: $0) } ?? .synthetic()
    try folder.begin(
      SweepManifest(
        program: Version.text(), digits: Digits(digits), split: split, grid: grid))
    guard split.fits(digits) else {
      throw SweepError.spoiltManifest(file: "\(folder.path)/manifest.json")
    }
    return digits
  }
}
