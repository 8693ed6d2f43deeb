import Experiments
import Foundation
import Synchronization

/// Builds and tells a chapter, or judges an answer, and again whenever a file that it is made from
/// changes.
///
/// Each time by the script `./workbook`, which builds what has changed: this program only looks on.
@MainActor
final class WatchLoop {
  static let option = "--watch"

  private let script: String
  private let arguments: [String]
  private let answer: Answer?
  private let stage = Stage()

  /// The file that is judged.
  private struct Answer {
    let path: String
    /// As the student knows it.
    let name: String

    var isMissing: Bool { !FileManager.default.fileExists(atPath: path) }
  }

  /// Fails where the program was not started by the script.
  ///
  /// - Parameters:
  ///   - answer: the file that is judged, relative to the script; `nil` where a chapter is told.
  ///   - arguments: those of the command line, with or without `--watch`.
  init(
    answer: String? = nil,
    arguments: some Sequence<String> = CommandLine.arguments.dropFirst(),
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws {
    guard let script = environment[Script.variable], !script.isEmpty else {
      throw ArgumentError(
        Self.option, "lance-le par le script ./workbook, qui construit ce qui a changé.")
    }
    self.script = script
    let folder = URL(filePath: script).deletingLastPathComponent()
    self.answer = answer.map { Answer(path: folder.appending(path: $0).path, name: $0) }
    self.arguments = arguments.filter { $0 != Self.option }
  }

  /// Goes on until a signal ends the program.
  func run() throws -> Never {
    let folder = URL(filePath: script).deletingLastPathComponent().path
    let watch = FolderWatch(WatchedFolders(root: folder))
    let stage = stage
    Interruption.beforeEnd { stage.clear(by: $0) }
    var isFirst = true
    while true {
      // First, what is there; then the run: a save in the middle of it is a change.
      watch.remember()
      try clearScreen(isFirst: isFirst)
      isFirst = false
      let isFirstVisit = answer?.isMissing == true
      guard let run = try stage.start(script: script, arguments: arguments) else {
        Interruption.standAside()
        continue
      }
      let outcome = watch.wait(orUntilReadable: run.end)
      Interruption.standAside()
      if outcome == .changed {
        // The stub that the judge has written is no answer yet: its run may end.
        let hasStub = isFirstVisit && answer?.isMissing == false
        if !hasStub { run.stop() }
        guard run.finish(with: .different), hasStub else { continue }
        watch.remember()
      } else {
        run.finish()
      }
      let files = answer?.name ?? "chapters/, exercices/ ou Sources/"
      Messages.send("En attente d’un changement dans \(files) ; Ctrl-C pour finir.")
      _ = watch.wait()
    }
  }

  /// A clean screen for each run; in a log, a line between two of them.
  private func clearScreen(isFirst: Bool) throws {
    let capabilities = StandardOutput().capabilities
    if capabilities.movesCursor {
      try StandardOutput.write(text: "\u{1B}[H\u{1B}[2J\u{1B}[3J")
    } else if !isFirst {
      let line = String(repeating: "─", count: min(capabilities.width, 100))
      try StandardOutput.write(text: "\n\(line)\n\n")
    }
  }
}

/// The run under way, of which a signal leaves nothing.
private final class Stage: Sendable {
  private struct State {
    var run: ScriptRun?
    var isClosed = false
  }

  private let state = Mutex(State())

  /// Starts a run; none any more once the stage is cleared.
  func start(script: String, arguments: [String]) throws -> ScriptRun? {
    try state.withLock { state in
      guard !state.isClosed else { return nil }
      let run = try ScriptRun(script: script, arguments: arguments)
      state.run = run
      return run
    }
  }

  /// Stops the run, and all others for good.
  func clear(by signal: Int32) {
    let run = state.withLock { state in
      state.isClosed = true
      return state.run
    }
    run?.stop(by: signal)
  }
}
