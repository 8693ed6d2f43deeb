import ChapterKit
import Document
import Experiments
import FrenchText
import Plotting

/// What `train` shows of a training.
struct TrainingReport {
  private let result: ExperimentResult
  private let secondsPerEpoch: Double

  init(_ answer: TrainingAnswer) {
    (result, secondsPerEpoch) = (answer.result, answer.secondsPerEpoch)
  }

  var blocks: [WovenBlock] {
    let costs = Table(
      columns: [.init("Époque", .right), .init("Coût")],
      rows: result.costs.enumerated().map { ["\($0 + 1)", exact($1)] })
    let accuracies = Table(
      columns: [.init("Images"), .init("Exactitude", .right)],
      rows: [
        ["d’entraînement", percent(result.trainingAccuracy / 100)]
      ] + (result.devAccuracy.map { [["gardées pour choisir", percent($0 / 100)]] } ?? []) + [
        ["de test", percent(result.testAccuracy / 100)]
      ])
    return [.table(costs), .table(accuracies), .prose(Prose(speed))] + divergence
  }

  private var divergence: [WovenBlock] {
    guard let index = result.costs.firstIndex(where: { !$0.isFinite }) else { return [] }
    let cause = result.costs[index].isNaN ? "n’est plus un nombre" : "est infini"
    let remedy =
      "un taux plus petit, une autre initialisation, ou --cost binary_crossentropy"
    return [
      .notice(
        "Le coût \(cause) à l’époque \(index + 1) : cet entraînement a divergé. Essaie \(remedy).")
    ]
  }

  var plot: Plot {
    let digits = result.usesSyntheticDigits ? " (chiffres synthétiques)" : ""
    return Plot("Coût par époque\(digits)").line(result.costs).axes(x: "époque", y: "coût")
  }

  private var speed: String {
    "\(number(result.parameters)) poids et biais, \(number(secondsPerEpoch, digits: 2)) s par époque."
  }
}
