import Files
import Foundation
import FrenchText
import Plotting
import Publishing
import Synchronization

/// Ctrl-C, a polite kill, a terminal that closes: the bars disappear, no half-written file and no
/// gnuplot stays, the status says why.
enum Interruption {
  private static let statuses: [Int32: ExitStatus] = [
    SIGINT: .interrupted, SIGTERM: .terminated, SIGHUP: .hungUp,
  ]
  private static let ending = NSLock()
  /// Set by the signal handler.
  private static let hasBegun = Atomic(false)
  private static let duty = Mutex<(@Sendable (Int32) -> Void)?>(nil)
  /// What the signal handler writes to; set before there is one.
  nonisolated(unsafe) private static var bell: Int32 = -1

  /// From here on, signals end the program in order; where the system has no descriptor left for
  /// that, they end it at once.
  static func watch() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    bell = ends[1]
    // A handler must not be the first to touch it.
    hasBegun.store(false, ordering: .relaxed)
    let ear = ends[0]
    // A handler may do next to nothing, a thread everything.
    Thread.detachNewThread { answer(ear) }
    for number in statuses.keys {
      let previous = signal(number) { number in
        let code = errno
        Interruption.hasBegun.store(true, ordering: .relaxed)
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(Interruption.bell, &byte, 1)
        errno = code
      }
      // nohup: the program was told to outlive its terminal.
      let wasIgnored = unsafeBitCast(previous, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
      if number == SIGHUP, wasIgnored { signal(SIGHUP, SIG_IGN) }
    }
    // Whoever started the program may have held them back for itself.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in statuses.keys { sigaddset(&signals, number) }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Called once by whoever ends the program, its own end or a signal: the first decides the status,
  /// another waits for the program to be gone.
  static func claimEnd() { ending.lock() }

  /// Has something done before a signal ends the program; it may take a few seconds.
  static func beforeEnd(_ duty: @escaping @Sendable (_ signal: Int32) -> Void) {
    self.duty.withLock { $0 = duty }
  }

  /// Does not return once a signal is ending the program.
  ///
  /// Ctrl-C reaches all programs of a terminal at once: what others do about it, this one sees after
  /// its own signal.
  static func standAside() {
    while hasBegun.load(ordering: .relaxed) { pause() }
  }

  private static func answer(_ ear: Int32) {
    var byte: UInt8 = 0
    while read(ear, &byte, 1) != 1 {}
    // An end under way that does not come, for nobody reads its last message, must not hold this up.
    _ = ending.lock(before: Date(timeIntervalSinceNow: 1))
    duty.withLock { $0 }?(Int32(byte))
    Screen.ofProgram.close()
    Gnuplot.stopForever()
    WholeFile.blockFurtherWrites()
    ScratchDirectory.removeAll()
    _exit((statuses[Int32(byte)] ?? .terminated).rawValue)
  }
}
