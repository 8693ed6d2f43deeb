import ArgumentParser
import ChapterKit
import Chapters
import Document
import Experiments
import Foundation
import FrenchText
import Publishing

/// The list of the exercises, their hints, a fresh start, the watch over an answer; the script itself
/// has answers judged.
struct ExerciseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exercise",
    abstract: "Juge ta réponse à un exercice, dans exercices/ ; sans numéro, où tu en es.",
    discussion: """
      La première fois, la commande écrit l’ébauche que tu complètes. L’état de sortie est 0 si tous \
      les cas passent, 1 s’il en reste, 65 si ta réponse ne se compile pas.
      """)

  @Argument(
    help: ArgumentHelp(
      "Le chapitre et le rang, 3.1 par exemple ; avec --verify, un chapitre aussi, et plusieurs.",
      valueName: "numéro"))
  var numbers: [String] = []

  @Option(help: ArgumentHelp("Donne un indice au lieu de juger : 1, puis 2.", valueName: "rang"))
  var hint: Int?

  @Flag(help: "Remet l’ébauche ; ta réponse est gardée à côté.")
  var reset = false

  @Flag(help: "Juge encore, à chaque enregistrement de ta réponse, jusqu’à Ctrl-C.")
  var watch = false

  @Flag(help: "Pour les auteurs : prouve que chaque exercice juge comme il doit.")
  var verify = false

  @MainActor
  func run() async throws {
    if verify { return try await ExerciseVerification(numbers).run() }
    let script = try Script.path(for: "exercise")
    let folder = ExerciseFolder(
      at: URL(filePath: script).deletingLastPathComponent().appending(path: "exercices").path)
    if numbers.count > 1 { throw ArgumentError("exercise", "un seul numéro à la fois.") }
    if watch, hint != nil || reset {
      throw ArgumentError(WatchLoop.option, "il va sans --hint ni --reset.")
    }
    guard let number = numbers.first else {
      guard hint == nil, !reset, !watch else {
        throw ExerciseNotFound(number: nil, among: Course.exercises)
      }
      return try ExerciseList(folder).show()
    }
    // The judge knows which exercises there are: this program may be older than the chapters.
    if watch { try WatchLoop(answer: "exercices/\(number).swift").run() }
    guard let exercise = Course.exercises.first(where: { $0.number == number }) else {
      throw ExerciseNotFound(number: number, among: Course.exercises)
    }
    if let hint {
      try showHint(hint, of: exercise)
    } else if reset {
      try startAgain(exercise, folder)
    } else {
      throw ArgumentError("exercise", Script.isNeeded)
    }
  }

  private func showHint(_ rank: Int, of exercise: Exercise) throws {
    guard exercise.hints.indices.contains(rank - 1) else {
      throw HintNotFound(number: exercise.number, count: exercise.hints.count)
    }
    let output = StandardOutput()
    try output.write(
      .prose(
        Prose("**Exercice\u{A0}\(exercise.number), indice \(rank).** \(exercise.hints[rank - 1])")))
  }

  private func startAgain(_ exercise: Exercise, _ folder: ExerciseFolder) throws {
    let path = folder.answer(to: exercise)
    if let kept = try folder.reset(exercise) {
      try StandardOutput.write(
        text: "L’ébauche est de nouveau dans \(quoted(path)), ta réponse dans \(quoted(kept)).\n")
    } else {
      try folder.writeStub(of: exercise)
      try StandardOutput.write(text: "L’ébauche est dans \(quoted(path)).\n")
    }
  }
}

/// A hint that the exercise does not have.
struct HintNotFound: ReportedError {
  let number: String
  let count: Int

  var exitStatus: ExitStatus { .usage }

  var description: String {
    count == 0
      ? "L’exercice \(number) n’a pas d’indice."
      : "L’exercice \(number) a \(count) indices\u{A0}: demande --hint 1"
        + (count > 1 ? " à --hint \(count)." : ".")
  }
}
