import Foundation

/// One run of gnuplot, from its script to its last byte.
struct GnuplotProcess {
  /// More than any figure needs; a program that is not gnuplot could fill the memory.
  static let maximumBytes = 1 << 26
  private static let maximumMessage = 1 << 14

  let executable: String
  let timeout: Duration

  /// How a run that ended by itself ended, and what it left on its outputs.
  struct Outcome {
    let status: Int32
    let output: Data
    let message: String

    var signal: Int32? { status & 0x7F == 0 ? nil : status & 0x7F }
    var exitCode: Int32 { (status >> 8) & 0xFF }
  }

  /// Runs gnuplot on the bytes of `input`, which it reads from their beginning.
  ///
  /// -d: no initialisation file of the user's is read. The script is named as a file, for gnuplot reads
  /// its standard input a byte at a time.
  func run(
    _ input: AnonymousFile, arguments: [String] = ["-d", "/dev/stdin"]
  ) throws(PlottingError) -> Outcome {
    let output = try AnonymousFile()
    let errors = try AnonymousFile()
    try input.rewind()
    let child = try spawn(
      arguments, input: input.descriptor, output: output.descriptor, errors: errors.descriptor)
    let status = try wait(for: child, watching: [output, errors])
    let said = String(decoding: try errors.read(upTo: Self.maximumMessage), as: UTF8.self)
    return Outcome(
      status: status, output: try output.read(upTo: Self.maximumBytes),
      message: GnuplotMessage.harmless(said))
  }

  private func spawn(
    _ arguments: [String], input: Int32, output: Int32, errors: Int32
  ) throws(PlottingError) -> pid_t {
    guard !executable.isEmpty, !executable.utf8.contains(0) else {
      throw .notFound(executable: executable)
    }
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    guard posix_spawn_file_actions_init(&actions) == 0 else { throw .cannotExchange(code: ENOMEM) }
    defer { posix_spawn_file_actions_destroy(&actions) }
    guard posix_spawnattr_init(&attributes) == 0 else { throw .cannotExchange(code: ENOMEM) }
    defer { posix_spawnattr_destroy(&attributes) }
    for (target, source) in [input, output, errors].enumerated() {
      posix_spawn_file_actions_adddup2(&actions, source, Int32(target))
    }
    // What this program ignores or holds back, gnuplot must not inherit: it could not be stopped.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGPIPE, SIGXFSZ, SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    // A group of its own: Ctrl-C reaches this program alone, which then says what becomes of both.
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETPGROUP))

    let arguments = CStrings([executable] + arguments)
    let environment = CStrings(ProcessInfo.processInfo.environment.map { "\($0)=\($1)" })
    let result = ChildProcesses.start {
      var child = pid_t()
      let code = posix_spawnp(
        &child, executable, &actions, &attributes, arguments.pointers, environment.pointers)
      return (code, child)
    }
    switch result.code {
    case 0: return result.child
    case ENOENT: throw .notFound(executable: executable)
    default: throw .cannotStart(executable: executable, code: result.code)
    }
  }

  /// Waits for the end of `child` and returns its status; stops it if it takes too long or says
  /// too much. It is always gone afterwards.
  private func wait(
    for child: pid_t, watching files: [AnonymousFile]
  ) throws(PlottingError) -> Int32 {
    let deadline = ContinuousClock.now + timeout
    var pause: UInt32 = 500
    while true {
      if let status = try ChildProcesses.status(of: child) { return status }
      let bytes = files.reduce(0) { $0 + $1.size }
      let late = ContinuousClock.now >= deadline
      if late || bytes > Self.maximumBytes {
        ChildProcesses.stop(child)
        guard late else { throw .tooLarge(bytes: bytes) }
        throw .timedOut(executable: executable, seconds: timeout / .seconds(1))
      }
      usleep(pause)
      pause = min(2 * pause, 20_000)
    }
  }
}

/// A list of C strings that ends with a null pointer, as `posix_spawn` wants it.
private final class CStrings {
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ strings: [String]) {
    pointers = strings.map { strdup($0) } + [nil]
  }

  deinit { pointers.forEach { free($0) } }
}
