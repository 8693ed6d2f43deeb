import ArgumentParser
import Experiments
import FrenchText
import Publishing

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
      "Les entraînements, par les seize premiers signes de leurs noms.",
      valueName: "nom,…"))
  var only: String

  @OptionGroup var data: DataOptions
  @OptionGroup var threads: ThreadOptions

  func run() async throws {
    try threads.apply()
    let folder = SweepFolder(directory)
    let manifest = try folder.manifest()
    let trainings = try chosen(of: manifest)
    let digits = try manifest.loadDigits(in: folder, movedTo: data.data)
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
    let all = Dictionary(
      manifest.trainings.map { ($0.shortKey, $0) }, uniquingKeysWith: { first, _ in first })
    return try only.split(separator: ",").map { name in
      guard let training = all[String(name)] else {
        throw SweepError.unknownTraining(String(name), folder: directory)
      }
      return training
    }
  }
}
