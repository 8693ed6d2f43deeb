import ArgumentParser
import Datasets
import Experiments
import Foundation
import FrenchText
import Publishing

/// Whether results of earlier trainings are used: the options of a command that runs chapters.
struct StoreOptions: ParsableArguments {
  @Flag(help: "Refait tous les entraînements, même ceux dont la réserve a le résultat.")
  var fresh = false

  @Flag(help: "Dit de chaque entraînement s’il est repris ou refait, et pourquoi.")
  var why = false

  func trainer(of chapter: Int) -> Trainer {
    Trainer(store: .ofUser, isFresh: fresh, chapter: chapter)
  }

  /// Says among the messages, not in the document, which is the same whatever the store has.
  func report(on trainers: [Trainer]) {
    let report = StoreReport(of: trainers)
    Screen.ofProgram.close()
    if why {
      report.reasons.forEach(Messages.send)
    } else {
      report.summary.map(Messages.send)
    }
    report.warning.map(Messages.send)
  }
}

extension TrainingStore {
  /// The variable that names another directory; an empty one keeps and takes nothing.
  static let variable = "WORKBOOK_STORE"

  /// The store of this user: where the variable says, else in the user's cache directory.
  static let ofUser: TrainingStore? = {
    var environment = ProcessInfo.processInfo.environment
    if let directory = environment[variable] {
      return directory.isEmpty ? nil : TrainingStore(directory: directory)
    }
    environment["WORKBOOK_DATA"] = nil
    let cache = DataLocation(option: nil, environment: environment).path
    return TrainingStore(directory: NSString(string: cache).appendingPathComponent("trainings"))
  }()
}

/// A command on the store where there is none.
struct NoStore: ReportedError {
  var exitStatus: ExitStatus { .usage }

  let description =
    "Il n’y a pas de réserve, car la variable \(TrainingStore.variable) est vide\u{A0}: efface-la, ou "
    + "mets-y le chemin d’un dossier."
}
