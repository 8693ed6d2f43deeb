import Document

extension String {
  /// The same text, harmless to a terminal: every control character is shown as U+FFFD.
  ///
  /// Escape sequences lose the escape that starts them, so that the rest of them is plain text.
  /// Marks that turn the direction of reading, which can make a line say something else than what
  /// it holds, are shown as U+FFFD too.
  public var safeForTerminal: String { safeForTerminal(keeping: []) }

  /// The same text, harmless to a terminal, where the line ends and tabs asked for stay.
  ///
  /// A carriage return before a line feed counts as part of the line's end.
  public func safeForTerminal(keeping kept: Set<Unicode.Scalar>) -> String {
    var result = String.UnicodeScalarView()
    var scalars = unicodeScalars.makeIterator()
    var following = scalars.next()
    while let scalar = following {
      following = scalars.next()
      if scalar == "\r", following == "\n", kept.contains("\n") { continue }
      if scalar == Measured.opening || scalar == Measured.closing { continue }
      result.append(kept.contains(scalar) || scalar.isSafeForTerminal ? scalar : "\u{FFFD}")
    }
    return String(result)
  }

  /// The same text on one line: line ends and tabs become spaces, controls U+FFFD.
  var safeOnOneLine: String {
    String(safeForTerminal(keeping: ["\n", "\t"]).map { $0 == "\n" || $0 == "\t" ? " " : $0 })
  }

  /// The lines of a verbatim text, tabs set at every eighth column, without the last line's end.
  var verbatimLines: [String] {
    var lines = safeForTerminal(keeping: ["\n", "\t"])
      .split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0.expandingTabs }
  }
}

extension Substring {
  fileprivate var expandingTabs: String {
    guard contains("\t") else { return String(self) }
    var result = ""
    var column = 0
    for character in self {
      let text = character == "\t" ? String(repeating: " ", count: 8 - column % 8) : "\(character)"
      result += text
      column += text.displayWidth
    }
    return result
  }
}

extension Unicode.Scalar {
  fileprivate var isSafeForTerminal: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0: false
    case 0x2028, 0x2029: false
    case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: false
    case 0xE0000...0xE007F: false
    default: true
    }
  }
}
