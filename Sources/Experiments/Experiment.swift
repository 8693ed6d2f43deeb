import Datasets
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
  /// - Parameter saving: where the trained network goes, if anywhere.
  /// - Throws: `FileError` where it cannot be written.
  public func run(
    on digits: MNIST, saving path: String?, progress: any TrainingProgress
  ) throws -> ExperimentResult {
    let normalization = Normalization(of: digits.training)
    let training = normalization.examples(digits.training, as: Scalar.self)
    var network = untrained
    let bar = progress.begin(
      digits.isSynthetic ? "chiffres synthétiques" : "MNIST", epochs: settings.descent.epochs)
    defer { progress.end(bar) }
    let clock = ContinuousClock()
    let start = clock.now
    let costs = try settings.descent.train(&network, on: training, cost: cost) { epoch, cost in
      progress.update(bar, epoch: epoch, cost: cost)
    }
    let duration = start.duration(to: clock.now)
    if let path { try NetworkFile.save(network, normalization: normalization, to: path) }
    let test = normalization.examples(digits.test, as: Scalar.self)
    return ExperimentResult(
      costs: costs,
      trainingAccuracy: 100 * network.accuracy(on: training),
      testAccuracy: 100 * network.accuracy(on: test),
      secondsPerEpoch: duration / .seconds(1) / Double(settings.descent.epochs),
      parameters: network.parameterCount, usesSyntheticDigits: digits.isSynthetic,
      settings: settings.options)
  }
}
