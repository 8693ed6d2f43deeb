import ChapterKit
import Chapters
import Testing

extension Exercise: CustomTestStringConvertible {
  public var testDescription: String { number }
}

@Suite("The course's exercises")
struct ExerciseTests {
  @Test("every chapter ends with at least three exercises")
  func threeEach() {
    for chapter in Course.chapters {
      let count = Course.exercises.count { $0.number.hasPrefix("\(chapter.number).") }
      #expect(count >= 3, "chapter \(chapter.number)")
    }
  }

  @Test("every solution passes its checks", arguments: Course.exercises)
  func solutions(_ exercise: Exercise) async throws {
    var checks = ExerciseChecks()
    try await exercise.checkSolution(&checks)
    #expect(checks.pass, "\(checks.cases.filter { !$0.passes })")
  }

  @Test("every untouched stub fails its checks", arguments: Course.exercises)
  func stubs(_ exercise: Exercise) async throws {
    var checks = ExerciseChecks()
    try await exercise.checkStub(&checks)
    #expect(!checks.cases.isEmpty)
    #expect(!checks.pass)
  }
}
