import ArgumentParser
import Document
import Experiments
import Foundation
import FrenchText

struct SweepStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Dit où en est un balayage.")

  @Argument(help: .init("Le dossier du balayage.", valueName: "dossier"))
  var directory: String

  func run() throws {
    let folder = SweepFolder(directory)
    let all = try folder.manifest().trainings
    let missing = all.filter { folder.result(of: $0) == nil }
    let handed = try Cluster.state(of: folder, missing: missing)
    let here = folder.trainingsUnderWay
    let state = handed ?? HandedOver(running: 0, waiting: 0, obstacles: [], failures: [])
    let running = max(state.running, here)
    let failed = state.failures.reduce(0) { $0 + $1.trainings }
    let output = StandardOutput()
    try output.write(
      .table(
        Table(
          columns: [.init("Entraînements"), .init("", .right)],
          rows: [
            ["faits", number(all.count - missing.count)],
            ["en cours", number(running)],
            ["en attente", number(state.waiting)],
            ["échoués", number(failed)],
            [
              "manquants",
              number(max(0, missing.count - running - state.waiting - failed)),
            ],
            ["en tout", number(all.count)],
          ])))
    for failure in state.failures {
      let count = counted(failure.trainings, "entraînement échoué", "entraînements échoués")
      try output.write(.prose(Prose("\(count) : \(failure.reason)")))
    }
    for obstacle in state.obstacles {
      try output.write(.notice("Des tâches n’avanceront pas d’elles-mêmes : \(obstacle)"))
    }
    if !missing.isEmpty, running + state.waiting < missing.count {
      try output.write(
        .prose(Prose("`./workbook sweep resume` fera ceux qui manquent.")))
    }
  }
}

struct SweepCollectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collect",
    abstract: "Classe les résultats qui sont déjà dans le dossier d’un balayage.")

  @Argument(help: .init("Le dossier du balayage.", valueName: "dossier"))
  var directory: String

  @OptionGroup var answers: SweepAnswerOptions

  func run() throws {
    let folder = SweepFolder(directory)
    let manifest = try folder.manifest()
    try answers.check()
    try answers.give(SweepReport(manifest, folder.results(of: manifest.trainings)))
  }
}
