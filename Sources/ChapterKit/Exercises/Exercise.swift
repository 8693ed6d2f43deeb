import FrenchText

/// An exercise of a chapter, with the checks of its stub and of its solution.
public struct Exercise: Sendable {
  /// Chapter and rank, for instance `3.1`.
  public let number: String
  /// Its heading.
  public let title: String
  /// The code that the student's answer replaces.
  public let stub: String
  /// What helps, in Markdown, the vaguest first.
  public let hints: [String]
  /// The source of the checks: an answer has passed these, and no others.
  public let check: String
  /// Checks the untouched stub, which must fail.
  public let checkStub: ExerciseChecks.Check
  /// Checks the solution, which must pass.
  public let checkSolution: ExerciseChecks.Check

  public init(
    number: String, title: String, stub: String, hints: [String], check: String,
    checkStub: @escaping ExerciseChecks.Check, checkSolution: @escaping ExerciseChecks.Check
  ) {
    self.number = number
    self.title = title
    self.stub = stub
    self.hints = hints
    self.check = check
    self.checkStub = checkStub
    self.checkSolution = checkSolution
  }
}

/// The cases by which an answer is judged: what a `check` cell says.
public struct ExerciseChecks: Sendable {
  /// An answer followed by its exercise's checks.
  public typealias Check = @Sendable (inout ExerciseChecks) async throws -> Void

  /// One case: what was expected, what the answer gave.
  public struct Case: Sendable, Equatable {
    public let name: String
    public let expected: String
    public let obtained: String
    public let passes: Bool
  }

  public private(set) var cases: [Case] = []

  public init() {}

  /// Whether there are cases and all of them pass.
  public var pass: Bool { !cases.isEmpty && cases.allSatisfy(\.passes) }

  /// Expects equal values.
  public mutating func expect<Value: Equatable>(
    _ name: String, _ obtained: Value, _ expected: Value
  ) {
    cases.append(
      Case(
        name: name, expected: "\(expected)", obtained: "\(obtained)",
        passes: obtained == expected))
  }

  /// Expects numbers that agree to `tolerance`, relative to the greater of 1 and the expected one.
  public mutating func expect(
    _ name: String, _ obtained: Double, _ expected: Double, within tolerance: Double = 1e-9
  ) {
    let scale = max(1, abs(expected))
    let agree = abs(obtained - expected) <= tolerance * scale || obtained == expected
    cases.append(
      Case(
        name: name, expected: exact(expected), obtained: exact(obtained), passes: agree))
  }

  /// Expects a statement to hold.
  public mutating func expect(_ name: String, holds: Bool) {
    cases.append(
      Case(name: name, expected: "vrai", obtained: holds ? "vrai" : "faux", passes: holds))
  }
}
