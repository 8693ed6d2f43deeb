import Experiments

/// What `predict` was given: at most one network, and images.
struct PredictionRequest {
  /// `nil` for the last one saved.
  let network: String?
  let sources: [PictureSource]

  /// - Throws: `ArgumentError` without images, or with several networks.
  init(_ arguments: [String]) throws {
    let networks = arguments.filter(Self.isNetwork)
    guard networks.count <= 1 else {
      throw ArgumentError(
        networks[1], "un seul réseau lit les images : garde l’un de ceux que tu as donnés.")
    }
    network = networks.first
    sources = try arguments.filter { !Self.isNetwork($0) }.map(PictureSource.init)
    guard !sources.isEmpty else {
      throw ArgumentError(
        "<image>",
        "donne au moins une image, chiffre.png ou '#42' par exemple ; les apostrophes comptent, "
          + "car le shell prend pour un commentaire ce qui commence par #.")
    }
  }

  var needsTestImages: Bool {
    sources.contains { if case .test = $0 { true } else { false } }
  }

  /// By its name, which may be that of a file that is missing, or by its first bytes.
  private static func isNetwork(_ argument: String) -> Bool {
    argument.lowercased().hasSuffix(".safetensors") || Recognizer.isNetwork(argument)
  }
}
