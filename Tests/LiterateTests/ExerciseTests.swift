import Document
import Testing

@testable import Literate

@Suite("Exercises in a chapter")
struct ExerciseTests {
  private func chapter(_ cells: String...) throws -> ChapterSource {
    let fences = cells.map { "```swift\n\($0)\n```\n" }.joined(separator: "\n")
    return try ChapterSource(
      file: "chapters/05-essai.md", text: "---\ntitle: Essai\n---\n\(fences)")
  }

  private let tangler = Tangler(imports: ["ChapterKit"], context: "ChapterContext") { path in
    "// answer of \(path)"
  }

  private let stub = "//| exercise: un\nlet x = 0"
  private let solution = "//| solution: un\nlet x = 1"
  private let check = "//| check: un\nexpect(\"x\", x, 1)"

  @Test("exercises are numbered by chapter and rank, whatever the order of their parts")
  func numbers() throws {
    let second = [stub, solution, check].map { $0.replacing(": un", with: ": deux") }
    let source = try chapter(solution, stub, second[0], check, second[1], second[2])
    #expect(try source.exercises().map(\.number) == ["5.1", "5.2"])
  }

  @Test("a chapter shows the stub and offers the solution; none of the parts is its program")
  func shown() throws {
    let tangled = try tangler.tangle(try chapter(stub, solution, check))
    #expect(
      tangled.contains(
        #"self.excerpt(Listing("let x = 0", role: .exercise(number: "5.1", level: nil, hints: []), "#
          + #"language: "swift", origin: "exercices/5.1.swift"))"#))
    #expect(tangled.contains(#"self.solution(Listing("let x = 1""#))
    #expect(!tangled.contains("\nlet x"))
    #expect(!tangled.contains("expect("))
  }

  @Test("stub and solution are each followed by the checks, at their own lines")
  func checks() throws {
    let tangled = try tangler.exercises(of: try chapter(stub, solution, check))
    #expect(tangled.contains("mutating func exercise5_1Stub() async throws {"))
    #expect(tangled.contains("line: 6)\nlet x = 0"))
    #expect(tangled.contains("line: 11)\nlet x = 1"))
    #expect(tangled.split(separator: "line: 16)\nexpect").count == 3)
  }

  @Test("only the answers that are there are built, at their own lines")
  func answers() throws {
    let source = try chapter(stub, solution, check)
    let without = try tangler.answers(to: [source], files: ["exercices/9.9.swift"])
    #expect(without.contains("= [\n:\n]"))
    let with = try tangler.answers(to: [source], files: ["exercices/5.1.swift"])
    #expect(
      with.contains(#"file: "exercices/5.1.swift", line: 1)\#n// answer of exercices/5.1.swift"#))
  }

  @Test("a part that is missing, given twice or of no exercise is an error at its line")
  func incomplete() throws {
    let missing = ChapterError(
      .exercisePartMissing("check", exercise: "un"),
      at: .init(file: "chapters/05-essai.md", line: 6))
    #expect(throws: missing) { try chapter(stub, solution).exercises() }
    let orphan = ChapterError(
      .exerciseWithoutStub("un", suggestion: nil), at: .init(file: "chapters/05-essai.md", line: 6))
    #expect(throws: orphan) { try chapter(solution).exercises() }
    let twice = ChapterError(
      .duplicateLabel("un", first: .init(file: "chapters/05-essai.md", line: 6)),
      at: .init(file: "chapters/05-essai.md", line: 11))
    #expect(throws: twice) { try chapter(stub, stub, check).exercises() }
  }

  @Test("two roles in one cell, or a name with accents, are refused")
  func badRoles() {
    for options in ["//| exercise: un\n//| check: un", "//| exercise: été"] {
      #expect(throws: ChapterError.self) { try chapter(options) }
    }
  }

  @Test("hints go with the stub, in their order, as Markdown")
  func hints() throws {
    let hints = "//| hints:\n//|   - Relis « l'énoncé ».\n//|   - \"Pose `x` : 1.\"\n"
    let source = try chapter("//| exercise: un\n\(hints)let x = 0", solution, check)
    let tangled = try tangler.tangle(source)
    #expect(
      tangled.contains(
        ##"hints: ["Relis « l'énoncé ».", "Pose `x` : 1."]"##), "\(tangled)")
  }

  @Test(
    "hints that are no list of texts, or help with no exercise, are refused at their line",
    arguments: [
      ("//| exercise: un\n//| hints: un mot", 6), ("//| exercise: un\n//| hints: []", 6),
      ("//| exercise: un\n//| hints: [a, \"\"]", 6), ("//| exercise: un\n//| hints: [[a]]", 6),
      ("//| hints: [a]", 5), ("//| solution: un\n//| hints: [a]", 6),
      ("//| check: un\n//| hints: [a]", 6),
    ])
  func badHints(options: String, line: Int) {
    let error = #expect(throws: ChapterError.self) { try chapter(options) }
    #expect(error?.location == .init(file: "chapters/05-essai.md", line: line))
    switch error?.problem {
    case .exerciseOption("hints", of: .stub), .optionValue(key: "hints", _, _): break
    default: Issue.record("\(String(describing: error))")
    }
  }
}
