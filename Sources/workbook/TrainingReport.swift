import ChapterKit
import Laboratory
import Literate
import Plotting

/// What `train` shows of a training.
struct TrainingReport {
  private let result: ExperimentResult

  init(_ result: ExperimentResult) { self.result = result }

  var blocks: [WovenBlock] {
    let costs = Table(
      columns: [.init("Époque", .right), .init("Coût")],
      rows: result.costs.enumerated().map { ["\($0 + 1)", exact($1)] })
    let facts = Table(
      columns: [.init("Exactitude"), .init("", .right)],
      rows: [
        ["images d’entraînement", percent(result.trainingAccuracy / 100, digits: 4)],
        ["images de test", percent(result.testAccuracy / 100)],
      ])
    let divergence = result.costs.firstIndex { !$0.isFinite }.map { index in
      WovenBlock.notice(
        "Le coût n’est plus un nombre fini à l’époque \(index + 1) : cet entraînement a divergé.")
    }
    return [.table(costs), .table(facts), .prose(Prose(speed))] + (divergence.map { [$0] } ?? [])
  }

  var plot: Plot {
    Plot("Coût par époque").line(result.costs).axes(x: "époque", y: "coût")
  }

  private var speed: String {
    "\(number(result.parameters)) poids et biais, \(number(result.secondsPerEpoch, digits: 2)) s par époque."
  }
}
