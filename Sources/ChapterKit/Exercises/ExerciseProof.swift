import FrenchText

/// The proof that an exercise judges as it should: its solution passes, its stub fails, each mistake
/// fails and is told from the others.
public struct ExerciseProof: Sendable {
  public struct Run: Sendable {
    public let outcome: ExerciseOutcome
    public let duration: Duration

    init(_ check: ExerciseChecks.Check) async {
      let start = ContinuousClock.now
      outcome = await ExerciseOutcome(of: check)
      duration = ContinuousClock.now - start
    }
  }

  public let exercise: Exercise
  public let solution: Run
  public let stub: Run
  public let mistakes: [Run]

  public init(of exercise: Exercise) async {
    self.exercise = exercise
    solution = await Run(exercise.checkSolution)
    stub = await Run(exercise.checkStub)
    var mistakes: [Run] = []
    for mistake in exercise.mistakes { mistakes.append(await Run(mistake.check)) }
    self.mistakes = mistakes
  }

  /// Whether the stub fails, as it should: it reaches at least a case, or stops on an error.
  public var stubFails: Bool { !stub.outcome.passes && stub.outcome.misses > 0 }

  /// Whether the mistake of this rank fails and gets its own remark.
  public func isRecognized(_ rank: Int) -> Bool {
    let outcome = mistakes[rank].outcome
    return outcome.misses > 0 && outcome.nearest(of: mistakes.map(\.outcome)) == rank
  }

  /// The run that took longest.
  public var longest: Duration {
    ([solution, stub] + mistakes).map(\.duration).max() ?? .zero
  }

  /// What is wrong, in French, a sentence each.
  public var flaws: [String] {
    var flaws: [String] = []
    if !solution.outcome.passes {
      flaws.append("La solution ne passe pas\u{A0}: \(Self.reason(solution.outcome)).")
    }
    if !stubFails {
      flaws.append("L’ébauche n’échoue pas\u{A0}: laisse à l’élève de quoi la compléter.")
    }
    for rank in mistakes.indices where !isRecognized(rank) {
      flaws.append("L’erreur n°\u{A0}\(rank + 1) \(fault(of: rank)).")
    }
    return flaws
  }

  private func fault(of rank: Int) -> String {
    let outcomes = mistakes.map(\.outcome)
    guard outcomes[rank].misses > 0 else { return "passe tous les cas" }
    let twin = outcomes.indices.first {
      $0 != rank && outcomes[$0].repeats(outcomes[rank]) && outcomes[rank].repeats(outcomes[$0])
    }
    if let twin {
      return "donne les mêmes valeurs que l’erreur n°\u{A0}\(twin + 1)\u{A0}: "
        + "ajoute un cas qui les distingue"
    }
    return "n’est pas reconnue\u{A0}: ses valeurs changent d’une fois à l’autre"
  }

  private static func reason(_ outcome: ExerciseOutcome) -> String {
    if let error = outcome.error { return "elle s’arrête sur une erreur, \(error)" }
    guard let missed = outcome.cases.first(where: { !$0.passes }) else {
      return "elle n’a aucun cas"
    }
    return "\(quoted(missed.name)) attend \(missed.expected) et obtient \(missed.obtained)"
  }
}
