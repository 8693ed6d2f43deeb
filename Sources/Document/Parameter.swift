import FrenchText

/// A value that the reader of a chapter may change: `-P epochs=5`.
public struct Parameter: Sendable, Equatable {
  public let name: String
  public let value: ParameterValue
  /// The bounds of a numeric value, both included.
  public let minimum, maximum: Double?
  /// What it is, in a few words for the reader.
  public let summary: String?

  public init(
    _ name: String, _ value: ParameterValue, minimum: Double? = nil, maximum: Double? = nil,
    summary: String? = nil
  ) {
    self.name = name
    self.value = value
    self.minimum = minimum
    self.maximum = maximum
    self.summary = summary
  }

  /// The same parameter with another value.
  public func with(_ value: ParameterValue) -> Parameter {
    Parameter(name, value, minimum: minimum, maximum: maximum, summary: summary)
  }

  /// The value that a text stands for, of this parameter's type and within its bounds.
  ///
  /// - Throws: `ParameterError`.
  public func parse(_ text: String) throws -> ParameterValue {
    let parsed: ParameterValue? =
      switch value {
      case .integer: Int(text).map { .integer($0) }
      case .real: Double(text.replacing(",", with: ".")).map { .real($0) }
      case .boolean:
        ["true": true, "oui": true, "false": false, "non": false][text].map {
          .boolean($0)
        }
      case .text: .text(text)
      }
    guard let parsed, accepts(parsed) else {
      throw ParameterError.value(text, parameter: self)
    }
    return parsed
  }

  public func accepts(_ value: ParameterValue) -> Bool {
    guard let number = value.number else { return true }
    return number.isFinite && number >= (minimum ?? -.infinity) && number <= (maximum ?? .infinity)
  }
}

/// The typed value of a parameter.
public enum ParameterValue: Sendable, Equatable {
  case integer(Int)
  case real(Double)
  case boolean(Bool)
  case text(String)

  /// The Swift type of the constant that a cell sees.
  public var swiftType: String {
    switch self {
    case .integer: "Int"
    case .real: "Double"
    case .boolean: "Bool"
    case .text: "String"
    }
  }

  var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    case .boolean, .text: nil
    }
  }
}

extension ParameterValue: CustomStringConvertible {
  public var description: String {
    switch self {
    case .integer(let value): "\(value)"
    case .real(let value): "\(value)"
    case .boolean(let value): "\(value)"
    case .text(let value): value
    }
  }
}

/// What can be wrong with a reader's `-P name=value`.
public enum ParameterError: ReportedError, Equatable {
  case form(String)
  case unknown(String, known: [String])
  case value(String, parameter: Parameter)

  public var exitStatus: ExitStatus { .usage }

  public var description: String {
    switch self {
    case .form(let text):
      return "« \(text) » n’est pas de la forme nom=valeur : écris par exemple -P epochs=5."
    case .unknown(let name, let known):
      let meant = didYouMean(suggestion(for: name, among: known))
      let list = known.isEmpty ? "aucun" : known.joined(separator: ", ")
      return "Ce chapitre n’a pas de paramètre « \(name) »\(meant) (paramètres : \(list))."
    case .value(let text, let parameter):
      return "Le paramètre « \(parameter.name) » ne peut pas valoir « \(text) » : "
        + "donne \(parameter.expectation)."
    }
  }
}

extension Parameter {
  fileprivate var expectation: String {
    let kind =
      switch value {
      case .integer: "un nombre entier"
      case .real: "un nombre"
      case .boolean: "true ou false"
      case .text: "un texte"
      }
    switch (minimum, maximum) {
    case (let low?, let high?): return "\(kind) entre \(plain(low)) et \(plain(high))"
    case (let low?, nil): return "\(kind) à partir de \(plain(low))"
    case (nil, let high?): return "\(kind) jusqu’à \(plain(high))"
    case (nil, nil): return kind
    }
  }

  private func plain(_ bound: Double) -> String {
    Int(exactly: bound).map(String.init) ?? exact(bound)
  }
}
