import Document

/// An exercise of a chapter, with the checks of its stub, of its solution and of frequent mistakes.
public struct Exercise: Sendable {
  /// A wrong answer that students give.
  public struct Mistake: Sendable {
    /// What helps whoever made it, in Markdown.
    public let remark: String
    /// Checks it: it must fail.
    public let check: ExerciseChecks.Check

    public init(remark: String, check: @escaping ExerciseChecks.Check) {
      self.remark = remark
      self.check = check
    }
  }

  /// Chapter and rank, for instance `3.1`.
  public let number: String
  /// Its heading.
  public let title: String
  /// What it asks for.
  public let level: ExerciseLevel?
  /// The code that the student's answer replaces.
  public let stub: String
  /// What helps, in Markdown, the vaguest first.
  public let hints: [String]
  /// What explains the solution, in Markdown.
  public let explanation: String
  /// The source of the checks: an answer has passed these, and no others.
  public let check: String
  /// Checks the untouched stub, which must fail.
  public let checkStub: ExerciseChecks.Check
  /// Checks the solution, which must pass.
  public let checkSolution: ExerciseChecks.Check
  public let mistakes: [Mistake]

  public init(
    number: String, title: String, level: ExerciseLevel? = nil, stub: String, hints: [String] = [],
    explanation: String = "", check: String, checkStub: @escaping ExerciseChecks.Check,
    checkSolution: @escaping ExerciseChecks.Check, mistakes: [Mistake] = []
  ) {
    self.number = number
    self.title = title
    self.level = level
    self.stub = stub
    self.hints = hints
    self.explanation = explanation
    self.check = check
    self.checkStub = checkStub
    self.checkSolution = checkSolution
    self.mistakes = mistakes
  }

  /// The chapter's part of its number.
  public var chapter: Substring { number.prefix { $0 != "." } }

  /// The mistake that an answer makes, where it makes one: of those whose failing cases all gave what
  /// the answer gave, the one with the most.
  public func mistake(in outcome: ExerciseOutcome) async -> Mistake? {
    var outcomes: [ExerciseOutcome] = []
    for mistake in mistakes { outcomes.append(await ExerciseOutcome(of: mistake.check)) }
    return outcome.nearest(of: outcomes).map { mistakes[$0] }
  }
}
