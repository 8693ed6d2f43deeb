import Datasets
import LinearAlgebra
import NeuralNetwork

/// A network after its training, with the cost over all examples after each epoch.
public struct Training<Scalar: MatrixScalar>: Sendable {
  public let network: Network<Scalar>
  public let costs: [Double]

  public init(network: Network<Scalar>, costs: [Double]) {
    self.network = network
    self.costs = costs
  }
}

/// Who hears of the trainings under way; several may run at once.
public protocol TrainingProgress: Sendable {
  /// A training begins; the result names it in the calls that follow.
  func begin(_ title: String, epochs: Int) -> Int
  func update(_ training: Int, epoch: Int, cost: Double)
  func end(_ training: Int)
}

extension ChapterContext {
  /// MNIST, from where the reader keeps it; synthetic digits for a reader who does not have it.
  public nonisolated func loadMNIST() throws -> MNIST {
    if settings.usesSyntheticDigits { return .synthetic() }
    return try MNIST.load(from: try settings.data.find())
  }

  /// Trains a copy of the network, off the main thread: with `async let`, several side by side.
  ///
  /// - Parameter afterEpoch: called with the epoch's number (from 1) and the network as it then is.
  public nonisolated func train<Scalar: MatrixScalar>(
    _ network: Network<Scalar>, named title: String, on examples: Examples<Scalar>,
    by descent: GradientDescent, cost: Cost<Scalar> = .naiveBinaryCrossEntropy,
    afterEpoch: (_ epoch: Int, _ network: Network<Scalar>) throws -> Void = { _, _ in }
  ) async throws -> Training<Scalar> {
    let training = progress.begin(title, epochs: descent.epochs)
    defer { progress.end(training) }
    var network = network
    let costs = try descent.train(&network, on: examples, cost: cost) { epoch, cost, network in
      progress.update(training, epoch: epoch, cost: cost)
      try afterEpoch(epoch, network)
      try Task.checkCancellation()
    }
    return Training(network: network, costs: costs)
  }
}
