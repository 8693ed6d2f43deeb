import FrenchText

/// A drawing of a network: its layers as columns of neurons, each joined to all of the next one.
///
/// Like a `Plot`, a diagram never fails to build.
public struct NetworkDiagram: Sendable, Equatable {
  /// One column of a diagram.
  public struct Layer: Sendable, Equatable {
    let name: String
    let units: Int
    let activation: String?
    let parameters: String?

    /// A layer, with its name above; its size, its activation and its `parameters`, such as
    /// « W₁ : 50 × 784, b₁ : 50 », one below the other under it.
    public init(_ name: String, units: Int, activation: String? = nil, parameters: String? = nil) {
      self.name = name
      self.units = units
      self.activation = activation
      self.parameters = parameters
    }
  }

  static let maximumLayers = 12
  /// As many neurons as a column shows; of a larger layer, the first and the last ones.
  static let mostNeurons = 8

  let title: String
  let layers: [Layer]

  /// The layers from the inputs to the outputs.
  public init(_ title: String, layers: [Layer]) {
    self.title = title
    self.layers = layers
  }

  /// Throws a `PlottingError` for too many layers, or a layer without neurons.
  func check() throws(PlottingError) {
    guard layers.count <= Self.maximumLayers else {
      throw .tooMany(.layers, plot: title, count: layers.count, limit: Self.maximumLayers)
    }
    for (index, layer) in layers.enumerated() where layer.units < 1 {
      throw .layerUnits(plot: title, layer: index + 1, count: layer.units)
    }
  }

  /// One row per layer.
  ///
  /// Throws `PlottingError` if the layers do not hold together.
  public func table() throws -> String {
    try check()
    let head: [CSV.Cell] = ["couche", "taille", "activation", "paramètres"].map { .text($0) }
    let rows: [[CSV.Cell]] = layers.map { layer in
      [
        .text(layer.name), .number(Double(layer.units)),
        layer.activation.map { .text($0) } ?? .empty,
        layer.parameters.map { .text($0) } ?? .empty,
      ]
    }
    return CSV.text([head] + rows)
  }
}

extension NetworkDiagram {
  /// What stands under the layer of this index, line by line: what comes in is no neuron.
  func lines(under index: Int) -> [String] {
    let layer = layers[index]
    let noun = index == 0 ? "valeur" : "neurone"
    let size = "\(number(layer.units))\u{A0}\(noun)\(layer.units > 1 ? "s" : "")"
    let parameters = layer.parameters?.split(separator: ",").map { part in
      String(part.drop(while: \.isWhitespace))
    }
    return [size] + [layer.activation].compactMap { $0 } + (parameters ?? [])
  }
}

extension NetworkDiagram.Layer {
  /// Which places of its column have a neuron, counted from the middle, the first on top.
  var places: [Double] {
    if units <= NetworkDiagram.mostNeurons {
      return (0..<max(0, units)).map { Double(units - 1) / 2 - Double($0) }
    }
    let half = NetworkDiagram.mostNeurons / 2
    return (0..<half).map { Double(half - $0) } + (0..<half).map { -Double($0 + 1) }
  }

  /// Whether some of its neurons are only hinted at, in the middle.
  var isShortened: Bool { units > NetworkDiagram.mostNeurons }
}
