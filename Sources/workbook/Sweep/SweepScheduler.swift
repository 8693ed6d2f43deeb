import Experiments

/// Who does trainings on other machines: a queue of jobs that all see the sweep's folder.
protocol SweepScheduler: Sendable {
  /// The keys, or the first signs of them, of the trainings that wait or run.
  func queue(of folder: SweepFolder) throws -> Set<String>

  /// Hands trainings over; returns what to tell the user.
  ///
  /// - Parameter seconds: how long one is thought to take, on one core.
  func submit(
    _ trainings: [PlannedTraining], of folder: SweepFolder, lasting seconds: Double
  ) throws -> String
}

/// What became of the trainings that were handed over and whose result is not there.
struct HandedOver {
  struct Failure {
    let trainings: Int
    /// A sentence: why, and what to do.
    let reason: String
  }

  let running, waiting: Int
  /// A sentence for each reason why some of those that wait would wait for ever.
  let obstacles: [String]
  let failures: [Failure]
}
