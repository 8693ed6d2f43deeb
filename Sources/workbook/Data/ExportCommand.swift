import ArgumentParser
import ChapterKit
import Datasets
import Document
import Experiments
import Files
import FrenchText

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Écrit les chiffres dans un fichier .npz, que Python et --data lisent.",
    discussion: """
      Les tableaux sont ceux du mnist.npz de Keras : x_train et x_test, de forme
      (n, 28, 28), y_train et y_test, de forme (n,), tous en octets.
      En Python : numpy.load("chiffres.npz")["x_train"]
      """)

  @Argument(help: ArgumentHelp("Le fichier à écrire, nommé ….npz.", valueName: "fichier"))
  var file: String

  @Flag(help: "Sans comprimer : plus vite écrit, cinq fois plus gros.")
  var stored = false

  @OptionGroup var data: DataOptions

  func run() throws {
    guard file.lowercased().hasSuffix(".npz") else {
      throw ArgumentError("<fichier>", "le nom « \(file) » doit finir par .npz.")
    }
    try WholeFile.check(file)
    let digits = try MNIST.load(from: data.location.find())
    try digits.write(npz: file, compression: stored ? .stored : .deflated)
    let report = Prose(
      "« \u{E000} » contient \u{E001} images d’entraînement et \u{E002} de test, avec leurs "
        + "étiquettes.",
      values: [file, number(digits.training.count), number(digits.test.count)])
    try StandardOutput().write(.prose(report))
  }
}
