import ArgumentParser
import ChapterKit
import Datasets
import Experiments
import Files
import Foundation
import Plotting
import Publishing

struct TrainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Entraîne sur MNIST le réseau de ton choix.",
    discussion: """
      Une couche s’écrit nom:neurones ou nom:paramètre=valeur:neurones ; la dernière a 10 neurones.
      Les noms de Keras, de PyTorch et de NumPy sont compris quand ils désignent la même chose :
      relu6, SiLU, LeakyReLU:negative_slope=0.2, kaiming_normal, bce.
      Exemple : workbook train --layers leaky_relu:alpha=0.2:50,softmax:10
                 --cost categorical_crossentropy --epochs 5
      """)

  private static let defaults = ExperimentSettings.Options()

  // Texts, not numbers: a value that does not do gets a sentence that says what would.
  @Option(parsing: .unconditional, help: .init("Les couches.", valueName: "couche,…"))
  var layers = defaults.layers

  @Option(
    parsing: .unconditional,
    help: .init(
      "L’initialisation des poids, une pour toutes les couches ou une par couche.",
      valueName: "nom,…"))
  var initializer = defaults.initializer

  @Option(parsing: .unconditional, help: .init("Le taux d’apprentissage.", valueName: "nombre"))
  var learningRate = defaults.learningRate

  @Option(parsing: .unconditional, help: .init("Le nombre d’époques.", valueName: "entier"))
  var epochs = defaults.epochs

  @Option(parsing: .unconditional, help: .init("Le nombre d’images par lot.", valueName: "entier"))
  var batchSize = defaults.batchSize

  @Option(parsing: .unconditional, help: .init("La graine du hasard.", valueName: "entier"))
  var seed = defaults.seed

  @Option(
    parsing: .unconditional, help: .init("La précision : float64 ou float32.", valueName: "nom"))
  var precision = defaults.precision

  @Option(
    parsing: .unconditional,
    help: .init(
      "Le coût : naive_binary_crossentropy, comme l’écrivent les documents, ou sa forme bornée, "
        + "binary_crossentropy, ou un autre.",
      valueName: "nom"))
  var cost = defaults.cost

  @OptionGroup var split: SplitOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var threads: ThreadOptions

  @Option(
    help: .init(
      "Écrit les résultats en JSON ; « - » pour la sortie standard.", valueName: "fichier"))
  var json: String?

  @Option(
    help: .init(
      "Dessine le coût par époque, en PNG ou en SVG, ou l’écrit en CSV, selon le nom du fichier.",
      valueName: "fichier"))
  var plot: String?

  @Option(
    help: .init(
      "Enregistre le réseau entraîné, en safetensors ; sans nom de fichier, là où predict le trouvera.",
      valueName: "fichier"))
  var save: String?

  func run() async throws {
    try threads.apply()
    let settings = try ExperimentSettings(options)
    settings.notes.forEach(Messages.send)
    let splitting = try split.options()
    let format = try plotFormat()
    for path in [json, plot, save].compactMap(\.self) where path != "-" {
      try WholeFile.check(path)
    }
    try await FirstDownload(to: data.location).tryOnce()
    let answer =
      switch settings.precision {
      case .float64: try answer(of: Experiment<Double>(settings), splitting: splitting)
      case .float32: try answer(of: Experiment<Float>(settings), splitting: splitting)
      }
    if json != "-" {
      let output = StandardOutput()
      for block in TrainingReport(answer).blocks { try output.write(block) }
    }
    if let plot { try Gnuplot().write(TrainingReport(answer).plot, as: format, to: plot) }
    if let json { try JSONOutput.write(answer, to: json) }
    if save == DefaultNetwork.path {
      Messages.send("Réseau enregistré : ./workbook predict IMAGE s’en servira.")
    }
  }

  private func answer<Scalar>(
    of experiment: Experiment<Scalar>, splitting: DigitSplitOptions
  ) throws -> TrainingAnswer {
    let digits = try data.load(announcingIn: json == "-" ? nil : StandardOutput())
    let examples = ExperimentExamples<Scalar>(
      digits, try splitting.split(of: digits, keepsDev: false))
    let (result, seconds) = try experiment.run(
      on: examples, saving: save, progress: Screen.ofProgram)
    return TrainingAnswer(result: result, secondsPerEpoch: seconds)
  }

  private var options: ExperimentSettings.Options {
    var options = Self.defaults
    (options.layers, options.initializer, options.cost) = (layers, initializer, cost)
    (options.learningRate, options.epochs, options.batchSize) = (learningRate, epochs, batchSize)
    (options.seed, options.precision) = (seed, precision)
    return options
  }

  private func plotFormat() throws -> FigureFormat {
    try plot.map(FigureFormat.init(ofPlot:)) ?? .png
  }
}
