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
