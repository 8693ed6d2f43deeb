import ArgumentParser
import ChapterKit
import Datasets
import Experiments

struct PredictCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "predict",
    abstract: "Reconnaît des chiffres avec un réseau enregistré.",
    discussion: """
      Les images ont 28 × 28 pixels, l’encre claire sur fond noir, comme celles de MNIST.
      Exemple : workbook predict reseau.safetensors chiffre.png '#42'
      """)

  @Argument(
    help: ArgumentHelp(
      "Le réseau, écrit par train --save ou par une autre bibliothèque.", valueName: "réseau"))
  var network: String

  @Argument(
    help: ArgumentHelp(
      "Des images PNG ou PGM, ou '#42' pour l’image de test de ce numéro, à partir de 0.",
      valueName: "image"))
  var images: [String] = []

  @OptionGroup var foreign: NetworkOptions
  @OptionGroup var data: DataOptions

  @Flag(help: "Pour l’encre noire sur fond clair.")
  var invert = false

  @Flag(help: "En JSON.")
  var json = false

  func run() throws {
    guard !images.isEmpty else {
      throw ArgumentError(
        "<image>",
        "donne au moins une image, chiffre.png ou '#42' par exemple ; les apostrophes comptent, "
          + "car le shell prend pour un commentaire ce qui commence par #.")
    }
    let recognizer = try Recognizer(path: network, foreign: foreign.network())
    let digits = try load()
    let predictions = digits.map(recognizer.predict)
    if json { return try JSONOutput.write(predictions, to: "-") }
    let output = StandardOutput()
    for (digit, prediction) in zip(digits, predictions) {
      let report = PredictionReport(prediction, of: digit.image)
      try StandardOutput.write(text: report.text(color: output.capabilities.color))
    }
  }

  private func load() throws -> [DigitImage] {
    let sources = try images.map(DigitSource.init)
    let needsTestImages = sources.contains { if case .test = $0 { true } else { false } }
    let digits = needsTestImages ? try data.load(announcingIn: json ? nil : StandardOutput()) : nil
    return try sources.map { source in
      var digit = try source.load(testImages: digits?.test)
      // The test images are what the network learnt to read.
      if invert, case .file = source { digit.image = digit.image.inverted }
      return digit
    }
  }
}
