import Foundation
import Testing

/// When the script `./workbook` builds, and what it says when that fails.
@Suite("./workbook, before it runs the program")
struct ScriptTests {
  let root: TemporaryDirectory
  private var chapter: URL { URL(filePath: "\(root.path)/chapters/01-un.md") }

  init() throws {
    root = try TemporaryDirectory()
    let package = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    for folder in ["Sources", "Plugins", "chapters", "exercices"] {
      try FileManager.default.createDirectory(
        atPath: "\(root.path)/\(folder)", withIntermediateDirectories: true)
    }
    try root.copyProgram(package.appending(path: "workbook").path)
    try Data("// manifeste".utf8).write(to: URL(filePath: "\(root.path)/Package.swift"))
    try Compiler.install(in: root.path)
    try Data("un".utf8).write(to: chapter)
  }

  private func list(_ environment: [String: String] = [:]) async throws -> Program.Outcome {
    try await Program.run(
      ["list"], environment: Compiler.environment(in: root.path).merging(environment) { $1 },
      executable: "\(root.path)/workbook")
  }

  private var builds: Int {
    let log = try? String(contentsOfFile: "\(root.path)/builds", encoding: .utf8)
    return log?.split(separator: "\n").count ?? 0
  }

  @Test("it builds once, and not again where nothing changed")
  func once() async throws {
    for _ in 0..<2 {
      let outcome = try await list()
      #expect(outcome.status == 0 && outcome.output.contains("Chapitre 1"), "\(outcome.messages)")
    }
    #expect(builds == 1)
  }

  @Test("other content with an older date, a new file and a deleted one are changes")
  func changes() async throws {
    _ = try await list()
    let other = root.path + "/autre.md"
    try Data("UN".utf8).write(to: URL(filePath: other))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000)], ofItemAtPath: other)
    try FileManager.default.removeItem(at: chapter)
    try FileManager.default.moveItem(at: URL(filePath: other), to: chapter)
    _ = try await list()
    #expect(builds == 2)
    let second = chapter.deletingLastPathComponent().appending(path: "02-deux.md")
    try Data().write(to: second)
    _ = try await list()
    #expect(builds == 3)
    try FileManager.default.removeItem(at: second)
    _ = try await list()
    #expect(builds == 4)
  }

  @Test("what was built elsewhere or by another compiler is built anew, and it says so")
  func foreign() async throws {
    _ = try await list()
    try Data("autre".utf8).write(to: chapter)
    let outcome = try await list(["SWIFT_UNDER_TEST": "2"])
    #expect(outcome.status == 0 && outcome.messages.contains("par un autre compilateur"))
    let marker = "\(root.path)/.build/marque"
    try Data().write(to: URL(filePath: marker))
    try Data("\(root.path)x\nSwift version 2\n".utf8)
      .write(to: URL(filePath: "\(root.path)/.build/workbook-origin"))
    try Data("encore".utf8).write(to: chapter)
    let moved = try await list(["SWIFT_UNDER_TEST": "2"])
    #expect(moved.status == 0 && moved.messages.contains("a été fait ailleurs"))
    #expect(!FileManager.default.fileExists(atPath: marker))
  }

  @Test("a failed build shows the chapter's errors first, and is tried again")
  func failure() async throws {
    let log = """
      [1/2] Compiling Chapters 01-un.swift
      /tmp/x.swift:1:1: error: ailleurs
      chapters/01-un.md:7:3: error: ici
       7 | let a = b
         |         `- error: ici
      """
    try Data(log.utf8).write(to: URL(filePath: "\(root.path)/failure"))
    for _ in 0..<2 {
      let outcome = try await list()
      #expect(outcome.status == 70 && outcome.output.isEmpty)
      let said = outcome.messages.components(separatedBy: "La construction a échoué :").last ?? ""
      #expect(said.trimmingCharacters(in: .newlines).hasPrefix("chapters/01-un.md:7:3: error: ici"))
      #expect(said.contains("\n   | let a = b") && !said.contains("ailleurs"))
    }
    #expect(builds == 2)
  }

  @Test(
    "an exercise that is not judged says whose fault it is",
    arguments: [
      ("exercices/3.1.swift", 65, "Ta réponse ne se compile pas"),
      ("exercices/2.3.swift", 65, "./workbook exercise 2.3 --reset"),
      ("chapters/01-un.md", 70, "La construction a échoué."),
    ])
  func broken(file: String, status: Int32, words: String) async throws {
    try Data("\(file):7:3: error: ici\n".utf8)
      .write(to: URL(filePath: "\(root.path)/failure"))
    let outcome = try await Program.run(
      ["exercise", "3.1"], environment: Compiler.environment(in: root.path),
      executable: "\(root.path)/workbook")
    #expect(outcome.status == status && outcome.output.isEmpty)
    #expect(outcome.messages.hasPrefix("\(file):7:3: error: ici\n"), "\(outcome.messages)")
    #expect(outcome.messages.contains(words), "\(outcome.messages)")
  }
}
