import ChapterKit
import Chapters
import Document
import FrenchText
import Publishing

/// Proves that exercises judge as they should, for those who write them.
struct ExerciseVerification {
  private let exercises: [Exercise]

  /// - Parameter names: exercises, `3.2`, and chapters, `3`; none stands for the whole course.
  init(_ names: [String]) throws {
    for name in names
    where !Course.exercises.contains(where: { $0.number == name || $0.chapter == name }) {
      throw ExerciseNotFound(number: name, among: Course.exercises)
    }
    exercises = Course.exercises.filter {
      names.isEmpty || names.contains($0.number) || names.contains(String($0.chapter))
    }
  }

  func run() async throws {
    var proofs: [ExerciseProof] = []
    for exercise in exercises { proofs.append(await ExerciseProof(of: exercise)) }
    try StandardOutput().write(.table(Self.table(of: proofs)))
    let flawed = proofs.filter { !$0.flaws.isEmpty }
    for proof in flawed {
      let flaws = proof.flaws.map { "  \($0)\n" }.joined()
      let text = "\(proof.exercise.number)\u{A0}:\n\(flaws)"
      try StandardOutput.write(text: text.safeForTerminal(keeping: ["\n"]))
    }
    let count = "\(proofs.count - flawed.count) sur \(proofs.count)"
    try StandardOutput.write(text: "Exercices qui jugent comme il faut\u{A0}: \(count)\n")
    if !flawed.isEmpty { throw DifferencesFound() }
  }

  private static func table(of proofs: [ExerciseProof]) -> Table {
    Table(
      columns: [
        .init("N°"), .init("Niveau"), .init("Solution"), .init("Ébauche"),
        .init("Erreurs reconnues"), .init("Durée", .right),
      ],
      rows: proofs.map { proof in
        let mistakes = proof.mistakes
        let recognized = mistakes.indices.count(where: proof.isRecognized)
        return [
          proof.exercise.number, proof.exercise.level?.rawValue ?? "–",
          proof.solution.outcome.passes ? "✓ passe" : "✗ échoue",
          proof.stubFails ? "✓ échoue" : "✗ passe",
          mistakes.isEmpty
            ? "–"
            : "\(recognized == mistakes.count ? "✓" : "✗") \(recognized) sur \(mistakes.count)",
          milliseconds(proof.longest),
        ]
      })
  }

  private static func milliseconds(_ duration: Duration) -> String {
    "\(number(duration / .milliseconds(1), digits: 1))\u{A0}ms"
  }
}
