import ArgumentParser
import ChapterKit
import Document
import Experiments
import Foundation
import NeuralNetwork
import Plotting

struct ActivationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "activation",
    abstract: "Le catalogue des fonctions d’activation, ou l’une d’elles.",
    discussion: """
      Exemples : workbook activation
                 workbook activation swish:beta=1.5
                 workbook activation leaky_relu:alpha=0.2 --at 1,-10,0,15,-20
      """)

  @Argument(
    help: ArgumentHelp(
      "L’activation, avec ses paramètres : relu, leaky_relu:alpha=0.2, relu:max_value=6.",
      valueName: "nom"))
  var name: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Montre la valeur et la dérivée en ces points.", valueName: "x,x,…"))
  var at: String?

  @Flag(help: "Avec --at : en JSON, à tous les chiffres.")
  var json = false

  @Option(help: ArgumentHelp("Le dossier où écrire la figure.", valueName: "dossier"))
  var output = "output"

  func run() throws {
    guard let name else {
      if at != nil || json {
        throw ArgumentError(
          at != nil ? "--at" : "--json",
          "il faut aussi le nom d’une activation (la liste : workbook activation).")
      }
      return try show([ActivationCatalogue.table])
    }
    let activation = try naming("<nom>") { try Activation<Double>.named(name) }
    try Activation<Double>.spelling(of: name).note.map(Messages.send)
    guard let at else {
      if json { throw ArgumentError("--json", "il faut aussi des points : ajoute --at 1,-0.5,2.") }
      return try show(ActivationSheet(activation).blocks(drawingIn: output))
    }
    let points = ActivationPoints(activation, at: try PointList.parse(at, argument: "--at"))
    if json { try JSONOutput.write(points.rows, to: "-") } else { try show([points.table]) }
  }

  private func show(_ blocks: [WovenBlock]) throws {
    let output = StandardOutput()
    for block in blocks { try output.write(block) }
  }
}
