import FrenchText
import ModelFiles
import NeuralNetwork

extension DenseLayers {
  /// The network and the normalisation of its images, of which `foreign` says all that the file does
  /// not.
  ///
  /// - Throws: `ArgumentError`, which says what the layers are, or `NetworkFileError`.
  func network(
    _ foreign: ForeignNetwork?, path: String
  ) throws -> (Network<Double>, Normalization) {
    if let count = foreign?.activations?.count, count != layers.count {
      throw wrongCount(count)
    }
    guard let names = foreign?.activations, let scale = foreign?.scale else {
      throw ArgumentError(
        foreign?.activations == nil
          ? ForeignNetwork.activationsArgument : ForeignNetwork.normalizationArgument,
        incomplete(foreign, path: path))
    }
    let activations = try naming(ForeignNetwork.activationsArgument) {
      try names.map { try Activation<Double>.named($0) }
    }
    return (try network(activations), scale.normalization(pixels: layers[0].inputs))
  }

  func wrongCount(_ count: Int) -> ArgumentError {
    ArgumentError(
      ForeignNetwork.activationsArgument,
      "il y a \(count) activation\(count > 1 ? "s" : "") pour \(description) ; donnes-en une par couche, "
        + "\(proposal) par exemple.")
  }

  /// What the network lacks, and how to say it.
  func incomplete(_ foreign: ForeignNetwork?, path: String) -> String {
    var (unknown, options): ([String], [String]) = ([], [])
    if foreign?.activations == nil {
      unknown.append("ses activations")
      options.append("\(ForeignNetwork.activationsArgument) \(proposal)")
    }
    if foreign?.scale == nil {
      unknown.append("la normalisation de ses images")
      options.append(
        "\(ForeignNetwork.normalizationArgument) 0.1307,0.3081 (moyenne et écart-type des pixels ; "
          + "unit, s’ils sont seulement divisés par 255)")
    }
    let negation = unknown.count > 1 ? "ni" : "pas"
    return "\(quoted(path)), d’une autre bibliothèque, a \(description), mais ne dit \(negation) "
      + "\(unknown.joined(separator: " ni ")) ; ajoute, par exemple, "
      + options.joined(separator: " et ") + "."
  }

  /// ReLU between, softmax last: the usual network, which is never assumed.
  var proposal: String {
    let hidden =
      layers.count > Self.mostShown
      ? ["relu", "…"] : Array(repeating: "relu", count: layers.count - 1)
    return (hidden + ["softmax"]).joined(separator: ",")
  }

  private static var mostShown: Int { 12 }

  /// "2 couches, fc1 (784 → 128) et fc2 (128 → 10)", without what acts on a display.
  private var description: String {
    let shown = layers.prefix(Self.mostShown).map { layer in
      "\(quoted(layer.title, longest: 60)) (\(layer.inputs) → \(layer.outputs))"
    }
    let names = (shown + (layers.count > shown.count ? ["…"] : [])).joined(separator: ", ")
    return "\(layers.count) couche\(layers.count > 1 ? "s" : ""), \(names)"
  }
}

extension ForeignNetwork {
  /// - Throws: `ArgumentError` where the file itself says what this says.
  func check(isNeededBy saved: SavedNetwork<Double>, path: String) throws {
    let known =
      activations != nil
      ? Self.activationsArgument
      : scale != nil && saved.normalization != nil ? Self.normalizationArgument : nil
    if let known {
      throw ArgumentError(known, "\(quoted(path)) le dit déjà ; enlève cette option.")
    }
  }
}
