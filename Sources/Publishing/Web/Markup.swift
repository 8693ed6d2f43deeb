import FrenchText

/// Markup that is HTML and XML at once: elements are closed, and texts are escaped where they enter.
struct Markup: Sendable, Equatable {
  private(set) var source: String

  static let empty = Markup(trusted: "")

  /// - Parameter trusted: markup of the project's own files.
  init(trusted: String) { source = trusted }

  /// A text, whatever it holds: controls and marks of direction become U+FFFD.
  static func text(_ text: String) -> Markup { Markup(trusted: escaped(text)) }

  /// Adjacent parts.
  static func all(_ parts: some Sequence<Markup>) -> Markup {
    Markup(trusted: parts.map(\.source).joined())
  }

  /// `<name a="b">content</name>`, or `<name a="b"/>` without content; attributes that are `nil` are
  /// left out.
  static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: Markup? = nil
  ) -> Markup {
    var tag = "<" + name
    for case (let key, let value?) in attributes { tag += " \(key)=\"\(escaped(value))\"" }
    guard let content else { return Markup(trusted: tag + "/>") }
    return Markup(trusted: "\(tag)>\(content.source)</\(name)>")
  }

  /// The same element on a line of its own.
  static func line(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: Markup? = nil
  ) -> Markup {
    element(name, attributes, content) + Markup(trusted: "\n")
  }

  static func + (first: Markup, second: Markup) -> Markup {
    Markup(trusted: first.source + second.source)
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.safeForTerminal(keeping: ["\n", "\t"]).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case _ where scalar.properties.isNoncharacterCodePoint: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
