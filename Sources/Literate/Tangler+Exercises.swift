import Document

extension Tangler {
  /// What a chapter shows of an exercise's cell: the stub with the file that an answer goes to, the
  /// solution when it is asked for, nothing of the checks.
  func exerciseCell(_ cell: ChapterSource.Cell, _ exercises: [ExerciseSource]) -> [String] {
    switch cell.options.exercise?.kind {
    case .stub:
      let number = exercises.first { $0.stub == cell }?.number ?? ""
      let listing = Listing(
        cell.code, role: .exercise(number: number, hints: cell.options.hints),
        origin: ExerciseSource.answerFile(number))
      return ["try self.excerpt(\(SwiftLiteral.listing(listing)))"]
    case .solution:
      let number = exercises.first { $0.solution == cell }?.number ?? ""
      let listing = Listing(cell.code, role: .solution(number: number))
      return ["try self.solution(\(SwiftLiteral.listing(listing)))"]
    case .check, nil:
      return []
    }
  }

  /// The Swift source of a chapter's exercises: each stub and each solution with its checks.
  public func exercises(of chapter: ChapterSource) throws -> String {
    let exercises = try chapter.exercises()
    var lines = imports.map { "import \($0)" }
    lines += ["", "let \(exercisesName(chapter)): [Exercise] = ["]
    for exercise in exercises {
      let name = functionName(exercise)
      lines.append(
        "Exercise(number: \(SwiftLiteral.string(exercise.number)), "
          + "title: \(SwiftLiteral.string(exercise.title)), "
          + "stub: \(SwiftLiteral.string(exercise.stub.code)), "
          + "hints: \(SwiftLiteral.array(exercise.stub.options.hints)), "
          + "check: \(SwiftLiteral.string(exercise.check.code)), "
          + "checkStub: { try await $0.\(name)Stub() }, "
          + "checkSolution: { try await $0.\(name)Solution() }),")
    }
    lines += ["]", "", "extension ExerciseChecks {"]
    for exercise in exercises {
      let name = functionName(exercise)
      lines += check("\(name)Stub", exercise.stub.code, at: exercise.stub.location, exercise)
      lines += check(
        "\(name)Solution", exercise.solution.code, at: exercise.solution.location, exercise)
    }
    return (lines + ["}", ""]).joined(separator: "\n")
  }

  /// The Swift source of the answers that a student wrote, each with its exercise's checks.
  ///
  /// - Parameter files: the answers' paths, `exercices/3.1.swift`; others are left alone.
  public func answers(to chapters: [ChapterSource], files: [String]) throws -> String {
    let answered = try chapters.flatMap { try $0.exercises() }.filter {
      files.contains(ExerciseSource.answerFile($0.number))
    }
    var lines = imports.map { "import \($0)" }
    lines += ["", "let answers: [String: ExerciseChecks.Check] = ["]
    lines += answered.map {
      "\(SwiftLiteral.string($0.number)): { try await $0.\(functionName($0))Answer() },"
    }
    if answered.isEmpty { lines.append(":") }
    lines += ["]", "", "extension ExerciseChecks {"]
    for exercise in answered {
      let file = ExerciseSource.answerFile(exercise.number)
      lines += check(
        "\(functionName(exercise))Answer", try text(of: file),
        at: SourceLocation(file: file, line: 1), exercise)
    }
    return (lines + ["}", ""]).joined(separator: "\n")
  }

  private func check(
    _ name: String, _ code: String, at location: SourceLocation, _ exercise: ExerciseSource
  ) -> [String] {
    [
      "@_optimize(none)", "mutating func \(name)() async throws {",
      directive(location), code, "#sourceLocation()",
      directive(exercise.check.location), exercise.check.code, "#sourceLocation()",
      "}",
    ]
  }

  private func functionName(_ exercise: ExerciseSource) -> String {
    "exercise" + exercise.number.replacing(".", with: "_")
  }
}
