import ArgumentParser
import Experiments
import Files

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Montre ce que contient un fichier safetensors, de ce programme ou d’un autre.",
    discussion: """
      Exemples : workbook inspect reseau.safetensors
                 workbook inspect pytorch.safetensors --activations relu,relu,softmax
      """)

  @Argument(help: ArgumentHelp("Le fichier.", valueName: "fichier"))
  var file: String

  @OptionGroup var foreign: NetworkOptions

  @Option(
    help: .init("Écrit le tout en JSON ; « - » pour la sortie standard.", valueName: "fichier"))
  var json: String?

  func run() throws {
    if let json, json != "-" { try WholeFile.check(json) }
    let inspection = try NetworkInspection(path: file, foreign: foreign.network())
    if json != "-" {
      let output = StandardOutput()
      for block in InspectionReport(inspection, of: file).blocks { try output.write(block) }
    }
    if let json { try JSONOutput.write(inspection, to: json) }
  }
}
