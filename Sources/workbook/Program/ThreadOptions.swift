import ArgumentParser
import Cores
import Experiments

/// How many threads a command may keep busy: the same option for every command that trains.
struct ThreadOptions: ParsableArguments {
  /// More than any processor has, and few enough to be started.
  private static let maximum = 1024

  // A text, not a number: a value that does not do gets a sentence that says what would.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Le nombre de fils d’exécution (sinon : un par cœur) ; les résultats n’en dépendent pas.",
      valueName: "entier"))
  var threads: String?

  /// Limits the whole program to the threads asked for.
  func apply() throws {
    guard let threads else { return }
    ThreadBudget.limit = try NumberArgument.whole(threads, for: "--threads", in: 1...Self.maximum)
  }
}
