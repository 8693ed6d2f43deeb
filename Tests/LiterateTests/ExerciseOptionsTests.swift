import Document
import Testing

@testable import Literate

@Suite("Levels, explanations and mistakes of an exercise")
struct ExerciseOptionsTests {
  private func chapter(_ cells: String...) throws -> ChapterSource {
    let fences = cells.map { "```swift\n\($0)\n```\n" }.joined(separator: "\n")
    return try ChapterSource(
      file: "chapters/05-essai.md", text: "---\ntitle: Essai\n---\n\(fences)")
  }

  private let tangler = Tangler(imports: ["ChapterKit"], context: "ChapterContext") { _ in "" }
  private let stub = "//| exercise: un\n//| level: enquête\nlet x = 0"
  private let solution =
    "//| solution: un\n//| explanation: |\n//|   Parce que.\n//|\n//|   - Voilà : $x$.\nlet x = 1"
  private let check = "//| check: un\nexpect(\"x\", x, 1)"
  private let mistakes = [2, 3].map {
    "//| mistake: un\n//| remark: Tu as compté jusqu’à \($0).\nlet x = \($0)"
  }

  @Test("level, explanation and remarks go where the chapter shows them")
  func shown() throws {
    let tangled = try tangler.tangle(
      try chapter(stub, solution, check, mistakes[0], mistakes[1]))
    #expect(
      tangled.contains(
        #".exercise(number: "5.1", level: ExerciseLevel(rawValue: "enquête"), hints: [])"#))
    #expect(
      tangled.contains(
        #"explanation: "Parce que.\n\n- Voilà : $x$.", mistakes: ["Tu as compté jusqu’à 2.", "#
          + #""Tu as compté jusqu’à 3."])"#), "\(tangled)")
    #expect(!tangled.contains("\nlet x"))
  }

  @Test("each mistake is followed by the checks, at its own lines")
  func tangled() throws {
    let tangled = try tangler.exercises(
      of: try chapter(stub, mistakes[0], solution, check, mistakes[1]))
    #expect(tangled.contains(#"level: ExerciseLevel(rawValue: "enquête")"#))
    #expect(
      tangled.contains(
        #"Exercise.Mistake(remark: "Tu as compté jusqu’à 2.") { try await $0.exercise5_1Mistake1() }"#
      ))
    #expect(tangled.contains("mutating func exercise5_1Mistake2() async throws {"))
    #expect(tangled.contains("line: 13)\nlet x = 2"))
    #expect(tangled.ranges(of: "expect(\"x\", x, 1)\n#source").count == 4)
  }

  @Test("an exercise may have none of them")
  func none() throws {
    let tangled = try tangler.exercises(
      of: try chapter("//| exercise: un\nlet x = 0", "//| solution: un\nlet x = 1", check))
    #expect(tangled.contains("level: nil,"))
    #expect(tangled.contains("mistakes: []"))
  }

  @Test("what a text of an exercise cites is linked, and must be there")
  func citations() throws {
    let figure =
      "//| label: fig-a\n//| fig-cap: A\n//| fig-alt: B\nshow(plot)"
    let cited = "//| mistake: un\n//| remark: Regarde @fig-a.\nlet x = 3"
    let tangled = try tangler.exercises(of: try chapter(figure, stub, solution, check, cited))
    #expect(tangled.contains("Regarde [figure\u{A0}5.1](#fig-a)."))
    let error = #expect(throws: ChapterError.self) {
      try tangler.tangle(try chapter(stub, solution, check, cited))
    }
    #expect(error?.problem == .unknownLabel("fig-a", suggestion: nil))
  }

  @Test(
    "an option in the wrong cell is an error at its line, which names the right one",
    arguments: [
      ("//| solution: un\n//| level: calcule", "level", ExerciseRole.Kind.stub),
      ("//| exercise: un\n//| explanation: Car.", "explanation", .solution),
      ("//| check: un\n//| remark: Tu as.", "remark", .mistake),
      ("//| mistake: un\n//| hints: [a]\n//| remark: b", "hints", .stub),
    ])
  func misplaced(options: String, key: String, kind: ExerciseRole.Kind) {
    let error = #expect(throws: ChapterError.self) { try chapter(options) }
    #expect(error?.problem == .exerciseOption(key, of: kind))
    #expect(error?.location.line == 6)
    #expect(error?.description.contains("« \(kind.rawValue): … »") == true)
  }

  @Test("an unknown level is an error that names the levels")
  func unknownLevel() {
    let error = #expect(throws: ChapterError.self) {
      try chapter("//| exercise: un\n//| level: programe")
    }
    #expect(error?.location.line == 6)
    let message = error?.description ?? ""
    #expect(message.contains("« calcule » ou « programme » ou « enquête »"), "\(message)")
    #expect(message.contains("voulais-tu dire"))
  }

  @Test("a mistake needs its remark and an exercise; a text of an exercise computes nothing")
  func refused() throws {
    let bare = #expect(throws: ChapterError.self) { try chapter("//| mistake: un\nlet x = 2") }
    #expect(bare?.problem == .optionMissing("remark", label: "un"))
    let computed = #expect(throws: ChapterError.self) {
      try chapter("//| solution: un\n//| explanation: Il y en a `{swift} number(3)`.")
    }
    #expect(computed?.location.line == 6)
    #expect(throws: ChapterError.self) { try chapter(mistakes[0]).exercises() }
  }
}
