import ArgumentParser
import Document
import Experiments

/// The trainings that are kept.
struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store",
    abstract: "La réserve : les entraînements déjà faits, que les chapitres reprennent.",
    subcommands: [StoreStatusCommand.self, EmptyStoreCommand.self])
}

struct StoreStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Dit où est la réserve, et ce qu’elle contient.")

  func run() throws {
    guard let store = TrainingStore.ofUser else { throw NoStore() }
    let (count, bytes) = store.contents
    let kept =
      switch count {
      case 0: "aucun entraînement"
      case 1: "un entraînement"
      default: "\(count) entraînements"
      }
    try StandardOutput.write(
      text: "\(store.directory)\u{A0}: \(kept), \(bytes.inMegabytes) sur "
        + "\(store.limit.inMegabytes) au plus.\n")
  }
}

struct EmptyStoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clear", abstract: "Vide la réserve.")

  func run() throws {
    guard let store = TrainingStore.ofUser else { throw NoStore() }
    let count = store.contents.count
    try store.empty()
    try StandardOutput.write(
      text: count == 0 ? "La réserve était déjà vide.\n" : "La réserve est vidée.\n")
  }
}

extension Int {
  /// A number of bytes in megabytes: "3 Mo".
  fileprivate var inMegabytes: String { "\((self + 500_000) / 1_000_000)\u{A0}Mo" }
}
