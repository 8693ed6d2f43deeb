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

  @OptionGroup var threads: ThreadOptions
  @OptionGroup var answers: SweepAnswerOptions
  @OptionGroup var cluster: ClusterOptions

  func run() async throws {
    try threads.apply()
    let folder = SweepFolder(directory)
    let manifest = try folder.manifest()
    try answers.check()
    let scheduler = try cluster.scheduler(lastUsedFor: folder)
    let digits = try manifest.loadDigits(in: folder)
    let work = SweepWork(folder: folder, manifest: manifest, digits: digits, answers: answers)
    if let scheduler {
      try work.handOver(to: scheduler)
    } else {
      try await work.doHere()
    }
  }
}

struct SweepWorkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "work",
    abstract: "Fait quelques entraînements d’un balayage, sans rien classer.",
    discussion: """
      C’est ce que lance chaque tâche d’un ordonnanceur ; le script du dossier jobs/ en montre un \
      usage. Un résultat qui est déjà là n’est pas refait.
      """)

  @Argument(help: .init("Le dossier du balayage.", valueName: "dossier"))
  var directory: String

  @Option(
    help: .init(
      "Les premiers signes des noms des entraînements, tels que les liste le dossier.",
      valueName: "nom,…"))
  var only: String

  @OptionGroup var threads: ThreadOptions

  func run() async throws {
    try threads.apply()
    let folder = SweepFolder(directory)
    let manifest = try folder.manifest()
    let trainings = try chosen(of: manifest)
    let digits = try manifest.loadDigits(in: folder)
    let count = trainings.count
    let summary = try await Sweep(in: folder, on: digits, manifest.split).run(
      trainings, progress: Screen.ofProgram
    ) { result, seconds in
      // Standard output is a log that somebody may read while it grows.
      let words = SweepOption.displayed.map { $0.value(in: result.settings) }
      try? StandardOutput.write(
        text: "\(words.joined(separator: " ")) : "
          + "\(percent((result.devAccuracy ?? .nan) / 100)), \(duration(seconds))\n")
    }
    try StandardOutput.write(
      text: "\(counted(summary.trainings, "entraînement fait", "entraînements faits")) sur "
        + "\(number(count)).\n")
  }

  private func chosen(of manifest: SweepManifest) throws -> [PlannedTraining] {
    let names = only.split(separator: ",").map(String.init)
    let all = manifest.trainings
    return try names.map { name in
      guard name.count >= 8, let training = all.first(where: { $0.key.hasPrefix(name) }) else {
        throw SweepError.unknownTraining(name, folder: directory)
      }
      return training
    }
  }
}

extension SweepManifest {
  /// The digits that the sweep began with, from where they were.
  ///
  /// - Throws: `DatasetError`, or `SweepError` where they are others now, or would be computed on
  ///   otherwise.
  func loadDigits(in folder: SweepFolder) throws -> MNIST {
    let digits = try digits.path.map { try MNIST.load(from: $0) } ?? .synthetic()
    try folder.begin(
      SweepManifest(
        program: Version.text(), digits: Digits(digits), split: split, grid: grid))
    return digits
  }
}
