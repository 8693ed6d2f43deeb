import Foundation
import Testing

@Suite("chapter --watch")
struct WatchCommandTests {
  @Test("a change runs the chapter again, with the same arguments, without --watch")
  func change() async throws {
    let program = try WatchedProgram.start("un", of: .chapter, ["-P", "epochs=5"])
    #expect(try await program.shows(WatchedProgram.waiting))
    #expect(program.text.hasPrefix("arguments: chapter 3 -P epochs=5\nchapter: un\n"))
    try program.save("deux")
    #expect(try await program.shows(WatchedProgram.waiting, 2))
    #expect(program.text.contains("chapter: deux"))
    // Between two runs of a log, a line.
    #expect(program.text.ranges(of: "────").count > 0)
    #expect(!program.text.contains("\u{1B}"))
    program.send(SIGINT)
    #expect(try await program.status == 130)
    #expect(program.text.ranges(of: "arguments:").count == 2)
  }

  @Test("a run that fails is shown, and waits for a change like another")
  func failure() async throws {
    let program = try WatchedProgram.start("failing")
    #expect(try await program.shows(WatchedProgram.waiting))
    try program.save("un")
    #expect(try await program.shows(WatchedProgram.waiting, 2))
    program.send(SIGTERM)
    #expect(try await program.status == 143)
  }

  @Test("a save during the run stops it, with all that it has started, and runs anew")
  func restart() async throws {
    let program = try WatchedProgram.start("long")
    #expect(try await program.shows("started"))
    try program.save("court")
    #expect(try await program.shows(WatchedProgram.waiting))
    #expect(program.text.contains("chapter: court"))
    #expect(try await program.childrenLeft().isEmpty)
    program.send(SIGINT)
    #expect(try await program.status == 130)
  }

  @Test("a run that does not want to stop is stopped")
  func stubborn() async throws {
    let program = try WatchedProgram.start("stubborn")
    #expect(try await program.shows("started"))
    try program.save("court")
    #expect(try await program.shows(WatchedProgram.waiting))
    program.send(SIGINT)
    #expect(try await program.status == 130)
  }

  @Test(
    "a signal in the middle of a run leaves nothing of it",
    arguments: [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129)] as [(Int32, Int32)])
  func signals(signal: Int32, status: Int32) async throws {
    let program = try WatchedProgram.start("long")
    #expect(try await program.shows("started"))
    program.send(signal)
    #expect(try await program.status == status)
    #expect(try await program.childrenLeft().isEmpty)
    #expect(!program.text.contains(WatchedProgram.waiting))
  }

  @Test("on a terminal, each run has a clean screen, and Ctrl-C ends it all")
  func terminal() async throws {
    let (program, keyboard) = try WatchedProgram.onTerminal("un")
    defer { close(keyboard) }
    let clean = "\u{1B}[H\u{1B}[2J\u{1B}[3J"
    #expect(try await program.shows("Ctrl-C pour"))
    #expect(program.text.hasPrefix(clean + "arguments: chapter 3\nchapter: un\n"))
    try program.save("long")
    #expect(try await program.shows("started"))
    #expect(program.text.contains(clean + "arguments: chapter 3\nchapter: long\n"))
    #expect(write(keyboard, "\u{3}", 1) == 1)
    #expect(try await program.status == 130)
    #expect(try await program.childrenLeft().isEmpty)
    #expect(program.text.ranges(of: "En attente").count == 1)
  }

  @Test("Ctrl-C waits for the run to put itself in order")
  func order() async throws {
    let (program, keyboard) = try WatchedProgram.onTerminal("polite", name: "dumb")
    defer { close(keyboard) }
    #expect(try await program.shows("started"))
    #expect(write(keyboard, "\u{3}", 1) == 1)
    #expect(try await program.status == 130)
    #expect(try await program.shows("bye"))
    #expect(!program.text.contains("\u{1B}"))
  }

  @Test("run without the script, it says how to run it")
  func alone() async throws {
    let outcome = try await Program.run(
      ["chapter", "3", "--watch"], environment: ["WORKBOOK_SCRIPT": ""])
    #expect(outcome.status == 64)
    #expect(outcome.messages.hasPrefix("Erreur : --watch : lance-le par le script ./workbook"))
  }

  @Test("a script that is not there is said to be missing")
  func missing() async throws {
    let outcome = try await Program.run(
      ["chapter", "3", "--watch"], environment: ["WORKBOOK_SCRIPT": "/nulle/part/workbook"])
    #expect(outcome.status == 70)
    #expect(outcome.messages.contains("« /nulle/part/workbook » ne se lance pas"))
  }

  @Test(
    "./workbook builds nothing before a watch, and says where it is",
    arguments: ["chapter 3", "exercise 3.2"])
  func script(command: String) async throws {
    let root = try TemporaryDirectory()
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    try root.copyProgram(package.appending(path: "workbook").path)
    // Without the stamp of a build, any other command would build.
    try root.put("", at: ".build/release/other")
    _ = try root.program("workbook", #"echo "$WORKBOOK_SCRIPT: $*""#)
    try FileManager.default.moveItem(
      atPath: root.file("bin/workbook"), toPath: root.file(".build/release/workbook"))
    let outcome = try await Program.run(
      command.split(separator: " ").map(String.init) + ["--watch"],
      executable: root.file("workbook"))
    #expect(outcome.status == 0 && outcome.messages.isEmpty, "\(outcome.messages)")
    #expect(outcome.output.hasSuffix("/workbook: \(command) --watch\n"))
    #expect(outcome.output.contains(URL(filePath: root.path).lastPathComponent))
  }
}
