import FrenchText

/// Rows of cells as RFC 4180 wants them, with what a spreadsheet must not run disarmed.
public enum CSV {
  /// What stands between two commas.
  public enum Cell: Equatable {
    case text(String)
    case number(Double)
    case empty

    fileprivate var written: String {
      switch self {
      case .text(let text): CSV.quoted(CSV.disarmed(text.withoutControlCharacters))
      // The shortest digits that give this very number back; whole ones need no « .0 ».
      case .number(let number):
        number.description.hasSuffix(".0")
          ? String(number.description.dropLast(2)) : number.description
      case .empty: ""
      }
    }
  }

  /// The rows as lines, all of them ended.
  public static func text(_ rows: [[Cell]]) -> String {
    rows.map { row in row.map(\.written).joined(separator: ",") + "\r\n" }.joined()
  }

  /// Scalars below, not characters: a sign that carries a combining accent is still one.
  private static func disarmed(_ text: String) -> String {
    let first = text.unicodeScalars.first { $0 != " " }
    return first.map { "=+-@".unicodeScalars.contains($0) } == true ? "'" + text : text
  }

  private static func quoted(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" }) else { return text }
    var quoted = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      quoted.append(scalar)
      if scalar == "\"" { quoted.append(scalar) }
    }
    return "\"\(String(quoted))\""
  }
}
