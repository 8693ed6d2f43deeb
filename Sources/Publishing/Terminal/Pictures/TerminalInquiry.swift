import Files
import Foundation

/// Asks the terminal itself what it can show, since its name tells little.
public enum TerminalInquiry {
  /// Standard input and output are one terminal that this program may talk to; else, and where no
  /// answer comes within half a second, the answers are those of a terminal that shows letters.
  ///
  /// What is typed meanwhile is lost, but for Ctrl-C.
  public static func ask(patience: Duration = .milliseconds(500)) -> TerminalAnswers {
    guard mayTalk, let answer = try? exchange(patience) else { return TerminalAnswers() }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 else { return TerminalAnswers(answer) }
    return TerminalAnswers(answer, columns: Int(size.ws_col), rows: Int(size.ws_row))
  }

  private static var mayTalk: Bool {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return false }
    // In the background, reading would stop the program.
    let foreground = tcgetpgrp(STDIN_FILENO)
    return foreground < 0 || foreground == getpgrp()
  }

  private static func exchange(_ patience: Duration) throws -> String {
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { throw SystemFailure(code: errno) }
    var raw = before
    // Ctrl-C comes as a byte too: the terminal must be itself again before it ends the program.
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    guard tcsetattr(STDIN_FILENO, TCSANOW, &raw) == 0 else { throw SystemFailure(code: errno) }
    var bytes: [UInt8] = []
    defer {
      tcsetattr(STDIN_FILENO, TCSANOW, &before)
      if bytes.contains(3) { raise(SIGINT) }
    }
    try writeAll(Data(TerminalAnswers.questions.utf8), to: STDOUT_FILENO)
    let deadline = ContinuousClock.now + patience
    while !TerminalAnswers.areComplete(String(decoding: bytes, as: UTF8.self)) {
      let left = deadline - .now
      guard left > .zero, bytes.count < 4096, !bytes.contains(3) else { break }
      var ready = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      let milliseconds = left.components.attoseconds / 1_000_000_000_000_000
      guard poll(&ready, 1, Int32(milliseconds) + 1) > 0 else { continue }
      var buffer = [UInt8](repeating: 0, count: 1024)
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    // Where a question was taken for a text, it is taken away again.
    try writeAll(Data("\r\u{1B}[K".utf8), to: STDOUT_FILENO)
    return String(decoding: bytes, as: UTF8.self)
  }
}
