import ChapterKit
import Document
import Experiments
import Files
import Foundation
import Publishing

/// The woven document on standard output.
struct StandardOutput {
  private let renderer: TerminalRenderer
  let capabilities: TerminalCapabilities

  /// - Parameter answers: what the terminal said that it can show.
  init(answers: TerminalAnswers = TerminalAnswers()) {
    capabilities = .detect(
      fileDescriptor: STDOUT_FILENO, environment: ProcessInfo.processInfo.environment)
    renderer = TerminalRenderer(
      width: capabilities.width, color: capabilities.color, answers: answers)
  }

  /// Shows a block at once.
  ///
  /// - Throws: `OutputClosed` when nobody reads any more, `OutputFailed`.
  func write(_ block: WovenBlock) throws { try Self.write(text: renderer.render(block)) }

  /// Shows a text as it is.
  ///
  /// - Throws: `OutputClosed` when nobody reads any more, `OutputFailed`.
  static func write(text: String) throws {
    do {
      try Screen.ofProgram.write(text)
    } catch let failure as SystemFailure {
      if failure.code == EPIPE { throw OutputClosed() }
      throw OutputFailed(code: failure.code)
    }
  }
}

extension Screen: TrainingProgress, SweepProgress {
  /// The program's one screen: whoever writes to standard output or draws a bar uses it.
  static let ofProgram = Screen(
    capabilities: .detect(
      fileDescriptor: STDERR_FILENO, environment: ProcessInfo.processInfo.environment))
}
