import ChapterKit
import Foundation
import Plotting

/// The tables of a whole benchmark, as Markdown.
struct Report: Sendable {
  let tables: DuelTables
  let memory: PeakMemory
  let scaling: Scaling
  let wholes: Wholes

  /// Writes all tables and the figure.
  func write() throws {
    try Gnuplot().write(scaling.plot, as: .png, to: Place.figure.path)
    try Data(all.utf8).write(to: Place.results, options: .atomic)
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
