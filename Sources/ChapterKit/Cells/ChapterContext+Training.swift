import Datasets
import Experiments
import LinearAlgebra
import NeuralNetwork

extension ChapterContext {
  /// MNIST, from where the reader keeps it; synthetic digits for a reader who does not have it.
  public nonisolated func loadMNIST() throws -> MNIST {
    try settings.loadDigits()
  }

  /// Trains a copy of the network, off the main thread: with `launch` or `concurrently`, several side
  /// by side. A training that was done before is not done again: its result comes from the store.
  public nonisolated func train<Scalar: MatrixScalar>(
    _ network: Network<Scalar>, named title: String, on examples: Examples<Scalar>,
    by descent: GradientDescent, cost: Cost<Scalar>
  ) async throws -> TrainedNetwork<Scalar> {
    try await throwShowingError()
    return try settings.trainer.train(
      network, named: title, on: examples, by: descent, cost: cost, progress: progress)
  }

  /// The same training, with a look at the network after each epoch.
  ///
  /// - Parameter afterEpoch: called with the epoch's number (from 1) and the network as it then is.
  public nonisolated func train<Scalar: MatrixScalar>(
    _ network: Network<Scalar>, named title: String, on examples: Examples<Scalar>,
    by descent: GradientDescent, cost: Cost<Scalar>,
    afterEpoch: (_ epoch: Int, _ network: Network<Scalar>) throws -> Void
  ) async throws -> TrainedNetwork<Scalar> {
    try await throwShowingError()
    return try withoutActuallyEscaping(afterEpoch) { afterEpoch in
      try settings.trainer.train(
        network, named: title, on: examples, by: descent, cost: cost, progress: progress,
        afterEpoch: afterEpoch)
    }
  }
}
