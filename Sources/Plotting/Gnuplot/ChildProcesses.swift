import Foundation

/// The programs that draw at this moment, so that none outlives this one.
enum ChildProcesses {
  private static let lock = NSLock()
  nonisolated(unsafe) private static var running: Set<pid_t> = []

  /// Notes the program that `spawn` starts, at the head of a process group of its own.
  static func start(_ spawn: () -> (code: Int32, child: pid_t)) -> (code: Int32, child: pid_t) {
    lock.withLock {
      let result = spawn()
      if result.code == 0 { running.insert(result.child) }
      return result
    }
  }

  /// The child's status once it has ended, `nil` before; throws the `errno` of a failure.
  ///
  /// Under the lock, for the number of a child that has been waited for may name another program.
  static func status(of child: pid_t) throws(PlottingError) -> Int32? {
    lock.lock()
    defer { lock.unlock() }
    var status: Int32 = 0
    let ended = waitpid(child, &status, WNOHANG)
    if ended == 0 || (ended < 0 && errno == EINTR) { return nil }
    let code = errno
    running.remove(child)
    // Where the program ignores SIGCHLD, the system has forgotten the status.
    guard ended == child else { throw .cannotExchange(code: code) }
    return status
  }

  /// Stops the child and what it started; it is gone afterwards.
  static func stop(_ child: pid_t) {
    lock.withLock {
      guard running.remove(child) != nil else { return }
      kill(-child, SIGKILL)
      while waitpid(child, nil, 0) < 0 && errno == EINTR {}
    }
  }

  /// Stops all of them, and keeps the lock: nothing starts any more, nobody learns how they ended.
  static func stopForever() {
    lock.lock()
    for child in running { kill(-child, SIGKILL) }
  }
}
