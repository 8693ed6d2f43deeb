import LinearAlgebra
import NeuralNetwork
import Testing

@Suite("Settings of a training that do not hold together")
struct GradientDescentErrorTests {
  @Test(
    "a learning rate that is not a positive number is refused",
    arguments: [0, -0.1, .nan, .infinity, -.infinity])
  func learningRate(rate: Double) throws {
    let error = try #require(
      try refusal(GradientDescent(learningRate: rate, batchSize: 3, epochs: 1)))
    guard case .learningRate(let named) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(named.bitPattern == rate.bitPattern)
  }

  @Test("a batch without examples is refused", arguments: [0, -1, Int.min])
  func batchSize(size: Int) throws {
    let error = try refusal(GradientDescent(learningRate: 0.1, batchSize: size, epochs: 1))
    #expect(error == .batchSize(size))
  }

  @Test("a negative number of epochs is refused", arguments: [-1, Int.min])
  func epochs(epochs: Int) throws {
    let error = try refusal(GradientDescent(learningRate: 0.1, batchSize: 3, epochs: epochs))
    #expect(error == .epochs(epochs))
  }

  @Test(
    "examples of another shape than the network's are refused",
    arguments: [
      (3, 3, 7, .inputs(expected: 4, found: 3)), (5, 3, 7, .inputs(expected: 4, found: 5)),
      (0, 3, 7, .inputs(expected: 4, found: 0)), (4, 2, 7, .outputs(expected: 2, found: 3)),
      (4, 10, 7, .outputs(expected: 10, found: 3)), (4, 3, 0, .noExamples),
    ] as [(Int, Int, Int, NeuralNetworkError)])
  func shapes(inputs: Int, outputs: Int, count: Int, error: NeuralNetworkError) throws {
    let examples = Examples<Double>(
      inputs: Matrix(rows: inputs, columns: count), targets: Matrix(rows: outputs, columns: count))
    let descent = GradientDescent(learningRate: 0.1, batchSize: 3, epochs: 1)
    #expect(try refusal(descent, on: examples) == error)
  }

  @Test("a network whose layers were taken away is refused")
  func noLayers() throws {
    var network = try tinyNetwork(hidden: .tanh)
    network.layers = []
    #expect(throws: NeuralNetworkError.noLayers) {
      try GradientDescent(learningRate: 0.1, batchSize: 3, epochs: 1)
        .train(&network, on: tinyExamples, cost: .binaryCrossEntropy)
    }
  }

  /// The error of a training, which must leave the network as it was.
  private func refusal(
    _ descent: GradientDescent, on examples: Examples<Double> = tinyExamples
  ) throws -> NeuralNetworkError? {
    var network = try tinyNetwork(hidden: .tanh)
    let before = network.layers[0].W
    let error = #expect(throws: NeuralNetworkError.self) {
      try descent.train(&network, on: examples, cost: .binaryCrossEntropy)
    }
    #expect(network.layers[0].W == before)
    return error
  }
}
