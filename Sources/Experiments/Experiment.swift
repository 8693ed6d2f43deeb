import LinearAlgebra
import ModelFiles
import NeuralNetwork

/// A training of any network on MNIST, with the pixels, batches and random numbers of the course.
public struct Experiment<Scalar: PixelScalar>: Sendable {
  private let settings: ExperimentSettings
  private let untrained: Network<Scalar>
  private let cost: Cost<Scalar>

  /// - Throws: `ArgumentError` where the settings do not make a network.
  public init(_ settings: ExperimentSettings) throws {
    self.settings = settings
    untrained = try settings.network(Scalar.self)
    cost = try settings.cost(Scalar.self)
  }

  /// Trains through all the epochs asked for: a cost that is no longer a number is a result, and one
  /// that was infinite may come back.
  ///
  /// - Parameters:
  ///   - title: what those who hear of its epochs call it; `nil` for the digits' name.
  ///   - trainer: does the training, or knows its result.
  ///   - saving: where the trained network goes, if anywhere.
  /// - Throws: `FileError` where it cannot be written.
  public func run(
    on examples: ExperimentExamples<Scalar>, named title: String? = nil,
    by trainer: Trainer = Trainer(), saving path: String? = nil,
    progress: any TrainingProgress = NobodyListens()
  ) throws -> (result: ExperimentResult, secondsPerEpoch: Double) {
    let clock = ContinuousClock()
    let start = clock.now
    let trained = try trainer.train(
      untrained, named: title ?? (examples.isSynthetic ? "chiffres synthétiques" : "MNIST"),
      on: examples.training, by: settings.descent, cost: cost, progress: progress)
    let duration = start.duration(to: clock.now)
    let network = trained.network
    if let path {
      try NetworkFile.save(network, normalization: examples.normalization, to: path)
    }
    let result = ExperimentResult(
      settings: settings.options, trainingImages: examples.training.count,
      devImages: examples.dev?.count ?? 0, costs: trained.costs,
      trainingAccuracy: 100 * network.accuracy(on: examples.training),
      devAccuracy: examples.dev.map { 100 * network.accuracy(on: $0) },
      testAccuracy: 100 * network.accuracy(on: examples.test),
      parameters: network.parameterCount, usesSyntheticDigits: examples.isSynthetic)
    return (result, duration / .seconds(1) / Double(settings.descent.epochs))
  }
}
