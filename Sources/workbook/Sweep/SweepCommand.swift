import ArgumentParser
import Experiments

struct SweepCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Entraîne toute une grille de réseaux, et les classe.",
    discussion: """
      Chaque option de train prend plusieurs valeurs ; toutes les combinaisons sont entraînées, et \
      classées par leur exactitude sur des images que personne n’apprend. Le dossier garde chaque \
      résultat : après une interruption, ou avec des valeurs de plus, la même commande ne fait que ce \
      qui manque.
      Exemple : workbook sweep --layers relu:50,sigmoid:10 --learning-rate 0.03,0.1,0.3
                 --seed 0..4 --epochs 2 --images 10000
      """,
    subcommands: [
      SweepStatusCommand.self, SweepCollectCommand.self, SweepResumeCommand.self,
      SweepWorkCommand.self,
    ])

  @OptionGroup var grid: SweepGridOptions
  @OptionGroup var split: SplitOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var threads: ThreadOptions

  @Option(
    help: ArgumentHelp("Le dossier du balayage : tout son état y est.", valueName: "dossier"))
  var output = FolderPath(path: "output/balayage")

  @OptionGroup var answers: SweepAnswerOptions
  @OptionGroup var cluster: ClusterOptions

  func run() async throws {
    try threads.apply()
    let grid = try grid.grid()
    grid.notes.forEach(Messages.send)
    let splitting = try split.options()
    try answers.check()
    let scheduler = try cluster.scheduler()
    try await FirstDownload(to: data.location).tryOnce()
    let digits = try data.load(announcingIn: answers.ownsOutput ? nil : StandardOutput())
    let manifest = SweepManifest(
      program: Version.text(), digits: SweepManifest.Digits(digits),
      split: try splitting.split(of: digits, keepsDev: true), grid: grid)
    let folder = SweepFolder(output.path)
    try folder.begin(manifest)
    let work = SweepWork(folder: folder, manifest: manifest, digits: digits, answers: answers)
    if let scheduler {
      try work.handOver(to: scheduler)
    } else {
      try await work.doHere()
    }
  }
}
