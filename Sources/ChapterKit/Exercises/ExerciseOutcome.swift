import FrenchText

/// What an answer's checks gave.
public struct ExerciseOutcome: Sendable {
  private let checks: ExerciseChecks
  /// The error that stopped the answer before its last case.
  public let error: String?

  /// Runs an answer and its checks.
  public init(of check: ExerciseChecks.Check) async {
    var checks = ExerciseChecks()
    do {
      try await check(&checks)
      error = nil
    } catch {
      self.error = "\(error)"
    }
    self.checks = checks
  }

  public var cases: [ExerciseChecks.Case] { checks.cases }

  /// Whether the answer came to its end, there are cases, and all of them pass.
  public var passes: Bool { error == nil && checks.pass }

  /// How many of its points are missed: the cases that fail, and the error.
  var misses: Int { cases.count { !$0.passes } + (error == nil ? 0 : 1) }

  /// The rank of the mistake that the answer makes: of those which it repeats in every point that they
  /// miss, the one that misses the most.
  func nearest(of mistakes: [ExerciseOutcome]) -> Int? {
    mistakes.indices.filter { repeats(mistakes[$0]) }.max {
      // The first one of equals.
      (mistakes[$0].misses, -$0) < (mistakes[$1].misses, -$1)
    }
  }

  /// Whether it gave the same as the mistake wherever the mistake fails.
  func repeats(_ mistake: ExerciseOutcome) -> Bool {
    guard mistake.misses > 0, mistake.error == nil || mistake.error == error else { return false }
    return mistake.cases.indices.allSatisfy { index in
      let missed = mistake.cases[index]
      if missed.passes { return true }
      guard cases.indices.contains(index) else { return false }
      let given = cases[index]
      return !given.passes && given.name == missed.name && given.value.isSame(as: missed.value)
    }
  }
}
