import Foundation
import Testing

@Suite("exercise --watch")
struct WatchedExerciseTests {
  private let waiting = "\(WatchedProgram.waiting) dans exercices/3.2.swift ; Ctrl-C"

  @Test("each save of the answer has it judged again, one in the middle at once")
  func saves() async throws {
    let program = try WatchedProgram.start("un", of: .exercise)
    #expect(try await program.shows(waiting))
    #expect(program.text.hasPrefix("arguments: exercise 3.2\nexercise: un\n"))
    try program.save("long")
    #expect(try await program.shows("started"))
    try program.save("deux")
    #expect(try await program.shows(waiting, 2))
    #expect(program.text.contains("exercise: deux"))
    #expect(try await program.childrenLeft().isEmpty)
    program.send(SIGINT)
    #expect(try await program.status == 130)
    #expect(program.text.ranges(of: "arguments:").count == 3)
  }

  @Test("an answer that fails is shown, and waits for a better one")
  func failing() async throws {
    let program = try WatchedProgram.start("failing", of: .exercise)
    #expect(try await program.shows(waiting))
    try program.save("un")
    #expect(try await program.shows(waiting, 2))
    program.send(SIGTERM)
    #expect(try await program.status == 143)
  }

  @Test("a first visit has the stub written, and waits for an answer")
  func firstVisit() async throws {
    let program = try WatchedProgram.start(nil, of: .exercise)
    #expect(try await program.shows(waiting))
    #expect(program.text.hasPrefix("arguments: exercise 3.2\nwritten\nEn attente"))
    try program.save("un")
    #expect(try await program.shows(waiting, 2))
    #expect(program.text.contains("exercise: un"))
    program.send(SIGINT)
    #expect(try await program.status == 130)
    #expect(program.text.ranges(of: "arguments:").count == 2)
  }

  @Test("an answer that somebody wrote during the first build is judged")
  func meanwhile() async throws {
    let program = try WatchedProgram.start(nil, of: .exercise) { root in
      try root.put("à la main", at: "meanwhile")
    }
    #expect(try await program.shows("exercise: à la main"))
    #expect(try await program.shows(waiting))
    program.send(SIGINT)
    #expect(try await program.status == 130)
  }

  @Test("on a terminal, each verdict has a clean screen, and Ctrl-C ends it all")
  func terminal() async throws {
    let (program, keyboard) = try WatchedProgram.onTerminal("un", of: .exercise)
    defer { close(keyboard) }
    let clean = "\u{1B}[H\u{1B}[2J\u{1B}[3J"
    #expect(try await program.shows("Ctrl-C pour"))
    try program.save("long")
    #expect(try await program.shows("started"))
    #expect(program.text.contains(clean + "arguments: exercise 3.2\nexercise: long\n"))
    #expect(write(keyboard, "\u{3}", 1) == 1)
    #expect(try await program.status == 130)
    #expect(try await program.childrenLeft().isEmpty)
  }
}
