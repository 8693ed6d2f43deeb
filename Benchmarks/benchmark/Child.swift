import Foundation

/// A program that ran to its end: what it printed, how long it took, how much memory at most.
struct Child: Sendable {
  let output: Data
  let seconds: Double
  let peakBytes: Int

  /// Runs a program by its path and waits; Foundation's `Process` would not tell the
  /// memory that it used.
  ///
  /// - Throws: `Failure` where it does not start or does not end well.
  init(_ command: [String]) throws {
    var pipe: [Int32] = [0, 0]
    guard Glibc.pipe(&pipe) == 0 else { throw Failure("Pas de tube pour \(command[0]).") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO)
    posix_spawn_file_actions_addclose(&actions, pipe[0])

    var words = command.map { strdup($0) }
    defer { words.forEach { free($0) } }
    words.append(nil)
    let clock = ContinuousClock()
    let start = clock.now
    var process = pid_t()
    let problem = posix_spawn(&process, command[0], &actions, nil, words, environ)
    close(pipe[1])
    guard problem == 0 else {
      close(pipe[0])
      throw Failure("« \(command[0]) » ne démarre pas : \(String(cString: strerror(problem))).")
    }
    output = try FileHandle(fileDescriptor: pipe[0], closeOnDealloc: true).readToEnd() ?? Data()
    var (status, usage) = (Int32(0), rusage())
    wait4(process, &status, 0, &usage)
    seconds = start.duration(to: clock.now) / .seconds(1)
    peakBytes = usage.ru_maxrss * 1024
    guard status == 0 else { throw Failure("« \(command.joined(separator: " ")) » a échoué.") }
  }
}
