/// The cases by which an answer is judged: what a `check` cell says.
public struct ExerciseChecks: Sendable {
  /// An answer followed by its exercise's checks.
  public typealias Check = @Sendable (inout ExerciseChecks) async throws -> Void

  /// One case: what was expected, what the answer gave.
  public struct Case: Sendable {
    public let name: String
    /// As a reader sees it, in short where it is long.
    public let expected: String
    /// As a reader sees it, in short where it is long.
    public let obtained: String
    public let passes: Bool
    let value: CheckedValue
  }

  public private(set) var cases: [Case] = []

  public init() {}

  /// Whether there are cases and all of them pass.
  public var pass: Bool { !cases.isEmpty && cases.allSatisfy(\.passes) }

  /// Expects equal values; of numbers, and of lists of numbers, that they agree to `tolerance`,
  /// relative to the greater of 1 and the expected one.
  ///
  /// One function for all types: among several, the compiler would choose by the literals.
  public mutating func expect<Value: Equatable>(
    _ name: String, _ obtained: Value, _ expected: Value, within tolerance: Double = 1e-9
  ) {
    let (left, right) = (CheckedValue(obtained), CheckedValue(expected))
    add(
      name, left, right,
      passes: obtained == expected || left.agrees(with: right, within: tolerance))
  }

  /// Expects a statement to hold.
  public mutating func expect(_ name: String, holds: Bool) {
    add(name, .text(holds ? "vrai" : "faux"), .text("vrai"), passes: holds)
  }

  private mutating func add(
    _ name: String, _ obtained: CheckedValue, _ expected: CheckedValue, passes: Bool
  ) {
    let start = obtained.firstDifference(from: expected)
    cases.append(
      Case(
        name: name, expected: expected.shown(from: start), obtained: obtained.shown(from: start),
        passes: passes, value: obtained))
  }
}
