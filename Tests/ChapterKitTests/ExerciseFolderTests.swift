import ChapterKit
import Foundation
import Testing

@Suite("What a folder of answers remembers")
struct ExerciseFolderTests {
  private let path =
    FileManager.default.temporaryDirectory.appending(path: "answers-\(UUID())").path

  private func exercise(check: String = "expect(1)") -> Exercise {
    Exercise(
      number: "1.1", title: "Un", stub: "let x = 0", check: check,
      checkStub: { _ in }, checkSolution: { _ in })
  }

  @Test("an answer is to do, begun, done; and begun again once it or its checks changed")
  func states() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = ExerciseFolder(at: path)
    let exercise = exercise()
    #expect(folder.state(of: exercise) == .toDo)
    try folder.writeStub(of: exercise)
    #expect(folder.state(of: exercise) == .toDo)

    try Data("let x = 1\n".utf8).write(to: URL(filePath: folder.answer(to: exercise)))
    #expect(folder.state(of: exercise) == .begun)
    try folder.notePassed(exercise)
    #expect(folder.state(of: exercise) == .done)
    #expect(folder.state(of: self.exercise(check: "expect(2)")) == .begun)

    try Data("let x = 2\n".utf8).write(to: URL(filePath: folder.answer(to: exercise)))
    #expect(folder.state(of: exercise) == .begun)
  }
}
