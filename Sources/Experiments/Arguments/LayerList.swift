import LinearAlgebra
import NeuralNetwork

/// The layers of `--layers relu:50,leaky_relu:alpha=0.2:25,sigmoid:10`.
///
/// A layer is `name:units` or `name:parameters:units`, the parameters `name=value` separated by
/// commas. Layers are separated by commas too; since no layer's name holds an equals sign, a part
/// that has one before its first colon goes on with the parameters of the layer before.
public struct LayerList: Sendable, Equatable {
  /// One layer, its activation by the library's name with parameters.
  public struct Layer: Sendable, Equatable {
    public let activation: String
    public let units: Int
  }

  public let layers: [Layer]
  /// How the activations were typed.
  let spellings: [Spelling]
  /// The argument that errors name.
  let argument: String

  /// Reads the layers of a network of `outputs` outputs.
  ///
  /// - Throws: `ArgumentError`, another one for each mistake.
  public init(_ text: String, argument: String, outputs: Int) throws {
    self.argument = argument
    let layers = try Self.parts(of: text).enumerated().map { index, part in
      try Self.layer(part, number: index + 1, argument)
    }
    self.layers = layers.map { Layer(activation: $0.activation.canonical, units: $0.units) }
    spellings = layers.map(\.activation)
    let last = layers.last?.units ?? 0
    if last != outputs {
      throw ArgumentError(
        argument,
        "la dernière couche a \(last) neurones, il en faut \(outputs), un par chiffre ; "
          + "termine par sigmoid:\(outputs) ou softmax:\(outputs).")
    }
  }

  /// The layers as a network takes them.
  public func dense<Scalar: MatrixScalar>(_ scalar: Scalar.Type) throws -> [Dense<Scalar>] {
    try layers.map { layer in
      Dense(layer.units, try naming(argument) { try .named(layer.activation) })
    }
  }

  /// The parts that commas separate, but for those between parameters.
  static func parts(of text: String) -> [String] {
    var parts: [String] = []
    for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
      if !parts.isEmpty, piece.prefix(while: { $0 != ":" }).contains("=") {
        parts[parts.count - 1] += "," + piece
      } else {
        parts.append(String(piece))
      }
    }
    return parts
  }

  private static func layer(
    _ text: String, number: Int, _ argument: String
  ) throws -> (activation: Spelling, units: Int) {
    let words = text.split(separator: ":", omittingEmptySubsequences: false)
    let form = "écris nom:neurones, relu:50 par exemple, ou nom:paramètre=valeur:neurones."
    func problem(_ problem: String) -> ArgumentError {
      ArgumentError(argument, "couche \(number), « \(text) » : \(problem)")
    }
    guard !text.isEmpty else {
      throw ArgumentError(argument, "la couche \(number) est vide ; \(form)")
    }
    guard 2...3 ~= words.count, let last = words.last, !last.contains("="), !words[1].isEmpty
    else { throw problem("il manque le nombre de neurones ou il n’est pas à la fin ; \(form)") }
    guard let units = Int(last) else {
      throw problem("« \(last) » n’est pas un nombre de neurones ; \(form)")
    }
    guard units > 0 else { throw problem("il faut au moins un neurone ; \(form)") }
    let activation = words.dropLast().joined(separator: ":")
    let spelling = try naming(argument) { try Activation<Double>.spelling(of: activation) }
    _ = try naming(argument) { try Activation<Double>.named(activation) }
    return (spelling, units)
  }
}
