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
      (.nan, 1.0, false), (1.0, .nan, false), (.infinity, .infinity, true), (1.0, .infinity, false),
    ])
  func numbers(obtained: Double, expected: Double, agree: Bool) {
    var checks = ExerciseChecks()
    checks.expect("nombre", obtained, expected)
    #expect(checks.pass == agree)
  }

  @Test("an answer that is still nil, or has another length, fails; one that agrees passes")
  func optionals() {
    let missing: Double? = nil
    let found: Double? = 0.5
    let counted: Int? = 3
    let list: [Double]? = [1, 2.0000001]
    var checks = ExerciseChecks()
    checks.expect("un", missing, 0.5)
    checks.expect("deux", found, 0.5000001, within: 1e-6)
    checks.expect("trois", counted, 3)
    checks.expect("quatre", list, [1, 2], within: 1e-6)
    checks.expect("cinq", list, [1], within: 1e-6)
    checks.expect("six", [1.0], [1 + 1e-7], within: 1e-6)
    checks.expect("sept", nil as [Double]?, [1])
    checks.expect("huit", [[1.0, 2], [3]], [[1, 2 + 1e-12], [3]])
    checks.expect("neuf", ["a", "b"], ["a", "c"])
    #expect(
      checks.cases.map(\.passes) == [false, true, true, true, false, true, false, true, false])
    #expect(checks.cases[8].obtained == "[\"a\", \"b\"]")
    #expect(checks.cases.map(\.obtained).prefix(3) == ["nil", "0,5", "3"])
    #expect(checks.cases[0].expected == "0,5")
  }

  @Test("long values are shown in short, from the first difference on")
  func long() {
    var checks = ExerciseChecks()
    let ranks = (0..<784).map(Double.init)
    checks.expect("rangs", ranks.map { $0 == 100 ? -1 : $0 }, ranks)
    #expect(
      checks.cases[0].obtained
        == "[…\u{A0}; −1,0\u{A0}; 101,0\u{A0}; 102,0\u{A0}; 103,0\u{A0}; 104,0\u{A0}; 105,0\u{A0}; 106,0"
        + "\u{A0}; 107,0\u{A0}; …] (784 éléments, à partir du rang 100)")
    #expect(checks.cases[0].expected.contains("[…\u{A0}; 100,0"))
    checks.expect("entiers", Array(0..<20000), [])
    #expect(checks.cases[1].obtained == "[0, 1, 2, 3, 4, 5, 6, 7, …] (20\u{A0}000 éléments)")
    #expect(checks.cases[1].expected == "[]")
    checks.expect("texte", String(repeating: "a", count: 5000), "")
    #expect(checks.cases[2].obtained.count < 300)
  }
}
