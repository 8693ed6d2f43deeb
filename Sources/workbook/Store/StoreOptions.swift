import ArgumentParser
import Datasets
import Experiments
import Foundation

/// Whether results of earlier trainings are used: the options of a command that runs chapters.
struct StoreOptions: ParsableArguments {
  @Flag(help: "Refait tous les entraînements, même ceux dont la réserve a le résultat.")
  var fresh = false

  @Flag(help: "Dit de chaque entraînement s’il est repris ou refait, et pourquoi.")
  var why = false

  func trainings(of chapter: Int) -> Trainings {
    Trainings(store: .ofUser, isFresh: fresh, chapter: chapter)
  }
}

extension TrainingStore {
  /// The store in the user's cache directory.
  static let ofUser = TrainingStore(
    directory: NSString(
      string: DataLocation(
        option: nil,
        environment: ProcessInfo.processInfo.environment.filter {
          $0.key != "WORKBOOK_DATA"
        }
      ).directory
    ).appendingPathComponent("trainings"))
}
