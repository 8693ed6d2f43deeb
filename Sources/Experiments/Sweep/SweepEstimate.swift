import Datasets
import NeuralNetwork

/// How long trainings will take, by a moment of one of each kind.
public struct SweepEstimate: Sendable {
  /// The sum over all trainings, in seconds of one core.
  public let coreSeconds: Double

  private static let images = 512
  private static let mostKinds = 24

  /// What has the same time per image: all but the rate, the seed and the number of epochs is equal.
  private struct Kind: Hashable {
    let precision, batchSize, cost, layers: String
  }

  /// What there is to do of a kind.
  private struct Work {
    let example: ExperimentSettings.Options
    var trainings = 0
    var epochs = 0
  }

  /// Tries the kinds of some trainings on a few images; nothing of it is kept.
  ///
  /// - Throws: what a training throws.
  public init(_ trainings: [PlannedTraining], on digits: MNIST, _ split: DigitSplit) throws {
    var kinds: [Kind: Work] = [:]
    for options in trainings.lazy.map(\.options) {
      let kind = Kind(
        precision: options.precision, batchSize: options.batchSize, cost: options.cost,
        layers: options.layers)
      kinds[kind, default: Work(example: options)].trainings += 1
      kinds[kind, default: Work(example: options)].epochs += Int(options.epochs) ?? 1
    }
    var (seconds, timed) = (0.0, 0)
    for work in kinds.values.prefix(Self.mostKinds) {
      var options = work.example
      options.epochs = "1"
      let settings = try ExperimentSettings(options)
      let costs =
        switch settings.precision {
        case .float64: try Costs(of: Double.self, settings, digits, split)
        case .float32: try Costs(of: Float.self, settings, digits, split)
        }
      let judged = split.images + split.dev + digits.test.count
      seconds +=
        Double(work.epochs) * costs.learning * Double(split.images)
        + Double(work.trainings) * (costs.start + costs.judging * Double(judged))
      timed += work.trainings
    }
    coreSeconds = timed == 0 ? 0 : seconds * Double(trainings.count) / Double(timed)
  }

  /// In seconds: to draw the weights, to learn from an image, to judge by one.
  private struct Costs {
    private(set) var (start, learning, judging) = (
      Double.infinity, Double.infinity, Double.infinity
    )

    init<Scalar: PixelScalar>(
      of scalar: Scalar.Type, _ settings: ExperimentSettings, _ digits: MNIST, _ split: DigitSplit
    ) throws {
      let few = DigitSplit(images: min(SweepEstimate.images, split.images), dev: 0)
      let examples = ExperimentExamples<Scalar>(digits, few, testImages: few.images)
      // The first time, machine code is made and memory is taken.
      for _ in 0..<2 {
        let clock = ContinuousClock()
        let begin = clock.now
        let experiment = try Experiment<Scalar>(settings)
        let drawn = clock.now
        let learning = try experiment.run(on: examples).secondsPerEpoch
        let all = drawn.duration(to: clock.now) / .seconds(1)
        start = min(start, begin.duration(to: drawn) / .seconds(1))
        self.learning = min(self.learning, learning / Double(few.images))
        judging = min(
          judging, (all - learning) / Double(examples.training.count + examples.test.count))
      }
    }
  }
}
