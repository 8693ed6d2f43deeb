import Files
import FrenchText

/// What gnuplot says when it complains.
enum GnuplotMessage {
  private static let lines = 12
  private static let columns = 200

  /// The first lines of `text` that say something, without controls, each of bounded length.
  static func harmless(_ text: String) -> String {
    let said = text.split(whereSeparator: \.isNewline)
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .map { Quoting.shortened($0.withoutControlCharacters, to: columns) }
      .filter { !$0.allSatisfy { " ^".contains($0) } }
    let rest = said.count > lines ? ["…"] : []
    return (said.prefix(lines) + rest).map { "  " + $0 }.joined(separator: "\n")
  }
}
