import ChapterKit
import Testing

@Suite("Mistakes in an answer")
struct ExerciseProofTests {
  private struct Unfinished: Error, CustomStringConvertible {
    let description = "inachevé"
  }

  /// An exercise whose answers are lists of numbers, and whose solution is [1, 2, 3].
  private func exercise(
    stub: [Double] = [0, 0, 0], mistakes: [Double]...
  ) -> Exercise {
    Exercise(
      number: "1.1", title: "Un", stub: "", check: "", checkStub: check(stub),
      checkSolution: check([1, 2, 3]),
      mistakes: mistakes.enumerated().map { index, values in
        .init(remark: "remarque \(index + 1)", check: check(values))
      })
  }

  /// An infinity stops the answer on an error.
  private func check(_ values: [Double]) -> ExerciseChecks.Check {
    { checks in
      for (index, value) in values.enumerated() {
        if value.isInfinite { throw Unfinished() }
        checks.expect("cas \(index + 1)", value, Double(index + 1))
      }
    }
  }

  private func remark(on values: [Double], _ exercise: Exercise) async -> String? {
    await exercise.mistake(in: ExerciseOutcome(of: check(values)))?.remark
  }

  @Test("an answer that gives what a mistake gives, wherever that one fails, makes this mistake")
  func found() async {
    let exercise = exercise(mistakes: [10, 2, 3], [1, 20, 30], [.nan, .infinity])
    #expect(await remark(on: [10, 2, 3], exercise) == "remarque 1")
    #expect(await remark(on: [10 + 1e-6, 2, 7], exercise) == "remarque 1")
    #expect(await remark(on: [10.001, 2, 3], exercise) == nil)
    #expect(await remark(on: [1, 20, 3], exercise) == nil)
    #expect(await remark(on: [.nan, .infinity], exercise) == "remarque 3")
    #expect(await remark(on: [.nan, 2, 3], exercise) == nil)
    #expect(await remark(on: [1, 2, 3], exercise) == nil)
  }

  @Test("of two mistakes, the one with more failing cases; of two as great, the first")
  func best() async {
    let exercise = exercise(mistakes: [10, 2, 3], [10, 20, 3], [1, 20, 30])
    #expect(await remark(on: [10, 20, 3], exercise) == "remarque 2")
    #expect(await remark(on: [10, 20, 30], exercise) == "remarque 2")
    #expect(await remark(on: [10, 2, 30], exercise) == "remarque 1")
  }

  @Test("sets are the same whatever the order of their elements")
  func sets() async {
    func set(_ numbers: [Int]) -> ExerciseChecks.Check {
      { $0.expect("ensemble", Set(numbers), [0]) }
    }
    let exercise = Exercise(
      number: "1.1", title: "", stub: "", check: "", checkStub: set([1]), checkSolution: set([0]),
      mistakes: [.init(remark: "oui", check: set(Array(1...50)))])
    let outcome = await ExerciseOutcome(of: set((1...50).reversed()))
    #expect(await exercise.mistake(in: outcome)?.remark == "oui")
  }

  @Test("an answer that stops before the cases of a mistake does not make it; no case, no mistake")
  func stopped() async {
    let exercise = exercise(mistakes: [1, 20, 3])
    #expect(await remark(on: [1, .infinity], exercise) == nil)
    #expect(await remark(on: [1, 20, .infinity], exercise) == "remarque 1")
    #expect(await remark(on: [], exercise) == nil)
  }

  @Test("a sound exercise has no flaw, and each mistake its own remark")
  func sound() async {
    let proof = await ExerciseProof(of: exercise(mistakes: [10, 2, 3], [10, 20, 3]))
    #expect(proof.flaws.isEmpty)
    #expect(proof.isRecognized(0) && proof.isRecognized(1))
    #expect(proof.longest > .zero)
  }

  @Test("a stub that passes, a mistake that passes, two that give the same: a flaw each")
  func flawed() async {
    let proof = await ExerciseProof(
      of: exercise(stub: [1, 2, 3], mistakes: [1, 2, 3], [10, 2, 3], [10, 2, 3]))
    #expect(proof.flaws.count == 3)
    #expect(proof.flaws[0].contains("ébauche"))
    #expect(proof.flaws[1].contains("n°\u{A0}1 passe tous les cas"))
    #expect(proof.flaws[2].contains("n°\u{A0}3 donne les mêmes valeurs que l’erreur n°\u{A0}2"))
  }

  @Test("a solution that fails or stops is a flaw that says where")
  func solution() async {
    func flaws(_ values: [Double]) async -> [String] {
      let exercise = Exercise(
        number: "1.1", title: "", stub: "", check: "", checkStub: check([0]),
        checkSolution: check(values))
      return await ExerciseProof(of: exercise).flaws
    }
    let reason = "«\u{A0}cas 2\u{A0}» attend 2,0 et obtient 5,0"
    #expect(await flaws([1, 5]).first?.contains(reason) == true)
    #expect(await flaws([.infinity]).first?.contains("inachevé") == true)
    #expect(await flaws([]).first?.contains("aucun cas") == true)
  }
}
