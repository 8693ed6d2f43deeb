/// An error that may end the program: it says in French what happened, where and what to do, and with
/// which status the program ends.
public protocol ReportedError: Error, CustomStringConvertible {
  var exitStatus: ExitStatus { get }
}

/// How the program ends; from 64 on, the statuses of BSD's `sysexits.h`.
public enum ExitStatus: Int32, CaseIterable, Sendable {
  case success = 0
  /// `verify` found a published value that this machine does not reproduce or that no chapter compares,
  /// or a claim that does not hold.
  case different = 1
  /// A wrong command, option, chapter or parameter.
  case usage = 64
  /// A file whose content is wrong.
  case data = 65
  /// A file or data set that is missing or unreadable.
  case noInput = 66
  /// gnuplot is missing or unfit; or MNIST is not there, and no mirror brings it.
  case unavailable = 69
  /// A cell that failed, or a program that it needs.
  case software = 70
  /// The system allows too little to begin.
  case system = 71
  /// A file that cannot be written.
  case cannotCreate = 73
  /// Standard output is closed, or the disk behind it full.
  case outputFailed = 74
  /// The terminal was closed.
  case hungUp = 129
  case interrupted = 130
  /// The reader of the output went away (`| head`).
  case outputClosed = 141
  case terminated = 143
}
