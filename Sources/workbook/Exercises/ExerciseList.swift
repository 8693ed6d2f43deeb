import ChapterKit
import Chapters
import Document
import Publishing

/// Where the student is: every exercise of the course, chapter after chapter.
struct ExerciseList {
  private let states: [(exercise: Exercise, state: ExerciseFolder.State)]

  init(_ folder: ExerciseFolder) {
    states = Course.exercises.map { ($0, folder.state(of: $0)) }
  }

  func show() throws {
    try StandardOutput().write(.table(table))
    let done = states.count { $0.state == .done }
    let next = states.first { $0.state != .done }?.exercise
    let advice = next.map { "\u{A0}; ensuite\u{A0}: ./workbook exercise \($0.number)" } ?? ""
    try StandardOutput.write(text: "Réussis\u{A0}: \(done) sur \(states.count)\(advice)\n")
  }

  private var table: Table {
    var rows: [[String]] = []
    for chapter in Course.chapters {
      let own = states.filter { $0.exercise.chapter == "\(chapter.number)" }
      guard !own.isEmpty else { continue }
      if !rows.isEmpty { rows.append(["", "", "", ""]) }
      let title = FrenchTypography.apply(to: chapter.title)
      rows.append(["\(chapter.number)", title.uppercased(), "", ""])
      rows += own.map { exercise, state in
        let title = FrenchTypography.apply(to: exercise.title)
        return [exercise.number, title, exercise.level?.rawValue ?? "–", Self.words(state)]
      }
    }
    return Table(
      columns: [.init("N°"), .init("Exercice"), .init("Niveau"), .init("État")], rows: rows)
  }

  private static func words(_ state: ExerciseFolder.State) -> String {
    switch state {
    case .toDo: "à faire"
    case .begun: "commencé"
    case .done: "✓ réussi"
    }
  }
}
