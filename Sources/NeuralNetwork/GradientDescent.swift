import LinearAlgebra

/// Mini-batch gradient descent in the order of the examples, without shuffling.
public struct GradientDescent: Sendable {
  /// The step size η, positive.
  public let learningRate: Double
  /// The number of examples per step; the last batch of an epoch may be smaller.
  public let batchSize: Int
  /// The number of passes over all examples.
  public let epochs: Int

  public init(learningRate: Double, batchSize: Int, epochs: Int) {
    self.learningRate = learningRate
    self.batchSize = batchSize
    self.epochs = epochs
  }

  /// Trains the network and returns the cost over all examples after each epoch.
  ///
  /// - Parameter afterEpoch: called with the epoch's number (from 1) and its cost; what it throws
  ///   ends the training.
  /// - Throws: `NeuralNetworkError` when settings, network and examples do not fit together.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func train<Scalar: MatrixScalar>(
    _ network: inout Network<Scalar>, on examples: Examples<Scalar>,
    cost: Cost<Scalar>,
    afterEpoch: (_ epoch: Int, _ cost: Double) throws -> Void = { _, _ in }
  ) throws -> [Double] {
    try run(&network, on: examples, cost: cost) { epoch, cost, _ in try afterEpoch(epoch, cost) }
  }

  /// The same training, with a look at the network after each epoch: it cannot be read from outside
  /// while it is trained.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func train<Scalar: MatrixScalar>(
    _ network: inout Network<Scalar>, on examples: Examples<Scalar>,
    cost: Cost<Scalar>,
    afterEpoch: (_ epoch: Int, _ cost: Double, _ network: Network<Scalar>) throws -> Void
  ) throws -> [Double] {
    try run(&network, on: examples, cost: cost) { epoch, cost, training in
      try afterEpoch(epoch, cost, training.network)
    }
  }

  /// Copies the network out of the training at its end only: for a tiny one, that takes longer than
  /// an epoch.
  private func run<Scalar: MatrixScalar>(
    _ network: inout Network<Scalar>, on examples: Examples<Scalar>, cost: Cost<Scalar>,
    afterEpoch: (_ epoch: Int, _ cost: Double, _ training: FastTraining<Scalar>) throws -> Void
  ) throws -> [Double] {
    try check(network, examples)
    let training = FastTraining(
      network, on: examples, cost: cost, batchSize: batchSize, learningRate: Scalar(learningRate))
    defer { network = training.network }
    var costs: [Double] = []
    for epoch in 0..<epochs {
      training.runEpoch()
      costs.append(Double(training.cost))
      try afterEpoch(epoch + 1, costs[epoch], training)
    }
    return costs
  }

  /// One epoch as the formulas are written: what `train` does faster, up to rounding.
  ///
  /// The examples' features and targets must fit the network, which `train` checks.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func runEpochAsWritten<Scalar: MatrixScalar>(
    _ network: inout Network<Scalar>, on examples: Examples<Scalar>, cost: Cost<Scalar>
  ) {
    let η = Scalar(learningRate)
    // snippet.epoch
    for batch in examples.batches(of: batchSize) {
      let passes = network.forward(batch.inputs)
      let dA = cost.gradient(passes[passes.count - 1].A, batch.targets)
      let gradients = network.backward(passes, dA: dA)
      for (index, gradient) in gradients.enumerated() {
        network.layers[index].descend(gradient, learningRate: η)
      }
    }
    // snippet.end
  }

  private func check<Scalar: MatrixScalar>(
    _ network: Network<Scalar>, _ examples: Examples<Scalar>
  ) throws {
    guard let first = network.layers.first, let last = network.layers.last else {
      throw NeuralNetworkError.noLayers
    }
    if first.W.columns != examples.features {
      throw NeuralNetworkError.inputs(expected: first.W.columns, found: examples.features)
    }
    if last.W.rows != examples.targets.rows {
      throw NeuralNetworkError.outputs(expected: examples.targets.rows, found: last.W.rows)
    }
    if examples.count == 0 { throw NeuralNetworkError.noExamples }
    if !(learningRate > 0 && learningRate.isFinite) {
      throw NeuralNetworkError.learningRate(learningRate)
    }
    if batchSize < 1 { throw NeuralNetworkError.batchSize(batchSize) }
    if epochs < 0 { throw NeuralNetworkError.epochs(epochs) }
  }
}
