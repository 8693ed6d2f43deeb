import FrenchText
import LinearAlgebra
import NeuralNetwork
import Plotting

extension NetworkDiagram {
  /// The layers of a network with their sizes, their activations and the shapes of their weights and
  /// biases.
  ///
  /// - Parameter names: those of the inputs and of each layer, from the first on; where there are
  ///   too few, « entrée », « couche 1 »… and « sortie ».
  public init<Scalar: MatrixScalar>(
    _ title: String, of network: Network<Scalar>, names: [String]? = nil
  ) {
    let names = names ?? []
    let count = network.layers.count
    let name = { (rank: Int) in
      if names.indices.contains(rank) { return names[rank] }
      return rank == 0 ? "entrée" : rank == count ? "sortie" : "couche \(rank)"
    }
    let inputs = network.layers.first.map { Layer(name(0), units: $0.W.columns) }
    self.init(
      title,
      layers: [inputs].compactMap { $0 }
        + network.layers.enumerated().map { index, layer in
          let rank = subscripted(index + 1)
          let shape = "\(number(layer.W.rows)) × \(number(layer.W.columns))"
          return Layer(
            name(index + 1), units: layer.W.rows, activation: layer.a.name,
            parameters: "W\(rank)\u{A0}: \(shape), b\(rank)\u{A0}: \(number(layer.b.rows))")
        })
  }
}

/// A rank as it stands below a letter: "₁₂".
private func subscripted(_ rank: Int) -> String {
  let digits = Array("₀₁₂₃₄₅₆₇₈₉")
  return String(String(rank).compactMap(\.wholeNumberValue).map { digits[$0] })
}
