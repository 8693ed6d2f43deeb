import LinearAlgebra
import NeuralNetwork
import Testing

@Suite("Networks")
struct NetworkTests {
  private let X = Matrix<Double>([
    [0.5, -1.2, 0.3, 0.8], [1.1, 0.4, -0.7, 0.2], [-0.3, 0.9, 1.4, -0.6],
    [0.2, -0.5, 0.1, 1.3], [-0.9, 0.7, -0.2, 0.6],
  ])
  private let Y = Matrix<Double>([[1, 0, 0, 1], [0, 1, 0, 0]])

  /// A cost behind an output that it is defined for.
  struct End: Sendable, CustomTestStringConvertible {
    let cost: Cost<Double>
    let output: Activation<Double>

    var testDescription: String { "\(output.name), \(cost.name)" }

    static let all =
      [Cost.naiveBinaryCrossEntropy, .binaryCrossEntropy, .categoricalCrossEntropy].flatMap {
        [End(cost: $0, output: .sigmoid), End(cost: $0, output: .softmax)]
      } + [
        End(cost: .meanSquaredError, output: .sigmoid),
        End(cost: .meanSquaredError, output: .linear),
      ]
  }

  @Test(
    "every weight's and bias's derivative is the slope of the cost",
    arguments: Activation<Double>.all, End.all)
  func gradient(hidden: Activation<Double>, end: End) throws {
    try expectGradient(hidden: hidden, output: end.output, cost: end.cost)
  }

  @Test("any activation can be the output of a regression", arguments: Activation<Double>.all)
  func regression(output: Activation<Double>) throws {
    try expectGradient(hidden: .tanh, output: output, cost: .meanSquaredError)
  }

  private func expectGradient(
    hidden: Activation<Double>, output: Activation<Double>, cost: Cost<Double>
  ) throws {
    var random = try NumPyRandom(seed: 8)
    // Small enough weights for exponentials of exponentials.
    var network = try Network(
      inputs: 5, layers: [Dense(4, hidden), Dense(3, hidden), Dense(2, output)],
      weights: .gaussian.scaled(by: 0.4, named: "small"), using: &random)
    for index in network.layers.indices {
      network.layers[index].b = network.layers[index].b.map { _ in 0.5 * random.gaussian() }
    }
    let passes = network.forward(X)
    let gradients = network.backward(passes, dA: cost.gradient(passes[2].A, Y))
    #expect(gradients.count == 3)

    for (index, gradient) in gradients.enumerated() {
      let dW = numericalGradient(at: network.layers[index].W) { W in
        var changed = network
        changed.layers[index].W = W
        return cost(changed.predict(X), Y)
      }
      let db = numericalGradient(at: network.layers[index].b) { b in
        var changed = network
        changed.layers[index].b = b
        return cost(changed.predict(X), Y)
      }
      #expect(distance(gradient.dW, dW) < 1e-8, "weights of layer \(index + 1)")
      #expect(distance(gradient.db, db) < 1e-8, "biases of layer \(index + 1)")
      #expect(distance(gradient.dW, gradient.dW.map { _ in 0 }) > 1e-6, "some slope to compare")
    }
  }

  @Test("the forward pass keeps each layer's input, Z and A")
  func forward() throws {
    let network = try tinyNetwork(hidden: .tanh)
    let passes = network.forward(tinyExamples.inputs)
    #expect(passes.map(\.A.rows) == [5, 4, 3])
    #expect(passes[0].input == tinyExamples.inputs)
    for (index, layer) in network.layers.enumerated() {
      if index > 0 { #expect(passes[index].input == passes[index - 1].A) }
      #expect(passes[index].Z == layer.W * passes[index].input + layer.b)
      #expect(passes[index].A == layer.a(passes[index].Z))
    }
    #expect(network.predict(tinyExamples.inputs) == passes[2].A)
  }

  @Test("weights are drawn layer after layer, biases are 0, and all of them are counted")
  func initialState() throws {
    var random = try NumPyRandom(seed: 0)
    let network = try tinyNetwork(hidden: .relu)
    for (layer, (outputs, inputs)) in zip(network.layers, [(5, 4), (4, 5), (3, 4)]) {
      let W: Matrix<Double> = Initializer.gaussian.weights(
        inputs: inputs, outputs: outputs, using: &random)
      #expect(layer.W == W)
      #expect(layer.b == Matrix(rows: outputs, columns: 1))
    }
    #expect(network.parameterCount == 20 + 5 + 20 + 4 + 12 + 3)
  }

  @Test("each layer can have an initializer of its own; they draw from one stream, as NumPy's do")
  func initializers() throws {
    var random = try NumPyRandom(seed: 0)
    let network = try Network<Double>(
      inputs: 2, layers: [Dense(3, .relu), Dense(2, .relu), Dense(1, .sigmoid)],
      weights: [.he, .xavier, .uniform], using: &random)
    #expect(
      network.layers.map(\.W) == [
        Matrix([
          [1.764052345967664, 0.4001572083672233], [0.9787379841057392, 2.240893199201458],
          [1.8675579901499675, -0.977277879876411],
        ]),
        Matrix([
          [0.5485338036123446, -0.08738612495446614, -0.05959343186845471],
          [0.23705915562297636, 0.08316359458476792, 0.8396252007204148],
        ]),
        Matrix([[0.5680445610939323, 0.925596638292661]]),
      ])
  }

  @Test("initializers that are not one per layer are refused", arguments: [0, 1, 3])
  func initializerCount(count: Int) throws {
    var random = try NumPyRandom(seed: 0)
    #expect(throws: NeuralNetworkError.initializers(found: count, layers: 2)) {
      try Network<Double>(
        inputs: 4, layers: [Dense(3, .relu), Dense(2, .sigmoid)],
        weights: Array(repeating: .he, count: count), using: &random)
    }
  }

  @Test("a network of known layers predicts as the one they come from")
  func knownLayers() throws {
    let network = try tinyNetwork(hidden: .gelu, output: .softmax)
    let again = try Network(layers: network.layers)
    #expect(again.predict(tinyExamples.inputs) == network.predict(tinyExamples.inputs))
    #expect(again.parameterCount == network.parameterCount)
  }

  @Test("layers that do not fit together are refused")
  func unfitLayers() throws {
    let layers = try tinyNetwork(hidden: .tanh).layers
    #expect(throws: NeuralNetworkError.noLayers) { try Network<Double>(layers: []) }
    #expect(throws: NeuralNetworkError.layers(expected: 4, found: 5, layer: 2)) {
      try Network(layers: [layers[0], layers[2]])
    }
    #expect(throws: NeuralNetworkError.layers(expected: 4, found: 3, layer: 2)) {
      try Network(layers: [layers[2], layers[0]])
    }
  }

  @Test("a network without layers is refused")
  func noLayers() throws {
    #expect(throws: NeuralNetworkError.noLayers) { try network([]) }
  }

  @Test("a layer without neurons is refused by its number", arguments: [0, -1, Int.min])
  func noUnits(units: Int) throws {
    #expect(throws: NeuralNetworkError.units(units, layer: 2)) { try network([3, units, 2]) }
  }

  @Test("a network without inputs is refused", arguments: [0, -1, Int.min])
  func noInputs(inputs: Int) throws {
    #expect(throws: NeuralNetworkError.networkInputs(inputs)) { try network([3], inputs: inputs) }
  }

  @Test("a layer too large for memory is refused", arguments: [Int.max, 1 << 40, (1 << 25) + 1])
  func tooManyUnits(units: Int) throws {
    #expect(throws: NeuralNetworkError.tooManyWeights(units: units, inputs: 4, layer: 1)) {
      try network([units])
    }
  }

  private func network(_ units: [Int], inputs: Int = 4) throws -> Network<Double> {
    var random = try NumPyRandom(seed: 0)
    return try Network(
      inputs: inputs, layers: units.map { Dense($0, .relu) }, weights: .gaussian, using: &random)
  }
}
