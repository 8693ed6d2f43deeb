import Foundation

/// The value of a formula of the catalogue, TeX as it is printed: a reading of its own, which knows
/// nothing of the library's code.
struct FormulaValue {
  struct Unreadable: Error {
    let token: String
  }

  private var tokens: [String]
  private var variables: [String: Double]
  private var next = 0

  /// - Parameter variables: by the letters and commands of the formula, `x` and `\alpha`.
  static func evaluate(_ formula: String, _ variables: [String: Double]) throws -> Double {
    var variables = variables
    let parts = formula.components(separatedBy: #", \quad "#)
    for definition in parts.dropFirst() {
      let sides = definition.components(separatedBy: " = ")
      variables[sides[0]] = try evaluate(sides[1], variables)
    }
    var reading = FormulaValue(tokens: tokens(of: parts[0]), variables: variables)
    let value = try reading.sum()
    if let token = reading.peek { throw Unreadable(token: token) }
    return value
  }

  /// `\name`, a word between `\text{` and `}`, a number, or one character.
  private static func tokens(of formula: String) -> [String] {
    let pattern = #/\\text\{ *(\w+) *\}|\\[a-z]+(?:\{cases\})?|\\\\|\\[A-Z][a-z]+|[0-9.]+|\S/#
    return formula.matches(of: pattern).map { $0.1.map(String.init) ?? String($0.0) }
  }

  private var peek: String? { next < tokens.count ? tokens[next] : nil }

  private mutating func take(_ token: String) -> Bool {
    guard peek == token else { return false }
    next += 1
    return true
  }

  private mutating func require(_ token: String) throws {
    guard take(token) else { throw Unreadable(token: "\(peek ?? "end"), not \(token)") }
  }

  private mutating func sum() throws -> Double {
    var value = 0.0
    var sign =
      take("-")
      ? -1.0
      : {
        _ = take("+"); return 1
      }()
    while true {
      value += sign * (try product())
      if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return value }
    }
  }

  /// Factors side by side, or behind a slash.
  private mutating func product() throws -> Double {
    var value = try power()
    while let token = peek {
      if take("/") {
        value /= try power()
      } else if Self.ends.contains(token) {
        break
      } else {
        value *= try power()
      }
    }
    return value
  }

  private static let ends: Set = [
    "+", "-", ")", "}", ",", "&", #"\\"#, "<", ">", "=", #"\leq"#, #"\geq"#, #"\rvert"#,
    #"\end{cases}"#, "et", "si",
  ]

  private mutating func power() throws -> Double {
    let base = try atom()
    return take("^") ? pow(base, try exponent()) : base
  }

  private mutating func exponent() throws -> Double {
    peek == "{" ? try group() : try atom()
  }

  private mutating func group() throws -> Double {
    try require("{")
    let value = try sum()
    try require("}")
    return value
  }

  private mutating func atom() throws -> Double {
    guard let token = peek else { throw Unreadable(token: "end") }
    next += 1
    if let value = variables[token] ?? Double(token) { return value }
    switch token {
    case "e": return M_E
    case #"\pi"#: return .pi
    case #"\infty"#: return .infinity
    case #"\frac"#: return try group() / group()
    case #"\sqrt"#: return try group().squareRoot()
    case #"\begin{cases}"#: return try cases()
    case "(":
      let value = try sum()
      try require(")")
      return value
    case #"\lvert"#:
      let value = try sum()
      try require(#"\rvert"#)
      return abs(value)
    case #"\max"#: return try arguments().max() ?? .nan
    case #"\min"#: return try arguments().min() ?? .nan
    default:
      guard let function = Self.functions[token] else { throw Unreadable(token: token) }
      let exponent = take("^") ? try exponent() : 1
      return pow(function(try arguments()[0]), exponent)
    }
  }

  private static let functions: [String: @Sendable (Double) -> Double] = [
    #"\tanh"#: { tanh($0) }, #"\ln"#: { log($0) }, #"\sigma"#: { 1 / (1 + exp(-$0)) },
    #"\Phi"#: { erfc(-$0 / 2.0.squareRoot()) / 2 },
  ]

  private mutating func arguments() throws -> [Double] {
    try require("(")
    var values = [try sum()]
    while take(",") { values.append(try sum()) }
    try require(")")
    return values
  }

  /// The first row whose condition holds; `nan` where none does.
  private mutating func cases() throws -> Double {
    var found: Double?
    repeat {
      let value = try sum()
      try require("&")
      if try condition() { found = found ?? value }
    } while take(#"\\"#)
    try require(#"\end{cases}"#)
    return found ?? .nan
  }

  private mutating func condition() throws -> Bool {
    if take("sinon") { return true }
    try require("si")
    var holds = true
    repeat {
      var left = try sum()
      while let comparison = peek, let compare = Self.comparisons[comparison] {
        next += 1
        let right = try sum()
        holds = holds && compare(left, right)
        left = right
      }
    } while take("et")
    return holds
  }

  private static let comparisons: [String: @Sendable (Double, Double) -> Bool] = [
    "<": { $0 < $1 }, ">": { $0 > $1 }, "=": { $0 == $1 }, #"\leq"#: { $0 <= $1 },
    #"\geq"#: { $0 >= $1 },
  ]
}
