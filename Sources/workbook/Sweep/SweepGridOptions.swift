import ArgumentParser
import Experiments

/// The options of `train`, of which a sweep takes several values each.
struct SweepGridOptions: ParsableArguments {
  @Option(
    parsing: .unconditionalSingleValue,
    help: .init(
      "Les couches d’un réseau ; répète l’option pour chaque réseau.", valueName: "couche,…"))
  var layers: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: .init("Une initialisation des poids ; répète l’option pour chacune.", valueName: "nom,…"))
  var initializer: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: .init("Les taux d’apprentissage : 0.01,0.03,0.1 par exemple.", valueName: "nombre,…"))
  var learningRate: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: .init("Les nombres d’époques.", valueName: "entier,…"))
  var epochs: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: .init("Les nombres d’images par lot.", valueName: "entier,…"))
  var batchSize: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: .init("Les graines du hasard : 0..9 pour les dix premières.", valueName: "entier,…"))
  var seed: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: .init("Les précisions : float64, float32.", valueName: "nom,…"))
  var precision: [String] = []

  @Option(parsing: .unconditionalSingleValue, help: .init("Les coûts.", valueName: "nom,…"))
  var cost: [String] = []

  /// - Throws: `ArgumentError`.
  func grid() throws -> SweepGrid {
    try SweepGrid([
      .layers: layers, .initializer: initializer, .learningRate: learningRate, .epochs: epochs,
      .batchSize: batchSize, .seed: seed, .precision: precision, .cost: cost,
    ])
  }
}
