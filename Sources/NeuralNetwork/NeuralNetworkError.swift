import FrenchText

/// What can be wrong with a network's or a training's settings.
public enum NeuralNetworkError: Error, Equatable, CustomStringConvertible {
  case seed(Int)
  case noLayers
  case networkInputs(Int)
  case units(Int, layer: Int)
  case tooManyWeights(units: Int, inputs: Int, layer: Int)
  case inputs(expected: Int, found: Int)
  case outputs(expected: Int, found: Int)
  case layers(expected: Int, found: Int, layer: Int)
  case initializers(found: Int, layers: Int)
  case unknownName(String, kind: Kind, known: [String], meant: String?)
  case unknownParameter(String, of: String, known: [String])
  case missingParameter(of: String, known: [String])
  case repeatedParameter(String, of: String)
  case parameterValue(String, of: String, expected: String)
  case noExamples
  case learningRate(Double)
  case batchSize(Int)
  case epochs(Int)

  /// What a name was taken for.
  public enum Kind: String, Sendable {
    case activation = "L’activation"
    case initializer = "L’initialisation"
    case cost = "Le coût"
  }

  public var description: String {
    switch self {
    case .seed(let seed):
      "La graine \(seed) ne convient pas : choisis un entier entre 0 et 4294967295."
    case .noLayers:
      "Ce réseau n’a aucune couche : donne-lui au moins une couche de sortie."
    case .networkInputs(let inputs):
      "Un réseau ne peut pas avoir \(inputs) entrées : il en faut au moins une."
    case .units(let units, let layer):
      "La couche \(layer) ne peut pas avoir \(units) neurones : il en faut au moins un."
    case .tooManyWeights(let units, let inputs, let layer):
      "La couche \(layer) aurait \(units) × \(inputs) poids, la mémoire n’y suffirait pas : "
        + "donne-lui moins de neurones."
    case .inputs(let expected, let found):
      "Le réseau attend \(expected) entrées par exemple, les données en ont \(found) : "
        + "accorde le nombre d’entrées du réseau avec les données."
    case .outputs(let expected, let found):
      "Le réseau a \(found) sorties, les étiquettes en demandent \(expected) : "
        + "donne \(expected) neurones à la dernière couche."
    case .layers(let expected, let found, let layer):
      "La couche \(layer) attend \(expected) entrées, la couche \(layer - 1) lui en donne \(found) : "
        + "donne-leur le même nombre."
    case .initializers(let found, let layers):
      "Il y a \(found) initialisations pour \(layers) couches : "
        + "donnes-en une seule pour toutes, ou une par couche."
    case .unknownName(let name, let kind, let known, let meant):
      "\(kind.rawValue) « \(name) » n’existe pas"
        + (meant == nil ? " : choisis" : didYouMean(meant) + " Choisis")
        + " parmi \(known.joined(separator: ", "))."
    case .unknownParameter(let parameter, let name, let known):
      "« \(name) » n’a pas de paramètre « \(parameter) »"
        + didYouMean(suggestion(for: parameter, among: known))
        + (known.isEmpty
          ? " (il n’en a aucun)." : " (paramètres : \(known.joined(separator: ", "))).")
    case .missingParameter(let name, let known):
      known.isEmpty
        ? "« \(name) » n’a aucun paramètre : écris ce nom seul, sans deux-points."
        : "Après « \(name): », il manque un paramètre ou une virgule est de trop "
          + "(paramètres : \(known.joined(separator: ", ")))."
    case .repeatedParameter(let parameter, let name):
      "Le paramètre « \(parameter) » de « \(name) » est donné deux fois : garde une seule valeur."
    case .parameterValue(let text, let name, let expected):
      "Le paramètre « \(text) » de « \(name) » ne convient pas : écris \(expected)."
    case .noExamples:
      "Il n’y a aucun exemple à apprendre : donne au moins une image."
    case .learningRate(let rate):
      "Le taux d’apprentissage \(rate) ne convient pas : choisis un nombre positif, 0.1 par exemple."
    case .batchSize(let size):
      "Un lot de \(size) exemples ne convient pas : il en faut au moins un."
    case .epochs(let epochs):
      "\(epochs) époques, c’est impossible : choisis zéro ou davantage."
    }
  }
}
