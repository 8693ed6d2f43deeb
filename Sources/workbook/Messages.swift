import Foundation
import Rendering

/// What the program says on standard error.
enum Messages {
  static func send(_ message: String) {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.map { String($0).safeForTerminal + "\n" }.joined()
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
