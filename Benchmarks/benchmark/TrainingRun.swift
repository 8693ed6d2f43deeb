import Datasets
import Foundation
import LinearAlgebra
import NeuralNetwork

/// What one contender measured in its own process; the peers print the same in JSON.
struct TrainingRun: Codable, Sendable {
  /// Seconds to read and to normalize the images.
  var loading: Double
  /// Seconds of each timed epoch: all steps, then the cost over all images.
  var seconds: [Double]
  /// The cost after each epoch, the first one not timed.
  var costs: [Double]

  /// This project's part, in this process.
  ///
  /// - Parameter images: only the first so many, for the table of times against images.
  init<Scalar: PixelScalar>(
    _ work: Case, as scalar: Scalar.Type, epochs: Int, images: Int = .max
  ) throws {
    let location = DataLocation(
      option: nil, environment: ProcessInfo.processInfo.environment)
    let clock = ContinuousClock()
    var start = clock.now
    func lap() -> Double {
      defer { start = clock.now }
      return start.duration(to: clock.now) / .seconds(1)
    }
    let digits = try MNIST.load(from: location.find())
    let training = work.isCovered == true ? digits.training.covered : digits.training
    let all = Normalization(of: training).examples(training, as: Scalar.self)
    loading = lap()

    let examples = all[0..<min(images, all.count)]
    var random = try NumPyRandom(seed: 0)
    var network = try Network(
      inputs: 784, layers: work.dense(Scalar.self), weights: .xavier, using: &random)
    var laps: [Double] = []
    start = clock.now
    costs = try GradientDescent(
      learningRate: work.learningRate, batchSize: work.batchSize, epochs: epochs + 1
    ).train(&network, on: examples, cost: .naiveBinaryCrossEntropy) { (_: Int, _: Double) in
      laps.append(lap())
    }
    seconds = Array(laps.dropFirst())
  }
}

extension LabeledImages {
  /// The same images with 37 more for each pixel and 101 more for each image before, modulo 256.
  fileprivate var covered: LabeledImages {
    let pixels = pixels.enumerated().map { index, byte in
      let (image, pixel) = index.quotientAndRemainder(dividingBy: pixelsPerImage)
      return byte &+ UInt8(truncatingIfNeeded: 37 * pixel + 101 * image)
    }
    return LabeledImages(rows: rows, columns: columns, pixels: pixels, labels: labels)
  }
}
