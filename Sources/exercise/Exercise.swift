import ChapterKit
import Chapters
import Document
import Files
import Foundation
import FrenchText
import Publishing

/// The program behind `./workbook exercise 3.1`: it is built with the student's answer inside.
@main
enum ExerciseRunner {
  static func main() async {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 2, let folder = arguments.first, let number = arguments.last else {
      stop("\(ExerciseNotFound(number: nil, among: Course.exercises))", 64)
    }
    guard let exercise = Course.exercises.first(where: { $0.number == number }) else {
      stop("\(ExerciseNotFound(number: number, among: Course.exercises))", 64)
    }
    let student = ExerciseFolder(at: folder)
    guard let answer = answers[number] else { writeStub(of: exercise, in: student) }
    if student.state(of: exercise) == .done {
      say("Exercice \(number) déjà réussi, et ta réponse n’a pas changé.")
      exit(0)
    }
    await judge(answer, exercise, in: student)
  }

  /// A first visit: the stub is put where the answer is expected.
  private static func writeStub(of exercise: Exercise, in folder: ExerciseFolder) -> Never {
    let path = folder.answer(to: exercise)
    if FileManager.default.fileExists(atPath: path) {
      stop("« \(path) » n’a pas été compris dans le programme : relance la commande.", 70)
    }
    do { try folder.writeStub(of: exercise) } catch { stop("\(error)", 73) }
    let help =
      exercise.hints.isEmpty ? "" : " Un indice : ./workbook exercise \(exercise.number) --hint 1"
    stop("Écris ta réponse dans « \(path) », puis relance la commande.\(help)", 1)
  }

  private static func judge(
    _ answer: ExerciseChecks.Check, _ exercise: Exercise, in folder: ExerciseFolder
  ) async -> Never {
    let number = exercise.number
    var checks = ExerciseChecks()
    do {
      try await answer(&checks)
    } catch {
      stop("L’exercice \(number) s’est arrêté sur une erreur : \(error)", 1)
    }
    for item in checks.cases {
      let mark = item.passes ? "✓" : "✗"
      say("\(mark) \(item.name)")
      if !item.passes {
        say("    attendu : \(item.expected)")
        say("    obtenu : \(item.obtained)")
      }
    }
    let failed = checks.cases.count { !$0.passes }
    if checks.pass {
      say("Exercice \(number) réussi : \(checks.cases.count) cas sur \(checks.cases.count).")
      // To remember it is a courtesy.
      try? folder.notePassed(exercise)
      exit(0)
    }
    stop("Exercice \(number) : \(failed) cas sur \(checks.cases.count) à revoir.", 1)
  }

  private static func say(_ text: String) {
    try? FileHandle.standardOutput.write(contentsOf: Data((text.safeForTerminal + "\n").utf8))
  }

  private static func stop(_ message: String, _ status: Int32) -> Never {
    try? FileHandle.standardError.write(contentsOf: Data((message.safeForTerminal + "\n").utf8))
    exit(status)
  }
}
