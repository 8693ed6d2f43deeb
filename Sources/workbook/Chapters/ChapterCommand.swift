import ArgumentParser
import ChapterKit
import Chapters
import Document
import Experiments
import Files
import Foundation
import FrenchText
import Plotting
import Publishing

extension FigureFormat: ExpressibleByArgument {}

struct ChapterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chapter",
    abstract: "Raconte un chapitre en exécutant ses cellules.",
    discussion: "Exemple : workbook chapter 3 -P epochs=5 --figures png --figures text")

  @Argument(
    help: ArgumentHelp(
      "Le numéro du chapitre, ou son nom : reseaux-profonds.", valueName: "numéro"))
  var name: String

  @Option(
    name: [.customShort("P"), .customLong("parameter")],
    help: ArgumentHelp("Change un paramètre du chapitre ; répétable.", valueName: "nom=valeur"))
  var parameters: [String] = []

  @OptionGroup var data: DataOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var store: StoreOptions

  @Option(
    help: ArgumentHelp("Le dossier où écrire les figures.", valueName: "dossier"))
  var output = FolderPath(path: "output")

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Le format des figures : png, svg, sixel (dark.png… pour une page sombre), csv (leurs "
        + "nombres) ou text ; répétable, ou séparé par des virgules.",
      valueName: "format"),
    transform: FormatList<FigureFormat>.init)
  var figures: [FormatList<FigureFormat>] = []

  @Flag(name: .customLong("no-code"), help: "Ne montre pas le code des cellules.")
  var hidesCode = false

  @Flag(help: "Montre les solutions des exercices.")
  var solutions = false

  @Flag(help: "Construit et raconte encore, à chaque changement d’un fichier, jusqu’à Ctrl-C.")
  var watch = false

  @MainActor
  func run() async throws {
    if watch {
      let loop = try WatchLoop()
      // A change of a file would cut short the download of a run.
      try await FirstDownload(to: data.location).tryOnce()
      try loop.run()
    }
    try threads.apply()
    let chapter = try Course.chapter(name)
    let values = try chapter.values(changing: parameters)
    let formats = figures.isEmpty ? [.png] : figures.flatMap(\.formats)
    // Who asks for characters gets no picture beside them.
    let answers = formats.contains(.text) ? TerminalAnswers() : TerminalInquiry.ask()
    let terminal = StandardOutput(answers: answers)
    let trainer = store.trainer(of: chapter.number)
    try await FirstDownload(to: data.location).tryOnce()
    let context = ChapterContext(
      chapter, values: values, published: Course.published,
      settings: RunSettings(
        data: data.location, output: output.path, figures: formats,
        screen: ScreenPictures(answers, width: terminal.capabilities.width),
        showsSolutions: solutions,
        textColumns: min(terminal.capabilities.width, 100) - 4, trainer: trainer),
      progress: Screen.ofProgram
    ) { block in
      if case .code = block, hidesCode { return }
      try terminal.write(block)
    }
    // Before the chapter's minutes of work, not after.
    if formats.contains(where: { $0 != .text }) {
      try WholeFile.check(context.file(named: "figure"))
    }
    try await chapter.run(in: context)
    trainer.close()
    store.report(on: [trainer])
  }
}
