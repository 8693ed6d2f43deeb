extension TerminalRenderer {
  /// A message of one or more lines, harmless to the terminal.
  ///
  /// Wrapped for a terminal; left alone for a log, where a sentence is a line.
  public func message(_ message: String, isWrapped: Bool) -> String {
    message.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { line in
        isWrapped
          ? StyledText(String(line)).inFrench.wrapped(width: measure).map(\.text)
          : [String(line).safeForTerminal]
      }
      .map { $0 + "\n" }.joined()
  }
}
