import Document

extension Tangler {
  /// What a chapter shows of an exercise's cell: the stub with the file that an answer goes to, the
  /// solution when it is asked for, nothing of the checks and of the mistakes.
  func exerciseCell(
    _ cell: ChapterSource.Cell, _ exercises: [ExerciseSource], _ references: inout CrossReferences
  ) throws -> [String] {
    switch cell.options.exercise?.kind {
    case .stub:
      guard let exercise = exercises.first(where: { $0.stub == cell }) else { return [] }
      let listing = Listing(
        cell.code,
        role: .exercise(
          number: exercise.number, level: cell.options.level,
          hints: try references.hints(of: exercise)),
        origin: ExerciseSource.answerFile(exercise.number))
      return ["try self.excerpt(\(SwiftLiteral.listing(listing)))"]
    case .solution:
      guard let exercise = exercises.first(where: { $0.solution == cell }) else { return [] }
      let listing = Listing(
        cell.code,
        role: .solution(
          number: exercise.number,
          explanation: try references.explanation(of: exercise),
          mistakes: try exercise.mistakes.map { try references.remark(on: $0) }))
      return ["try self.solution(\(SwiftLiteral.listing(listing)))"]
    case .check, .mistake, nil:
      return []
    }
  }

  /// The Swift source of a chapter's exercises: each stub, each solution and each mistake with its
  /// checks.
  public func exercises(of chapter: ChapterSource) throws -> String {
    let exercises = try chapter.exercises()
    var references = try CrossReferences(chapter, bibliography: bibliography)
    var lines = imports.map { "import \($0)" }
    lines += ["", "let \(exercisesName(chapter)): [Exercise] = ["]
    for exercise in exercises {
      let name = functionName(exercise)
      let explanation = try references.explanation(of: exercise)
      let mistakes = try exercise.mistakes.enumerated().map { index, mistake in
        let remark = try references.remark(on: mistake)
        return "Exercise.Mistake(remark: \(SwiftLiteral.string(remark))) "
          + "{ try await $0.\(name)Mistake\(index + 1)() }"
      }
      lines.append(
        "Exercise(number: \(SwiftLiteral.string(exercise.number)), "
          + "title: \(SwiftLiteral.string(exercise.title)), "
          + "level: \(SwiftLiteral.level(exercise.stub.options.level)), "
          + "stub: \(SwiftLiteral.string(exercise.stub.code)), "
          + "hints: \(SwiftLiteral.array(try references.hints(of: exercise))), "
          + "explanation: \(SwiftLiteral.string(explanation)), "
          + "check: \(SwiftLiteral.string(exercise.check.code)), "
          + "checkStub: { try await $0.\(name)Stub() }, "
          + "checkSolution: { try await $0.\(name)Solution() }, "
          + "mistakes: [\(mistakes.joined(separator: ", "))]),")
    }
    lines += ["]", "", "extension ExerciseChecks {"]
    for exercise in exercises {
      let name = functionName(exercise)
      lines += check("\(name)Stub", exercise.stub, exercise)
      lines += check("\(name)Solution", exercise.solution, exercise)
      for (index, mistake) in exercise.mistakes.enumerated() {
        lines += check("\(name)Mistake\(index + 1)", mistake, exercise)
      }
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
    _ name: String, _ cell: ChapterSource.Cell, _ exercise: ExerciseSource
  ) -> [String] {
    check(name, cell.code, at: cell.location, exercise)
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

extension CrossReferences {
  fileprivate mutating func hints(of exercise: ExerciseSource) throws -> [String] {
    try exercise.stub.options.hints.map { try resolve($0, "hints", of: exercise.stub) }
  }

  fileprivate mutating func explanation(of exercise: ExerciseSource) throws -> String {
    let cell = exercise.solution
    return try resolve(cell.options.explanation ?? "", "explanation", of: cell)
  }

  fileprivate mutating func remark(on mistake: ChapterSource.Cell) throws -> String {
    try resolve(mistake.options.remark ?? "", "remark", of: mistake)
  }

  /// An option's text with a link for each name that it cites.
  private mutating func resolve(
    _ text: String, _ key: String, of cell: ChapterSource.Cell
  ) throws -> String {
    try resolve(text, at: cell.options.places[key] ?? cell.location)
  }
}
