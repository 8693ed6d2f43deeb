import Files
import Foundation
import Publishing

/// What the program says on standard error.
enum Messages {
  /// Says it, on lines of the terminal's width where there is a terminal.
  static func send(_ message: String) {
    let width = TerminalCapabilities.detect(
      fileDescriptor: STDERR_FILENO, environment: ProcessInfo.processInfo.environment
    ).width
    let text = TerminalRenderer(width: width, color: false)
      .message(message, isWrapped: isatty(STDERR_FILENO) == 1)
    try? writeAll(Data(text.utf8), to: STDERR_FILENO)
  }
}
