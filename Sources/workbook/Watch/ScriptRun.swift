import Files
import Foundation
import FrenchText

/// One run of the script that builds and then tells or judges, with all that it starts.
///
/// It stays in this program's own process group: on a terminal, Ctrl-C and Ctrl-Z reach both, and it
/// may ask for a password.
final class ScriptRun: Sendable {
  /// Readable once the script has ended.
  let end: Int32
  private let script: pid_t
  private let family: ProcessFamily

  /// Starts the script; its output and messages are this program's.
  init(script path: String, arguments: [String]) throws(ScriptNotStarted) {
    family = ProcessFamily()
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw ScriptNotStarted(path: path, code: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    do {
      script = try Self.spawn(path, arguments, mark: family.mark)
    } catch {
      for end in ends { close(end) }
      throw error
    }
    end = ends[0]
    let (script, bell) = (script, ends[1])
    Thread.detachNewThread {
      // The script stays a zombie until `finish`: its number names nobody else.
      var information = siginfo_t()
      while waitid(P_PID, id_t(script), &information, WEXITED | WNOWAIT) < 0 && errno == EINTR {}
      close(bell)
    }
  }

  /// Stops the script and all that it started, by a signal first and then by force; they are gone
  /// afterwards.
  func stop(by signal: Int32 = SIGTERM) {
    family.stop(by: signal) {
      var ready = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
      return poll(&ready, 1, 0) > 0
    }
  }

  /// Waits for the script's end where it has not come yet, and lets the system forget it.
  ///
  /// - Returns: whether it ended by itself with this status.
  @discardableResult
  func finish(with status: ExitStatus = .success) -> Bool {
    var word: Int32 = 0
    while waitpid(script, &word, 0) < 0 && errno == EINTR {}
    // The words of `WIFEXITED` and `WEXITSTATUS`, which are macros.
    return word & 0x7F == 0 && (word >> 8) & 0xFF == status.rawValue
  }

  deinit { close(end) }

  private static func spawn(
    _ path: String, _ arguments: [String], mark: String
  ) throws(ScriptNotStarted) -> pid_t {
    var attributes = posix_spawnattr_t()
    guard posix_spawnattr_init(&attributes) == 0 else {
      throw ScriptNotStarted(path: path, code: ENOMEM)
    }
    defer { posix_spawnattr_destroy(&attributes) }
    // What this program ignores for itself, the script and its tools expect.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGPIPE, SIGXFSZ] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))

    let environment = ProcessInfo.processInfo.environment.map { "\($0)=\($1)" }
    var child = pid_t()
    let code = withCStrings([path] + arguments) { arguments in
      withCStrings(environment + [mark]) { environment in
        posix_spawn(&child, path, nil, &attributes, arguments, environment)
      }
    }
    guard code == 0 else { throw ScriptNotStarted(path: path, code: code) }
    return child
  }
}

/// The script that builds and runs cannot be started.
struct ScriptNotStarted: ReportedError {
  let path: String
  let code: Int32

  var exitStatus: ExitStatus { .software }

  var description: String {
    "Le script \(quoted(path)) ne se lance pas : \(systemCause(code))."
  }
}

/// Calls `body` with a list of C strings that ends with a null pointer.
private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = strings.map { strdup($0) } + [nil]
  defer { pointers.forEach { free($0) } }
  return body(pointers)
}
