import ArgumentParser
import Experiments

/// What the file of another library does not say of its network.
struct NetworkOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: .init(
      "Pour un réseau d’une autre bibliothèque : ses activations, une par couche.",
      valueName: "nom,…"))
  var activations: String?

  @Option(
    parsing: .unconditional,
    help: .init(
      "De même : unit quand ses images sont divisées par 255, ou la moyenne et l’écart-type qu’on "
        + "leur applique ensuite, 0.1307,0.3081 par exemple.",
      valueName: "moyenne,écart-type"))
  var normalization: String?

  /// What the options say, names of other libraries told in a message; nil without options.
  ///
  /// - Throws: `ArgumentError`.
  func network() throws -> ForeignNetwork? {
    guard activations != nil || normalization != nil else { return nil }
    let network = try ForeignNetwork(activations: activations, normalization: normalization)
    network.notes.forEach(Messages.send)
    return network
  }
}
