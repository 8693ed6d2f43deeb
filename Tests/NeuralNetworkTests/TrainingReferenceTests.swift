import LinearAlgebra
import NeuralNetwork
import Testing

/// A training of the tiny problem, whose costs a NumPy transcription found, `References/networks.py`.
struct TrainingReference: Sendable, CustomTestStringConvertible {
  let layers: [(units: Int, activation: String)]
  let initializers: [String]
  let cost: String
  let rate: Double
  let batchSize, seed: Int
  let precision: String
  /// The cost after each epoch.
  let costs: [Double]
  /// The last layer's weights, row by row, and its biases.
  let lastLayer: [Double]

  static let epochs = 6

  var testDescription: String {
    layers.map(\.activation).joined(separator: " → ") + ", \(cost), \(precision)"
  }

  static func all() throws -> [TrainingReference] {
    try references("networks.csv", labels: 7).map { row in
      TrainingReference(
        layers: try row.labels[0].split(separator: "|").map { layer in
          let parts = layer.split(separator: " ")
          return (try #require(Int(parts[0])), String(parts[1]))
        },
        initializers: row.labels[1].split(separator: "|").map(String.init),
        cost: row.labels[2], rate: try #require(Double(row.labels[3])),
        batchSize: try #require(Int(row.labels[4])), seed: try #require(Int(row.labels[5])),
        precision: row.labels[6], costs: Array(row.numbers.prefix(epochs)),
        lastLayer: Array(row.numbers.dropFirst(epochs)))
    }
  }
}

@Suite("Trainings against NumPy")
struct TrainingReferenceTests {
  @Test("costs and weights are NumPy's", arguments: try TrainingReference.all())
  func reference(reference: TrainingReference) throws {
    switch reference.precision {
    case "float64": try expect(reference, as: Double.self, within: 1e-12)
    case "float32": try expect(reference, as: Float.self, within: 2e-6)
    default: Issue.record("\(reference.precision)")
    }
  }

  @Test("every activation, initializer and cost is trained")
  func complete() throws {
    let references = try TrainingReference.all()
    let activations = references.flatMap(\.layers).map { family($0.activation) }
    // The tiny problem's other references are those of the naive ones.
    let expected = Activation<Double>.all.map(\.name).filter { !$0.hasPrefix("naive_") }
    #expect(Set(activations) == Set(expected))
    #expect(
      Set(references.flatMap(\.initializers).map(family)) == Set(Initializer.all.map(\.name)))
    #expect(Set(references.map(\.cost)) == Set(Cost<Double>.all.map(\.name)))
  }

  private func expect<Scalar: MatrixScalar>(
    _ reference: TrainingReference, as: Scalar.Type, within tolerance: Double
  ) throws {
    let initializers = try reference.initializers.map(Initializer.named)
    let layers = try reference.layers.map {
      Dense<Scalar>($0.units, try .named($0.activation))
    }
    var random = try NumPyRandom(seed: reference.seed)
    var network =
      initializers.count == 1
      ? try Network(inputs: 4, layers: layers, weights: initializers[0], using: &random)
      : try Network(inputs: 4, layers: layers, weights: initializers, using: &random)
    let examples = Examples<Scalar>(
      inputs: converted(tinyExamples.inputs), targets: converted(tinyExamples.targets))

    let costs = try GradientDescent(
      learningRate: reference.rate, batchSize: reference.batchSize,
      epochs: TrainingReference.epochs
    ).train(&network, on: examples, cost: .named(reference.cost))
    #expect(costs.count == reference.costs.count)
    for (cost, expected) in zip(costs, reference.costs) {
      #expect(
        isReference(cost, expected, relative: tolerance, floor: 0), "\(cost), not \(expected)")
    }

    let last = try #require(network.layers.last)
    let weights = (0..<last.W.rows).flatMap { row in
      (0..<last.W.columns).map { Double(last.W[row, $0]) }
    }
    let biases = (0..<last.b.rows).map { Double(last.b[$0, 0]) }
    #expect(weights.count + biases.count == reference.lastLayer.count)
    for (number, expected) in zip(weights + biases, reference.lastLayer) {
      #expect(agree(number, expected, within: tolerance), "\(number), not \(expected)")
    }
  }

  private func converted<Scalar: MatrixScalar>(_ matrix: Matrix<Double>) -> Matrix<Scalar> {
    var result = Matrix<Scalar>(rows: matrix.rows, columns: matrix.columns)
    for row in 0..<matrix.rows {
      for column in 0..<matrix.columns { result[row, column] = Scalar(matrix[row, column]) }
    }
    return result
  }

  private func family(_ name: String) -> String { String(name.prefix { $0 != ":" }) }
}
