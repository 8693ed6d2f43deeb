import Dispatch
import Files
import Foundation
import Rendering

/// Ctrl-C and a polite kill: the bars disappear, no half-written file stays, the status says why.
enum Interruption {
  /// The program's one screen.
  static let screen = Screen(
    capabilities: .detect(
      fileDescriptor: STDERR_FILENO, environment: ProcessInfo.processInfo.environment))

  private static let queue = DispatchQueue(label: "interruption")
  // Unsafe in name only: made once, activated once, never touched again.
  nonisolated(unsafe) private static let sources = [
    (SIGINT, ExitStatus.interrupted), (SIGTERM, .terminated),
  ].map {
    number, status in
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
    source.setEventHandler {
      screen.close()
      WholeFile.blockFurtherWrites()
      _exit(status.rawValue)
    }
    return source
  }

  static func watch() { sources.forEach { $0.activate() } }
}
