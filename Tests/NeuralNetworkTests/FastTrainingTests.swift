import LinearAlgebra
import Testing

@testable import NeuralNetwork

/// A training to be done in two ways.
struct TrainingCase: Sendable, CustomTestStringConvertible {
  let inputs, examples, batchSize: Int
  let layers: [(units: Int, activation: String)]

  init(_ inputs: Int, _ layers: [(Int, String)], examples: Int, batchSize: Int) {
    (self.inputs, self.examples, self.batchSize) = (inputs, examples, batchSize)
    self.layers = layers.map { (units: $0.0, activation: $0.1) }
  }

  /// At 0.25, steps along the slopes of single images of noise make the cost 52, and a rounding a
  /// million times what it was.
  func learningRate(_ kind: InputKind) -> Double {
    batchSize == 1 && kind == .pixels ? 0.025 : 0.25
  }

  var testDescription: String {
    "\(inputs) → \(layers.map { "\($0.activation):\($0.units)" }), \(examples) by \(batchSize)"
  }

  func network<Scalar: MatrixScalar>(_ scalar: Scalar.Type) throws -> Network<Scalar> {
    var random = try NumPyRandom(seed: 7)
    let layers = try layers.map { Dense($0.units, try Activation<Scalar>.named($0.activation)) }
    return try Network(inputs: inputs, layers: layers, weights: .xavier, using: &random)
  }

  func data<Scalar: PixelScalar>(
    _ kind: InputKind, _ scalar: Scalar.Type
  ) throws -> Examples<Scalar> {
    var random = try NumPyRandom(seed: 8)
    let bytes = (0..<examples).flatMap { example in
      (0..<inputs).map { input in
        let (ink, byte) = (random.uniform(), UInt8(random.uniform() * 255.99))
        return kind == .drawing ? drawn(byte, ink, input, example) : byte
      }
    }
    let means = (0..<inputs).map { _ in 100 + 50 * random.uniform() }
    let divisors = (0..<inputs).map { _ in 20 + 90 * random.uniform() }
    let outputs = layers[layers.count - 1].units
    var targets = Matrix<Scalar>(rows: outputs, columns: examples)
    for example in 0..<examples { targets[example * 7 % outputs, example] = 1 }
    let standardized = StandardizedBytes(bytes, means: means, divisors: divisors)
    guard kind == .matrix else { return Examples(inputs: standardized, targets: targets) }
    return Examples(inputs: standardized.matrix(columns: 0..<examples), targets: targets)
  }

  /// Background four times out of five, white in every third input; one input shows its background
  /// until the last example, another one always, and so do all inputs of one example.
  private func drawn(_ byte: UInt8, _ ink: Double, _ input: Int, _ example: Int) -> UInt8 {
    let isBackground =
      ink < 0.8 || input == 4 && example < examples - 1 || input == 5 || example == 3
    return isBackground ? (input % 3 == 0 ? 255 : 0) : byte
  }
}

/// What the inputs of a training are.
enum InputKind: String, CaseIterable, Sendable {
  /// Numbers.
  case matrix
  /// Bytes, standardized when they are read.
  case pixels
  /// Bytes, most of them background.
  case drawing
}

@Suite("Training on several threads")
struct FastTrainingTests {
  static let cases = [
    TrainingCase(1, [(1, "naive_sigmoid")], examples: 1, batchSize: 1),
    TrainingCase(3, [(4, "relu"), (2, "naive_sigmoid")], examples: 9, batchSize: 4),
    TrainingCase(50, [(33, "naive_tanh"), (3, "sigmoid")], examples: 70, batchSize: 64),
    TrainingCase(40, [(5, "relu"), (40, "tanh"), (2, "softmax")], examples: 100, batchSize: 33),
    TrainingCase(7, [(9, "leaky_relu"), (10, "naive_sigmoid")], examples: 60, batchSize: 100),
    TrainingCase(65, [(16, "swish"), (8, "elu"), (4, "sigmoid")], examples: 31, batchSize: 1),
    TrainingCase(20, [(6, "relu"), (4, "naive_sigmoid")], examples: 300, batchSize: 128),
  ]

  @Test(
    "In double precision, the documents' layers give the bits of the formulas as they are written",
    arguments: ["naive_tanh", "relu"])
  func bitsOfTheFormulas(hidden: String) throws {
    try check(documents(hidden), .matrix, within: Double(0))
  }

  // The background's part of a sum is added apart, so that it is rounded otherwise.
  @Test(
    "With pixels, they give the formulas' values but for a few units in the last place",
    arguments: ["naive_tanh", "relu"], [InputKind.pixels, .drawing])
  func nearlyTheBitsOfTheFormulas(hidden: String, kind: InputKind) throws {
    try check(documents(hidden), kind, within: 1e-13)
  }

  private func documents(_ hidden: String) -> TrainingCase {
    TrainingCase(
      70, [(50, hidden), (25, "relu"), (10, "naive_sigmoid")], examples: 224, batchSize: 64)
  }

  // LIBXSMM adds up narrow products, of 6 to 11 columns that fit into one vector, from two halves.
  @Test(
    "Any network gives what the formulas give, within rounding", arguments: cases,
    InputKind.allCases)
  func likeTheFormulas(example: TrainingCase, kind: InputKind) throws {
    try check(example, kind, within: 1e-12)
    try check(example, kind, within: Float(2e-4))
  }

  /// Trains twice for two epochs, and compares the weights and the cost.
  private func check<Scalar: PixelScalar>(
    _ example: TrainingCase, _ kind: InputKind, within tolerance: Scalar
  ) throws {
    let data = try example.data(kind, Scalar.self)
    let cost = Cost<Scalar>.binaryCrossEntropy
    var written = try example.network(Scalar.self)
    let rate = example.learningRate(kind)
    let descent = GradientDescent(learningRate: rate, batchSize: example.batchSize, epochs: 1)
    let training = FastTraining(
      written, on: data, cost: cost, batchSize: example.batchSize, learningRate: Scalar(rate),
      threads: 1)
    for _ in 0..<2 {
      descent.runEpochAsWritten(&written, on: data, cost: cost)
      training.runEpoch()
    }
    let trained = training.network
    for (fast, slow) in zip(trained.layers, written.layers) {
      #expect(fast.W.isNear(slow.W, within: tolerance))
      #expect(fast.b.isNear(slow.b, within: tolerance))
    }
    #expect(agree(training.cost, written.cost(cost, on: data), within: tolerance))
  }

  @Test(
    "Any number of threads gives the same bits, with either library",
    arguments: cases + [
      TrainingCase(70, [(40, "naive_tanh"), (10, "naive_sigmoid")], examples: 700, batchSize: 300)
    ], MatrixLibrary.allCases)
  func anyNumberOfThreads(example: TrainingCase, library: MatrixLibrary) throws {
    try checkThreads(example, .drawing, library)
  }

  // From 6,250 weights on, threads share each block of 64.
  @Test(
    "Threads that share each block give the same bits", arguments: InputKind.allCases,
    [64, 90, 200])
  func sharedBlocks(kind: InputKind, batchSize: Int) throws {
    let layers = [(80, "relu"), (10, "naive_sigmoid")]
    try checkThreads(
      TrainingCase(100, layers, examples: 200, batchSize: batchSize), kind, .xsmm)
  }

  private func checkThreads(
    _ example: TrainingCase, _ kind: InputKind, _ library: MatrixLibrary
  ) throws {
    let data = try example.data(kind, Double.self)
    let results = try [1, 2, 3, 5].map { threads in
      let training = FastTraining(
        try example.network(Double.self), on: data, cost: .binaryCrossEntropy,
        batchSize: example.batchSize, learningRate: 0.25, by: library, threads: threads)
      training.runEpoch()
      training.runEpoch()
      return (network: training.network, cost: training.cost)
    }
    for result in results.dropFirst() {
      #expect(result.cost == results[0].cost)
      for (mine, first) in zip(result.network.layers, results[0].network.layers) {
        #expect(mine.W == first.W)
        #expect(mine.b == first.b)
      }
    }
  }

  @Test(
    "Threads are started only where there is work to share",
    arguments: [
      (TrainingCase(2, [(2, "tanh"), (1, "sigmoid")], examples: 4, batchSize: 4), 1),
      (TrainingCase(70, [(40, "tanh"), (10, "sigmoid")], examples: 700, batchSize: 64), 3),
    ])
  func startingThreads(example: TrainingCase, threads: Int) throws {
    let training = FastTraining(
      try example.network(Double.self), on: try example.data(.matrix, Double.self),
      cost: .binaryCrossEntropy, batchSize: example.batchSize, learningRate: 0.25, threads: 3)
    #expect(training.threads == threads)
    training.runEpoch()
    _ = training.cost
    #expect(training.threads == threads)
  }

  // LIBXSMM adds up the four columns of a batch of 100's last strip from two halves.
  @Test("The cost has the same bits whatever the size of batches", arguments: InputKind.allCases)
  func costOfAnyBatches(kind: InputKind) throws {
    let costs = try [1, 16, 33, 64, 96, 100].map { batchSize in
      let example = TrainingCase(
        100, [(50, "relu"), (10, "naive_sigmoid")], examples: 300, batchSize: batchSize)
      return FastTraining(
        try example.network(Float.self), on: try example.data(kind, Float.self),
        cost: .binaryCrossEntropy, batchSize: batchSize, learningRate: 0.25, threads: 1
      ).cost
    }
    #expect(Set(costs).count == 1)
  }

  @Test("Blocks of a large batch add up to the batch, within rounding", arguments: [300, 700])
  func largeBatches(batchSize: Int) throws {
    let example = TrainingCase(
      30, [(12, "naive_tanh"), (10, "naive_sigmoid")], examples: 700, batchSize: batchSize)
    let data = try example.data(.drawing, Double.self)
    var written = try example.network(Double.self)
    let training = FastTraining(
      written, on: data, cost: .binaryCrossEntropy, batchSize: batchSize, learningRate: 0.25)
    let descent = GradientDescent(learningRate: 0.25, batchSize: batchSize, epochs: 1)
    for _ in 0..<3 {
      descent.runEpochAsWritten(&written, on: data, cost: .binaryCrossEntropy)
      training.runEpoch()
    }
    let cost = written.cost(.binaryCrossEntropy, on: data)
    #expect(abs(training.cost - cost) <= 1e-13 * cost)
  }
}

extension Matrix {
  fileprivate func isNear(_ other: Matrix, within tolerance: Scalar) -> Bool {
    let near = combined(with: other) { agree($0, $1, within: tolerance) ? 1 : 0 }
    return near.sum == Scalar(count)
  }
}
