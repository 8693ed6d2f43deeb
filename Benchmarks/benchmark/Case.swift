import Foundation
import LinearAlgebra
import NeuralNetwork

/// One network and the way it is trained: the same work for every contender, from `cases.json`.
struct Case: Codable, Sendable {
  let name: String
  /// For the table.
  let title: String
  /// From the first hidden layer to the last, `activation:units`.
  let layers: [String]
  let batchSize: Int
  let learningRate: Double
  /// Epochs timed in each round, after one that is not.
  let epochs: Int
  let rounds: Int
  let precisions: [String]
  /// Whether the documents train this network; not where it is not said.
  var isOfDocuments: Bool?
  /// Whether a pattern covers the images, so that no pixel is the same in all images of a batch; not
  /// where it is not said.
  var isCovered: Bool?
  /// How far PyTorch's costs may be from the others' in float64, relatively: it bounds the logarithms
  /// of the cost and the denominator of its slope, and wide networks have outputs that meet these.
  /// As near as everybody's where it is not said.
  var pytorchTolerance: Double?

  static func all() throws -> [Case] {
    try JSONDecoder().decode([Case].self, from: Data(contentsOf: Place.cases))
  }

  static func named(_ name: String) throws -> Case {
    let cases = try all()
    guard let found = cases.first(where: { $0.name == name }) else {
      let names = cases.map(\.name).joined(separator: ", ")
      throw Failure("Le cas « \(name) » n’existe pas (cas : \(names)).")
    }
    return found
  }

  /// The layers with the documents' own formulas, which NumPy's contender computes too.
  func dense<Scalar: MatrixScalar>(_: Scalar.Type) throws -> [Dense<Scalar>] {
    try shape.map { activation, units in
      let written = ["sigmoid": "naive_sigmoid", "tanh": "naive_tanh"][activation] ?? activation
      return Dense(units, try .named(written))
    }
  }

  /// The floating-point operations of one epoch over m images of 784 pixels: per weight and image,
  /// one product and one sum forward, for the weights' gradient and for the cost, and, except in the
  /// first layer, for the inputs' gradient.
  func operations(images: Int) throws -> Double {
    var (inputs, total) = (784, 0)
    for (index, layer) in try shape.enumerated() {
      total += inputs * layer.units * (index == 0 ? 6 : 8)
      inputs = layer.units
    }
    return Double(total) * Double(images)
  }

  private var shape: [(activation: String, units: Int)] {
    get throws {
      try layers.map { layer in
        let words = layer.split(separator: ":")
        guard words.count == 2, let units = Int(words[1]), units > 0 else {
          throw Failure("cases.json, « \(name) » : « \(layer) » n’est pas activation:neurones.")
        }
        return (String(words[0]), units)
      }
    }
  }
}
