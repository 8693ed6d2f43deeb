import Foundation
import ProgramUnderTest
import Testing

@Suite("Interruptions, at any moment")
struct SignalTests {
  struct Interruption: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let signal, status: Int32
  }

  static let all = [
    Interruption(testDescription: "Ctrl-C", signal: SIGINT, status: 130),
    Interruption(testDescription: "kill", signal: SIGTERM, status: 143),
    Interruption(testDescription: "closed terminal", signal: SIGHUP, status: 129),
  ]
  /// From the program's first instant to past its end, in milliseconds.
  static let delays = [0, 5, 10, 20, 50, 80, 120, 160, 210, 270, 350, 430, 510, 640, 800, 1100]

  @Test("a training ends with its status, all its files whole", arguments: delays)
  func training(delay: Int) async throws {
    let workspace = try Workspace()
    let files = ["réseau.safetensors", "coût.png", "résultat.json"].map(workspace.directory.file)
    for file in files { try Workspace.putOlderResult(at: file) }
    try await interrupt(
      workspace.train([
        "--layers", "relu:600,sigmoid:10", "--save", files[0], "--plot", files[1], "--json",
        files[2],
      ]), in: workspace, after: delay)
  }

  @Test("a chapter ends with its status, all its figures whole", arguments: delays)
  func chapter(delay: Int) async throws {
    let workspace = try Workspace(training: 2000)
    try Workspace.putOlderResult(at: workspace.directory.file("figures/chapitre-3/cout-tanh.png"))
    try await interrupt(workspace.chapter(["-P", "epochs=3"]), in: workspace, after: delay)
  }

  @Test(
    "a verification ends with its status, and its private files go", arguments: [300, 500, 910])
  func verification(delay: Int) async throws {
    let workspace = try Workspace()
    try FileManager.default.createDirectory(
      atPath: workspace.directory.file("tmp"), withIntermediateDirectories: true)
    try await interrupt(
      ["verify", "3", "6", "--data", workspace.directory.path], in: workspace, after: delay,
      environment: ["TMPDIR": workspace.directory.file("tmp")])
    let left = try FileManager.default.contentsOfDirectory(
      atPath: workspace.directory.file("tmp"))
    #expect(left.isEmpty)
  }

  @Test("while a figure is drawn, gnuplot is stopped too", arguments: all)
  func drawing(_ interruption: Interruption) async throws {
    let workspace = try Workspace()
    let number = workspace.directory.file("numéro")
    // It hangs, and so does a program that it started.
    let path = try workspace.directory.program(
      "gnuplot", "sleep 1000 & echo $$ $! > '\(number).neuf'; mv '\(number).neuf' '\(number)'; wait"
    )
    let outcome = try await Program.run(
      workspace.figure(), environment: ["PATH": path], interruptedBy: interruption.signal
    ) {
      wait { FileManager.default.fileExists(atPath: number) }
    }
    outcome.expect(interruption.status, saying: nil)
    let children = try String(contentsOfFile: number, encoding: .utf8)
      .split(whereSeparator: \.isWhitespace).compactMap { pid_t($0) }
    #expect(children.count == 2)
    for child in children { #expect(try await hasEnded(child)) }
    #expect(TemporaryDirectory.files(in: workspace.directory.file("figures")).isEmpty)
  }

  @Test("while a file is written, the older one or the new one stays, whole", arguments: all)
  func writing(_ interruption: Interruption) async throws {
    let workspace = try Workspace()
    let output = workspace.directory.file("sortie")
    try Workspace.putOlderResult(at: output + "/réseau.safetensors")
    let outcome = try await Program.run(
      workspace.train([
        "--layers", "relu:3000,sigmoid:10", "--save", output + "/réseau.safetensors",
      ]),
      interruptedBy: interruption.signal
    ) {
      // The temporary file has its first bytes; on a busy machine, that moment may be missed.
      wait {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: output)) ?? []
        return names.contains { name in
          let size = try? FileManager.default.attributesOfItem(atPath: "\(output)/\(name)")[.size]
          return size as? Int ?? 0 > Workspace.older.count
        }
      }
    }
    #expect([0, interruption.status].contains(outcome.status) && outcome.messages.isEmpty)
    #expect(TemporaryDirectory.files(in: output) == ["réseau.safetensors"])
    #expect(faults(of: output).isEmpty)
  }

  @Test("a reader who does not read does not hold an interruption up")
  func stuck() async throws {
    let workspace = try Workspace()
    let status = try await Program.waiting {
      let process = Program.process(workspace.chapter())
      let output = Pipe()
      // Linux's F_SETPIPE_SZ: less than the chapter.
      _ = fcntl(output.fileHandleForWriting.fileDescriptor, 1031, 4096)
      process.standardOutput = output
      try process.run()
      usleep(600_000)
      kill(process.processIdentifier, SIGINT)
      process.waitUntilExit()
      return process.shellStatus
    }
    #expect(status == 130)
  }

  @Test("under nohup, a closed terminal changes nothing")
  func nohup() async throws {
    let workspace = try Workspace()
    let outcome = try await Program.shell(
      #"trap '' HUP; ("$WORKBOOK" "$@" & p=$!; for i in 1 2 3 4 5; do kill -HUP $p; sleep 0.1; done; wait $p)"#,
      workspace.chapter())
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Goldberg"))
  }

  @Test("on a terminal, the bars go away and no colour stays", arguments: all)
  func terminal(_ interruption: Interruption) async throws {
    let workspace = try Workspace(training: 2000)
    let screen = try await Terminal.run(
      workspace.chapter(["-P", "epochs=500"]), columns: 60, environment: ["TERM": "xterm"],
      interruptedBy: (interruption.signal, "/500"))
    #expect(screen.status == interruption.status)
    #expect(screen.screen.hasSuffix("\r\u{1B}[J"))
    // Every colour is followed by a reset.
    let last = screen.screen.ranges(of: /\u{1B}\[[0-9;]*m/).last.map { screen.screen[$0] }
    #expect(last == "\u{1B}[0m")
  }

  /// Runs the program, sends it a signal after some time, and looks at what is left.
  private func interrupt(
    _ command: [String], in workspace: Workspace, after milliseconds: Int,
    environment: [String: String] = [:], sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let interruption = Self.all[milliseconds / 10 % Self.all.count]
    let outcome = try await Program.run(
      command, environment: environment, interruptedBy: interruption.signal
    ) { usleep(UInt32(milliseconds) * 1000) }
    #expect(
      [0, interruption.status].contains(outcome.status), "\(outcome.status)",
      sourceLocation: sourceLocation)
    #expect(outcome.messages.isEmpty, sourceLocation: sourceLocation)
    #expect(faults(of: workspace.directory.path).isEmpty, sourceLocation: sourceLocation)
  }

  /// Whether a process, killed a moment ago, is gone or only waits for its parent to notice.
  private func hasEnded(_ process: pid_t) async throws -> Bool {
    for _ in 0..<500 {
      let line = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
      guard let state = line?.split(separator: ") ").last?.first, state != "Z" else { return true }
      try await Task.sleep(for: .milliseconds(10))
    }
    return false
  }
}
