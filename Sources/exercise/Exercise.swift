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
    // Of a run of --watch, the mark.
    let isWatched = ProcessInfo.processInfo.environment["WORKBOOK_RUN"] != nil
    let next = isWatched ? "enregistre-la" : "relance la commande"
    stop("Écris ta réponse dans «\u{A0}\(path)\u{A0}», puis \(next).\(help)", 1)
  }

  private static func judge(
    _ answer: ExerciseChecks.Check, _ exercise: Exercise, in folder: ExerciseFolder
  ) async -> Never {
    let number = exercise.number
    let outcome = await ExerciseOutcome(of: answer)
    let cases = outcome.cases
    for item in cases { say(item, of: exercise) }
    if outcome.passes {
      say("Exercice \(number) réussi : \(cases.count) cas sur \(cases.count).")
      if !exercise.explanation.isEmpty { say(markdown: exercise.explanation) }
      // To remember it is a courtesy.
      try? folder.notePassed(exercise)
      exit(0)
    }
    if let mistake = await exercise.mistake(in: outcome) { say(markdown: mistake.remark) }
    if let error = outcome.error {
      stop("L’exercice \(number) s’est arrêté sur une erreur : \(error)", 1)
    }
    stop("Exercice \(number) : \(cases.count { !$0.passes }) cas sur \(cases.count) à revoir.", 1)
  }

  private static func say(_ item: ExerciseChecks.Case, of exercise: Exercise) {
    say("\(item.passes ? "✓" : "✗") \(item.name)")
    if item.passes { return }
    // A number to find would be found by asking.
    if exercise.level != .calculation { say("    attendu : \(item.expected)") }
    say("    obtenu : \(item.obtained)")
  }

  /// What the chapter's author says, on lines of the terminal's width, set off by blank lines.
  private static func say(markdown: String) {
    write("\n" + renderer(of: STDOUT_FILENO).render(.prose(Prose(markdown))), to: .standardOutput)
  }

  private static func renderer(of descriptor: Int32) -> TerminalRenderer {
    let capabilities = TerminalCapabilities.detect(
      fileDescriptor: descriptor, environment: ProcessInfo.processInfo.environment)
    return TerminalRenderer(width: capabilities.width, color: capabilities.color)
  }

  private static func say(_ text: String) {
    write(text.safeForTerminal + "\n", to: .standardOutput)
  }

  private static func write(_ text: String, to file: FileHandle) {
    try? file.write(contentsOf: Data(text.utf8))
  }

  private static func stop(_ message: String, _ status: Int32) -> Never {
    let text = renderer(of: STDERR_FILENO).message(message, isWrapped: isatty(STDERR_FILENO) == 1)
    write(text, to: .standardError)
    exit(status)
  }
}
