import ChapterKit
import Testing

@Suite("Checks of an exercise")
struct ExerciseChecksTests {
  @Test("nothing checked is nothing passed")
  func empty() {
    #expect(!ExerciseChecks().pass)
  }

  @Test("one failing case fails the whole, and says what was expected")
  func failing() {
    var checks = ExerciseChecks()
    checks.expect("deux", 1 + 1, 2)
    #expect(checks.pass)
    checks.expect("trois", 1 + 1, 3)
    #expect(!checks.pass)
    #expect(checks.cases[1].expected == "3")
    #expect(checks.cases[1].obtained == "2")
  }

  @Test(
    "numbers agree to a relative tolerance; nan agrees with nothing",
    arguments: [
      (1.0, 1.0 + 1e-12, true), (1e6, 1e6 + 1e-4, true), (1.0, 1.001, false),
      (.nan, 1.0, false), (1.0, .nan, false), (.infinity, .infinity, true),
    ])
  func numbers(obtained: Double, expected: Double, agree: Bool) {
    var checks = ExerciseChecks()
    checks.expect("nombre", obtained, expected)
    #expect(checks.pass == agree)
  }
}
