import Document

/// Swift source for a value, so that what an author wrote is compiled in unchanged.
enum SwiftLiteral {
  static func string(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": literal += "\\\\"
      case "\"": literal += "\\\""
      case "\n": literal += "\\n"
      case "\r": literal += "\\r"
      case "\t": literal += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value >= 0xE000:
        literal += "\\u{\(String(scalar.value, radix: 16))}"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }

  static func optional(_ text: String?) -> String { text.map(string) ?? "nil" }

  static func caption(_ caption: Caption?) -> String {
    guard let caption else { return "nil" }
    let kind = caption.kind == .figure ? ".figure" : ".table"
    return "Caption(\(kind), number: \(string(caption.number)), text: \(string(caption.text)), "
      + "label: \(string(caption.label)))"
  }

  static func listing(_ listing: Listing?) -> String {
    guard let listing else { return "nil" }
    return "Listing(\(string(listing.code)), role: \(role(listing.role)), "
      + "language: \(string(listing.language)), origin: \(optional(listing.origin)))"
  }

  private static func role(_ role: Listing.Role) -> String {
    switch role {
    case .cell: ".cell"
    case .failingCell: ".failingCell"
    case .hiddenCell: ".hiddenCell"
    case .excerpt: ".excerpt"
    case .exercise(let number, let level, let hints):
      ".exercise(number: \(string(number)), level: \(self.level(level)), hints: \(array(hints)))"
    case .solution(let number, let explanation, let mistakes):
      ".solution(number: \(string(number)), explanation: \(string(explanation)), "
        + "mistakes: \(array(mistakes)))"
    }
  }

  static func level(_ level: ExerciseLevel?) -> String {
    level.map { "ExerciseLevel(rawValue: \(string($0.rawValue)))" } ?? "nil"
  }

  static func array(_ texts: [String]) -> String {
    "[\(texts.map(string).joined(separator: ", "))]"
  }

  static func term(_ term: GlossaryTerm) -> String {
    "GlossaryTerm(term: \(string(term.term)), forms: \(array(term.forms)), "
      + "definition: \(string(term.definition)), language: \(optional(term.language)))"
  }

  static func parameter(_ parameter: Parameter) -> String {
    let value =
      switch parameter.value {
      case .integer(let value): ".integer(\(value))"
      case .real(let value): ".real(\(value))"
      case .boolean(let value): ".boolean(\(value))"
      case .text(let value): ".text(\(string(value)))"
      }
    let (minimum, maximum) = (bound(parameter.minimum), bound(parameter.maximum))
    return "Parameter(\(string(parameter.name)), \(value), minimum: \(minimum), "
      + "maximum: \(maximum), summary: \(optional(parameter.summary)))"
  }

  private static func bound(_ bound: Double?) -> String { bound.map { "\($0)" } ?? "nil" }
}
