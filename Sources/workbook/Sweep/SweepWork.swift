import Cores
import Datasets
import Experiments
import FrenchText
import Publishing

/// What there is to do in a sweep's folder, done here or handed over.
struct SweepWork {
  let folder: SweepFolder
  let manifest: SweepManifest
  let digits: MNIST
  let answers: SweepAnswerOptions

  /// Does what is missing, and shows the ranking.
  func doHere() async throws {
    let all = manifest.trainings
    let missing = missing(of: all)
    let estimate = try SweepEstimate(missing, on: digits, manifest.split)
    let cores = min(ThreadBudget.limit, max(1, missing.count))
    try announce(
      all: all.count, missing: missing.count,
      lasting:
        "environ \(duration(estimate.coreSeconds / Double(cores))) sur \(coresInWords(cores))")
    if !missing.isEmpty {
      Interruption.beforeEnd { [folder] _ in
        let done = all.count { folder.hasFile(of: $0) }
        Messages.send(
          "\(counted(done, "entraînement", "entraînements")) sur \(number(all.count)) "
            + (done < 2 ? "est fait" : "sont faits") + " ; la même commande fera les autres.")
      }
      let summary = try await Sweep(in: folder, on: digits, manifest.split).run(
        missing, progress: Screen.ofProgram)
      Interruption.beforeEnd { _ in }
      try answers.say(
        "\(counted(summary.trainings, "entraînement fait", "entraînements faits")) en "
          + "\(duration(summary.seconds)) : \(duration(summary.ownSeconds)) de calcul, sur "
          + "\(coresInWords(ThreadBudget.limit)).")
    }
    try answers.give(SweepReport(manifest, folder.results(of: all)))
  }

  /// Has a scheduler do what is missing.
  func handOver(to scheduler: any SweepScheduler) throws {
    let all = manifest.trainings
    let queue = try scheduler.queue(of: folder)
    let missing = missing(of: all)
    let new = missing.filter { !queue.contains($0.shortKey) }
    let estimate = try SweepEstimate(missing, on: digits, manifest.split)
    try announce(
      all: all.count, missing: missing.count,
      lasting: "environ \(duration(estimate.coreSeconds)) de calcul")
    guard !new.isEmpty else {
      return try answers.say(
        "Il n’y a rien à soumettre : `./workbook sweep status` dit où en sont les entraînements de "
          + "\(quoted(folder.path)).")
    }
    let sentence = try scheduler.submit(
      new, of: folder, lasting: estimate.coreSeconds / Double(missing.count))
    try answers.say(sentence)
  }

  private func missing(of all: [PlannedTraining]) -> [PlannedTraining] {
    var spoilt = 0
    let missing = all.filter { training in
      guard folder.result(of: training) == nil else { return false }
      if folder.hasFile(of: training) { spoilt += 1 }
      return true
    }
    if spoilt > 0 {
      Messages.send(
        "\(counted(spoilt, "résultat abîmé", "résultats abîmés")) : "
          + (spoilt == 1 ? "son entraînement est refait." : "leurs entraînements sont refaits."))
    }
    return missing
  }

  private func announce(all: Int, missing: Int, lasting time: String) throws {
    let grid = manifest.grid
    let factors = SweepOption.displayed.filter { grid[$0].count > 1 }.map {
      $0.counted(grid[$0].count)
    }
    let product = factors.isEmpty ? "" : " : " + factors.joined(separator: " × ")
    let done = all - missing
    let state =
      switch (done, missing) {
      case (_, 0): all == 1 ? "Il est fait." : "Tous sont faits."
      case (0, _): all == 1 ? "Il prendra \(time)." : "Ils prendront \(time)."
      case (1, _): "L’un est fait ; \(others(missing)) \(time)."
      default: "\(number(done)) sont faits ; \(others(missing)) \(time)."
      }
    try answers.say(
      "\(counted(all, "entraînement", "entraînements"))\(product). Chacun apprend de "
        + "\(number(manifest.split.images)) images et se juge sur \(number(manifest.split.dev)) "
        + "autres. \(state)")
  }

  private func others(_ missing: Int) -> String {
    missing == 1 ? "le dernier prendra" : "les \(number(missing)) autres prendront"
  }

  private func coresInWords(_ count: Int) -> String { counted(count, "cœur", "cœurs") }
}
