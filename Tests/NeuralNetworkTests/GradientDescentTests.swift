import LinearAlgebra
import NeuralNetwork
import Testing

@Suite("Gradient descent")
struct GradientDescentTests {
  private let descent = GradientDescent(learningRate: 0.3, batchSize: 3, epochs: 6)

  @Test("one step on two examples is the one computed by hand")
  func oneStep() throws {
    var random = try NumPyRandom(seed: 0)
    var network = try Network<Double>(
      inputs: 1, layers: [Dense(1, .sigmoid)], weights: Initializer("zero") { _, _, _ in 0 },
      using: &random)
    // Both outputs are ½, so dZ = (A − Y)/2 = (−¼, ¼); dW = −¼·2 + ¼·6 = 1, db = 0.
    let examples = Examples<Double>(inputs: Matrix([[2, 6]]), targets: Matrix([[1, 0]]))
    let costs = try GradientDescent(learningRate: 0.1, batchSize: 2, epochs: 1)
      .train(&network, on: examples, cost: .binaryCrossEntropy)
    #expect(network.layers[0].W == Matrix([[-0.1]]))
    #expect(network.layers[0].b == Matrix([[0]]))
    // (log(1 + e^0.2) + log(1 + e^−0.6))/2
    #expect(agree(costs[0], 0.6178134099337387, within: 1e-15))
  }

  /// Costs of a NumPy transcription of the documents' program on the tiny problem.
  static let references: [(Activation<Double>, [Double], accuracy: Double)] = [
    (
      .naiveSigmoid,
      [
        1.5388724155702007, 1.4868307931331104, 1.4562791413444296, 1.4324567784647275,
        1.411003193312207, 1.3903883619295865,
      ], 3.0 / 7
    ),
    (
      .naiveTanh,
      [
        1.7537967879115377, 1.4345220083568897, 1.2943221143486172, 1.1681307867454152,
        1.0009774981141744, 0.8287052574129933,
      ], 6.0 / 7
    ),
    (
      .relu,
      [
        1.7717855031717575, 1.634169847371464, 1.5329261776745842, 1.4566283429200744,
        1.398387997904036, 2.2180434026772105,
      ], 3.0 / 7
    ),
  ]

  @Test("costs and accuracy are NumPy's to 1e−12", arguments: references)
  func againstNumPy(hidden: Activation<Double>, expected: [Double], accuracy: Double) throws {
    var network = try tinyNetwork(hidden: hidden)
    let costs = try descent.train(
      &network, on: tinyExamples, cost: .naiveBinaryCrossEntropy)
    #expect(costs.count == expected.count)
    for (cost, expected) in zip(costs, expected) {
      #expect(abs(cost - expected) <= 1e-12 * expected)
    }
    #expect(network.accuracy(on: tinyExamples) == accuracy)
  }

  @Test("an epoch takes the batches in file order, the shorter one last")
  func batches() throws {
    var network = try tinyNetwork(hidden: .tanh)
    var byHand = network
    _ = try GradientDescent(learningRate: 0.3, batchSize: 3, epochs: 1)
      .train(&network, on: tinyExamples, cost: .binaryCrossEntropy)
    for range in [0..<3, 3..<6, 6..<7] {
      _ = try GradientDescent(learningRate: 0.3, batchSize: 7, epochs: 1)
        .train(&byHand, on: tinyExamples[range], cost: .binaryCrossEntropy)
    }
    expectSame(network, byHand)
  }

  @Test("two runs give the same bits", arguments: Activation<Double>.all)
  func reproducible(hidden: Activation<Double>) throws {
    let runs = try (0..<2).map { _ in
      var network = try tinyNetwork(hidden: hidden)
      return try descent.train(&network, on: tinyExamples, cost: .binaryCrossEntropy)
    }
    #expect(runs[0].map(\.bitPattern) == runs[1].map(\.bitPattern))
  }

  @Test("examples reversed within their batches give the same costs up to rounding")
  func reversed() throws {
    var (network, other) = (try tinyNetwork(hidden: .tanh), try tinyNetwork(hidden: .tanh))
    let costs = try descent.train(&network, on: tinyExamples, cost: .binaryCrossEntropy)
    let reversed = try descent.train(
      &other, on: tinyExamples.reversedWithinBatches(of: 3), cost: .binaryCrossEntropy)
    for (a, b) in zip(costs, reversed) { #expect(agree(a, b, within: 1e-12)) }
    #expect(costs != reversed, "the sums are added up in another order")
  }

  @Test("zero epochs change nothing")
  func zeroEpochs() throws {
    var network = try tinyNetwork(hidden: .tanh)
    let costs = try GradientDescent(learningRate: 0.1, batchSize: .max, epochs: 0)
      .train(&network, on: tinyExamples, cost: .binaryCrossEntropy)
    #expect(costs.isEmpty)
    expectSame(network, try tinyNetwork(hidden: .tanh))
  }

  @Test("each epoch is told with its number and cost; an error thrown there ends the training")
  func stopped() throws {
    struct Stop: Error {}
    var (network, twoEpochs) = (try tinyNetwork(hidden: .tanh), try tinyNetwork(hidden: .tanh))
    var told: [Double] = []
    #expect(throws: Stop.self) {
      try descent.train(&network, on: tinyExamples, cost: .binaryCrossEntropy) { epoch, cost in
        told.append(cost)
        #expect(epoch == told.count)
        if epoch == 2 { throw Stop() }
      }
    }
    let costs = try GradientDescent(learningRate: 0.3, batchSize: 3, epochs: 2)
      .train(&twoEpochs, on: tinyExamples, cost: .binaryCrossEntropy)
    #expect(told == costs)
    expectSame(network, twoEpochs)
  }

  @Test("a run that diverges is a result, not an error", arguments: [1e30, 1e300])
  func diverged(learningRate: Double) throws {
    var network = try tinyNetwork(hidden: .naiveTanh)
    let costs = try GradientDescent(learningRate: learningRate, batchSize: 3, epochs: 2)
      .train(&network, on: tinyExamples, cost: .naiveBinaryCrossEntropy)
    #expect(costs.count == 2)
    #expect(costs[1].isNaN)
  }

  private func expectSame(_ a: Network<Double>, _ b: Network<Double>) {
    for (a, b) in zip(a.layers, b.layers) {
      #expect(a.W == b.W)
      #expect(a.b == b.b)
    }
  }
}
