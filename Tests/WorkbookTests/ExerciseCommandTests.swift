import Foundation
import Testing

@Suite("The exercises' list, hints and fresh starts")
struct ExerciseCommandTests {
  private let root: TemporaryDirectory

  init() throws {
    root = try TemporaryDirectory()
    try FileManager.default.createDirectory(
      atPath: root.file("exercices"), withIntermediateDirectories: true)
  }

  private func run(
    _ arguments: [String], columns: Int = 100
  ) async throws -> Program.Outcome {
    try await Program.run(
      ["exercise"] + arguments,
      environment: ["WORKBOOK_SCRIPT": root.file("workbook"), "COLUMNS": "\(columns)"])
  }

  private var answer: URL { URL(filePath: root.file("exercices/3.1.swift")) }

  @Test("the list tells what is to do and what is begun, and what comes next")
  func list() async throws {
    let first = try await run([])
    #expect(first.status == 0 && first.messages.isEmpty)
    #expect(first.output.contains("Combien de nombres à régler"))
    #expect(first.output.contains(/Réussis : 0 sur [0-9]+ ; .*exercise 1\.1/))
    #expect(!first.output.contains("commencé"))

    try Data("func parameterCount() -> Int { 1 }\n".utf8).write(to: answer)
    let second = try await run([])
    #expect(second.output.contains(/3\.1 .*commencé/))
  }

  @Test("hints come one by one, and the last one is named", arguments: [1, 2])
  func hints(rank: Int) async throws {
    let outcome = try await run(["3.1", "--hint", "\(rank)"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Exercice 3.1, indice \(rank)."))
    #expect(outcome.output.count > 60)
  }

  @Test(
    "what there is not is an error of usage",
    arguments: [
      (["3.1", "--hint", "3"], "--hint 1 à --hint 2"), (["3.1", "--hint", "0"], "--hint 1"),
      (["3.99", "--hint", "1"], "voulais-tu dire"), (["--hint", "1"], "de quel exercice"),
      (["--reset"], "de quel exercice"), (["3.1", "3.2", "--reset"], "un seul numéro"),
      (["--watch"], "de quel exercice"), (["3.1", "3.2", "--watch"], "un seul numéro"),
      (["3.1", "--watch", "--reset"], "--watch : il va sans"),
      (["--verify", "3", "99"], "Il n’y a pas d’exercice « 99 »"),
    ])
  func mistakes(arguments: [String], words: String) async throws {
    let outcome = try await run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.messages.contains(words), "\(outcome.messages)")
  }

  @Test("the list is grouped by chapter, with the levels, on lines of 80 columns")
  func groups() async throws {
    let outcome = try await run([], columns: 80)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 }, "\(outcome.output)")
    #expect(lines.contains { $0.contains(/N° +Exercice +Niveau +État/) })
    #expect(lines.count { $0.contains(/^ ?[1-6] +[A-ZÀÉ]/) } == 6, "\(outcome.output)")
  }

  @Test("a chapter's exercises, or one, are proved to judge as they should, with their time")
  func verify() async throws {
    let outcome = try await run(["--verify", "3", "1.2"])
    #expect(outcome.status == 0, "\(outcome.output)")
    let rows = outcome.output.matches(
      of: /([0-9]\.[0-9]+) .*✓ passe +✓ échoue .* [0-9]+,[0-9] ms/)
    #expect(rows.first?.1 == "1.2")
    #expect(rows.count > 3 && rows.dropFirst().allSatisfy { $0.1.hasPrefix("3.") })
    #expect(outcome.output.contains(/: ([0-9]+) sur \1\n/))
  }

  @Test("a fresh start keeps the answer of before beside the stub")
  func reset() async throws {
    _ = try await run([])
    try Data("let mine = 1\n".utf8).write(to: answer)
    let outcome = try await run(["3.1", "--reset"])
    #expect(outcome.status == 0)
    #expect(try String(contentsOf: answer, encoding: .utf8).contains("func parameterCount"))
    let kept = URL(filePath: root.file("exercices/3.1.ancienne.txt"))
    #expect(try String(contentsOf: kept, encoding: .utf8) == "let mine = 1\n")
  }
}
