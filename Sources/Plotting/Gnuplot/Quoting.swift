import Files
import FrenchText

/// Text in a script, where nothing in it can be taken for a command.
enum Quoting {
  /// A literal of gnuplot: between single quotes nothing is expanded, and a quote is doubled.
  static func literal(_ text: String) -> String {
    // Scalars, not characters: a quote that carries a combining accent is still a quote.
    var quoted = String.UnicodeScalarView("'".unicodeScalars)
    for scalar in text.withoutControlCharacters.unicodeScalars {
      quoted.append(scalar)
      if scalar == "'" { quoted.append(scalar) }
    }
    quoted.append("'")
    return String(quoted)
  }

  /// A label of an axis, in which gnuplot would take `%` for a number's format.
  static func tickLiteral(_ text: String) -> String {
    literal(text.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%%"))
  }

  /// At most `limit` characters, the last of them an ellipsis where some are left out.
  static func shortened(_ text: String, to limit: Int) -> String {
    text.count <= limit ? text : text.prefix(limit - 1) + "…"
  }
}
