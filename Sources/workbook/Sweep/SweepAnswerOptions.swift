import ArgumentParser
import Document
import Experiments
import Files
import FrenchText
import Plotting

/// Where a sweep's ranking goes, beside the screen.
struct SweepAnswerOptions: ParsableArguments {
  @Option(help: .init("Écrit le classement en CSV.", valueName: "fichier"))
  var csv: String?

  @Option(
    help: .init(
      "Écrit le classement et tous les résultats en JSON ; « - » pour la sortie standard.",
      valueName: "fichier"))
  var json: String?

  @Option(
    help: .init(
      "Dessine le classement, en PNG ou en SVG selon le nom du fichier : une carte de chaleur quand deux "
        + "options varient, sinon des courbes et la bande de leurs graines. En CSV, ses nombres.",
      valueName: "fichier"))
  var plot: String?

  /// Whether standard output is for JSON alone.
  var ownsOutput: Bool { json == "-" }

  /// Finds out, before hours of work, whether its result can be written.
  func check() throws {
    if let plot { _ = try FigureFormat(ofPlot: plot) }
    for path in [csv, json, plot].compactMap(\.self) where path != "-" { try WholeFile.check(path) }
  }

  /// Shows and writes the ranking of the results that are there.
  func give(_ report: SweepReport) throws {
    if !ownsOutput {
      let output = StandardOutput()
      for block in report.blocks { try output.write(block) }
    }
    if let csv { try WholeFile.write(report.csv, to: csv) }
    if let plot { try Gnuplot().write(report.plot, as: FigureFormat(ofPlot: plot), to: plot) }
    if let json { try JSONOutput.write(SweepAnswer(report), to: json) }
  }

  /// Says something of the sweep where it does not spoil the output.
  func say(_ sentence: String) throws {
    if ownsOutput {
      Messages.send(sentence)
    } else {
      try StandardOutput().write(.prose(Prose(sentence)))
    }
  }
}
