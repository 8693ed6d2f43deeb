import ChapterKit
import Chapters
import Document
import Testing

@Suite("What the course asks of its exercises")
struct ExerciseCompletenessTests {
  @Test(
    "an exercise has a level, two hints, an explanation and two mistakes or more",
    arguments: Course.exercises)
  func parts(_ exercise: Exercise) {
    #expect(exercise.level != nil)
    #expect(exercise.hints.count == 2)
    #expect(!exercise.explanation.isEmpty)
    #expect(exercise.mistakes.count >= 2)
  }

  @Test("every chapter ends with eight exercises or more, of all three levels")
  func chapters() {
    for chapter in Course.chapters {
      let own = Course.exercises.filter { $0.chapter == "\(chapter.number)" }
      #expect(own.count >= 8, "chapter \(chapter.number)")
      let levels = Set(own.compactMap(\.level))
      #expect(levels == Set(ExerciseLevel.allCases), "chapter \(chapter.number)")
    }
  }

  @Test("the course has fifty exercises or more")
  func course() {
    #expect(Course.exercises.count >= 50)
  }
}
