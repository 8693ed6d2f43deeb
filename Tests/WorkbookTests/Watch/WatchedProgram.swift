import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// The program under `--watch`, with a small script in the place of `./workbook`.
final class WatchedProgram: Sendable {
  /// The folder of the script.
  let root: TemporaryDirectory
  private let subject: Subject
  private let process: Process
  private let shown = Mutex<[UInt8]>([])

  /// What is watched: the command without its option, and the file that it is about.
  struct Subject {
    let command: [String]
    let file: String

    static let chapter = Subject(command: ["chapter", "3"], file: "chapters/3.md")
    static let exercise = Subject(command: ["exercise", "3.2"], file: "exercices/3.2.swift")
  }

  /// What the script does: it shows its arguments and the file, then behaves as the file says; an
  /// answer that is not there is put there first.
  private static let script = """
    cd "$(dirname "$0")"
    file=chapters/3.md
    [ "$1" = chapter ] || file=exercices/$2.swift
    echo "arguments: $*"
    if [ ! -e $file ]; then
      mkdir -p exercices
      [ ! -e meanwhile ] || { cp meanwhile $file; exit 70; }
      echo stub > $file
      echo written
      exit 1
    fi
    echo "$1: $(cat $file)"
    case $(cat $file) in
    long)
      sleep 1000 & echo $! >> children
      setsid sleep 1000 & echo $! >> children
      echo started
      wait ;;
    stubborn)
      trap "" INT TERM
      echo started
      while :; do sleep 0.05; done ;;
    polite)
      trap "echo bye; exit 130" INT
      echo started
      while :; do sleep 0.05; done ;;
    failing) exit 70 ;;
    esac
    """
  static let waiting = "En attente d’un changement"

  private init(
    _ subject: Subject, _ text: String?, prepare: (TemporaryDirectory) throws -> Process
  ) throws {
    root = try TemporaryDirectory()
    self.subject = subject
    if let text { try root.put(text, at: subject.file) }
    try Self.addScript(to: root)
    process = try prepare(root)
  }

  /// Starts it with its output and messages in one pipe.
  ///
  /// - Parameters:
  ///   - text: what stands in the file; `nil` where there is none.
  ///   - prepare: puts more into the folder.
  static func start(
    _ text: String?, of subject: Subject = .chapter, _ arguments: [String] = [],
    prepare: (TemporaryDirectory) throws -> Void = { _ in }
  ) throws -> WatchedProgram {
    let pipe = Pipe()
    let program = try WatchedProgram(subject, text) { root in
      try prepare(root)
      let process = Program.process(
        subject.command + ["--watch"] + arguments, environment: environment(root))
      process.standardOutput = pipe
      process.standardError = pipe
      return process
    }
    try program.process.run()
    try pipe.fileHandleForWriting.close()
    program.listen(to: dup(pipe.fileHandleForReading.fileDescriptor))
    return program
  }

  /// Starts it on a terminal of its own; returns also the terminal's other end.
  static func onTerminal(
    _ text: String, of subject: Subject = .chapter, name: String = "xterm"
  ) throws -> (program: WatchedProgram, keyboard: Int32) {
    var (master, slave) = (Int32(-1), Int32(-1))
    var size = winsize(ws_row: 40, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &slave, nil, nil, &size) == 0 else { throw POSIXError(.ENODEV) }
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    let program = try WatchedProgram(subject, text) { root in
      let environment = environment(root).merging(["TERM": name]) { $1 }
      let process = Program.process(
        executable: "/usr/bin/setsid",
        ["--ctty", "--wait", Program.path] + subject.command + ["--watch"],
        environment: environment)
      let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
      process.standardInput = terminal
      process.standardOutput = terminal
      process.standardError = terminal
      return process
    }
    try program.process.run()
    close(slave)
    program.listen(to: dup(master))
    return (program, master)
  }

  private static func environment(_ root: TemporaryDirectory) -> [String: String] {
    ["WORKBOOK_SCRIPT": root.file("workbook")]
  }

  /// The script beside the chapters, as `./workbook` is.
  private static func addScript(to root: TemporaryDirectory) throws {
    _ = try root.program("workbook", script)
    try FileManager.default.moveItem(
      atPath: root.file("bin/workbook"), toPath: root.file("workbook"))
  }

  private func listen(to descriptor: Int32) {
    Thread.detachNewThread { [self] in
      var buffer = [UInt8](repeating: 0, count: 4096)
      while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
        shown.withLock { $0 += buffer[..<count] }
      }
      close(descriptor)
    }
  }

  /// All that it has shown so far.
  var text: String {
    String(decoding: shown.withLock { $0 }, as: UTF8.self)
      .replacing("\u{A0}", with: " ").replacing("\r\n", with: "\n")
  }

  /// Waits until it has shown a text so many times.
  func shows(_ part: String, _ times: Int = 1) async throws -> Bool {
    try await becomes { self.text.ranges(of: part).count >= times }
  }

  func save(_ text: String) throws { try root.put(text, at: subject.file) }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits for its end, by itself.
  var status: Int32 {
    get async throws {
      guard try await becomes({ !self.process.isRunning }) else {
        kill(process.processIdentifier, SIGKILL)
        return -1
      }
      return process.shellStatus
    }
  }

  /// The processes that the script has started and that still run.
  func childrenLeft() async throws -> [pid_t] {
    let list = (try? String(contentsOfFile: root.file("children"), encoding: .utf8)) ?? ""
    let children = list.split(separator: "\n").compactMap { pid_t($0) }
    // A process that has just been killed may still be waiting for its parent to notice.
    _ = try await becomes { !children.contains { isAlive($0) } }
    return children.filter(isAlive)
  }
}

private func isAlive(_ process: pid_t) -> Bool {
  let line = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
  guard let state = line?.split(separator: ") ").last?.first else { return false }
  return state != "Z"
}

/// Waits for something to be so, for half a minute at most.
private func becomes(_ condition: @Sendable () -> Bool) async throws -> Bool {
  for _ in 0..<3000 {
    if condition() { return true }
    try await Task.sleep(for: .milliseconds(10))
  }
  return false
}
