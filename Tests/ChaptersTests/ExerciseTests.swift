import ChapterKit
import Chapters
import Testing

extension Exercise: CustomTestStringConvertible {
  public var testDescription: String { number }
}

@Suite("The course's exercises")
struct ExerciseTests {
  @Test(
    "every solution passes, every stub fails, every mistake fails and is recognized",
    arguments: Course.exercises)
  func proof(_ exercise: Exercise) async {
    let flaws = await ExerciseProof(of: exercise).flaws
    #expect(flaws.isEmpty, "\(flaws)")
  }
}
