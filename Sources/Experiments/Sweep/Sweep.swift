import Cores
import Datasets
import Foundation
import Synchronization

/// Who hears of a sweep.
public protocol SweepProgress: Sendable {
  /// Trainings are about to begin; the result names them in the calls that follow.
  func begin(trainings: Int) -> Int
  /// One more of them is done, by this program or another.
  func update(_ sweep: Int, done: Int)
  func end(_ sweep: Int)
}

/// The trainings of a sweep's folder, done side by side.
public struct Sweep: Sendable {
  /// What a run did.
  public struct Summary: Sendable {
    /// The trainings that this run did itself.
    public let trainings: Int
    /// From the first to the last, in seconds.
    public let seconds: Double
    /// The sum of the times that each took, in seconds.
    public let ownSeconds: Double
  }

  private let folder: SweepFolder
  private let examples: SweepExamples

  public init(in folder: SweepFolder, on digits: MNIST, _ split: DigitSplit) {
    self.folder = folder
    examples = SweepExamples(digits, split)
  }

  /// The result of one training, which is kept nowhere.
  func result(of options: ExperimentSettings.Options) throws -> ExperimentResult {
    let settings = try ExperimentSettings(options)
    switch settings.precision {
    case .float64: return try Experiment<Double>(settings).run(on: examples.double).result
    case .float32: return try Experiment<Float>(settings).run(on: examples.single).result
    }
  }

  /// Does the trainings whose result is not there, as many at once as there are cores; where other
  /// programs work on the same folder, each does another one.
  ///
  /// - Parameter afterEach: hears of each training that was done here, on any thread.
  /// - Throws: `FileError` where a result cannot be kept, and what a training throws: what is done is
  ///   kept.
  public func run(
    _ trainings: [PlannedTraining], progress: any SweepProgress,
    afterEach: @escaping @Sendable (ExperimentResult, _ seconds: Double) -> Void = { _, _ in }
  ) async throws -> Summary {
    let claims = SweepClaims(folder)
    let tally = Mutex((done: 0, here: 0, seconds: 0.0))
    let bar = progress.begin(trainings: trainings.count)
    defer { progress.end(bar) }
    let start = ContinuousClock.now
    var waiting = trainings
    while !waiting.isEmpty {
      let isDone = try await concurrently(waiting) { training in
        try Task.checkCancellation()
        guard claims.take(training.key) else { return false }
        defer { claims.release(training.key) }
        // Another program may have done it before the claim.
        if folder.result(of: training) == nil {
          let start = ContinuousClock.now
          let result = try result(of: training.options)
          try folder.keep(result, of: training)
          let seconds = start.duration(to: .now) / .seconds(1)
          tally.withLock { ($0.here, $0.seconds) = ($0.here + 1, $0.seconds + seconds) }
          afterEach(result, seconds)
        }
        let done = tally.withLock { tally in
          tally.done += 1
          return tally.done
        }
        progress.update(bar, done: done)
        return true
      }
      waiting = zip(waiting, isDone).filter { !$0.1 }.map(\.0)
      // Others have the rest: it is theirs, unless they are killed.
      if !waiting.isEmpty { try await Task.sleep(for: .milliseconds(200)) }
    }
    let (_, here, seconds) = tally.withLock { $0 }
    return Summary(
      trainings: here, seconds: start.duration(to: .now) / .seconds(1), ownSeconds: seconds)
  }
}

/// The digits of a sweep, made ready once for each precision that it asks for.
private final class SweepExamples: Sendable {
  private let digits: MNIST
  private let split: DigitSplit
  private let made = Mutex<
    (double: ExperimentExamples<Double>?, single: ExperimentExamples<Float>?)
  >(
    (nil, nil))

  init(_ digits: MNIST, _ split: DigitSplit) { (self.digits, self.split) = (digits, split) }

  var double: ExperimentExamples<Double> {
    made.withLock { made in
      let examples = made.double ?? ExperimentExamples(digits, split)
      made.double = examples
      return examples
    }
  }

  var single: ExperimentExamples<Float> {
    made.withLock { made in
      let examples = made.single ?? ExperimentExamples(digits, split)
      made.single = examples
      return examples
    }
  }
}
