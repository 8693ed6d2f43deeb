import ChapterKit
import Foundation
import Plotting

/// The tables of a whole benchmark, as Markdown.
struct Report: Sendable {
  let tables: DuelTables
  let memory: PeakMemory
  let scaling: Scaling
  let wholes: Wholes

  /// Writes all tables and the figure, and the main table into the README, between its two marks.
  func write() throws {
    try Gnuplot().write(scaling.plot, as: .png, to: Place.figure.path)
    try Data(all.utf8).write(to: Place.results, options: .atomic)
    let marks = ("<!-- mesures -->\n", "<!-- fin des mesures -->")
    let readme = try String(contentsOf: Place.readme, encoding: .utf8)
    guard let start = readme.range(of: marks.0), let end = readme.range(of: marks.1) else {
      throw Failure("README.md n’a pas les deux marques des mesures.")
    }
    let text =
      readme[..<start.upperBound] + "\n" + tables.ratios + "\n\n" + tables.machine + "\n\n"
      + readme[end.lowerBound...]
    try Data(text.utf8).write(to: Place.readme, options: .atomic)
  }

  private var all: String {
    """
    # Mesures

    Écrit par `Benchmarks/run`. Secondes : médiane [minimum ; maximum].

    ## Une époque

    \(tables.ratios)

    \(tables.times)

    ## Les limites de la machine

    \(tables.machine)

    ## Programmes entiers

    \(wholes.table)

    `workbook list` : \(wholes.start.text) s. \(memory.text)

    ## Le temps grandit comme le travail

    \(scaling.table)

    ![Le temps selon le travail](temps.png)

    """
  }
}
