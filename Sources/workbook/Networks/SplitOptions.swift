import ArgumentParser
import Experiments

/// Which images to learn from, and which to keep apart.
struct SplitOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: .init("N’apprend que des N premières images d’entraînement.", valueName: "N"))
  var images: String?

  @Option(
    parsing: .unconditional,
    help: .init(
      "Garde les N dernières images d’entraînement pour choisir : personne ne les apprend.",
      valueName: "N"))
  var dev: String?

  /// - Throws: `ArgumentError`.
  func options() throws -> DigitSplitOptions { try DigitSplitOptions(images: images, dev: dev) }
}
