/// A number that a formula leaves open, as `alpha` in `leaky_relu:alpha=0.2`.
public struct NamedParameter: Sendable, Equatable {
  /// Which numbers the formula takes; the text is what an error asks for.
  enum Domain: String, Sendable {
    case finite = "nombre"
    case positive = "nombre positif"
    case nonnegative = "nombre positif ou nul"

    /// Infinity is nonnegative: no bound at all.
    func contains(_ number: Double) -> Bool {
      switch self {
      case .finite: number.isFinite
      case .positive: number.isFinite && number > 0
      case .nonnegative: number >= 0
      }
    }
  }

  public let name: String
  /// The value when a text does not mention the parameter.
  public let value: Double
  let domain: Domain
  /// Other libraries' names of the same.
  let otherNames: [String]

  init(
    _ name: String, _ value: Double, _ domain: Domain = .finite, otherNames: [String] = []
  ) {
    self.name = name
    self.value = value
    self.domain = domain
    self.otherNames = otherNames
  }
}

/// A name and what follows it: `relu:max_value=6,threshold=1`.
struct NameWithParameters {
  let name: String
  /// `max_value=6,threshold=1`, if there is a colon.
  let assignments: Substring?

  init(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    name = String(parts[0])
    assignments = parts.dropFirst().first
  }

  /// The values of the parameters, in their order, those that the text changes and the others.
  ///
  /// - Throws: `NeuralNetworkError` for an unknown, repeated or missing parameter, or a value that
  ///   is no number of its domain.
  func values(of parameters: [NamedParameter]) throws -> [Double] {
    guard let assignments else { return parameters.map(\.value) }
    var changed: [String: Double] = [:]
    for assignment in assignments.split(separator: ",", omittingEmptySubsequences: false) {
      guard !assignment.isEmpty else {
        throw NeuralNetworkError.missingParameter(of: name, known: parameters.map(\.name))
      }
      let sides = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let parameter = parameters.first(where: { $0.name == sides[0] }) else {
        throw NeuralNetworkError.unknownParameter(
          String(sides[0]), of: name, known: parameters.map(\.name))
      }
      guard sides.count == 2, let value = Double(sides[1]), parameter.domain.contains(value) else {
        throw NeuralNetworkError.parameterValue(
          String(assignment), of: name,
          expected: "\(parameter.name)=\(parameter.domain.rawValue)")
      }
      guard changed.updateValue(value, forKey: parameter.name) == nil else {
        throw NeuralNetworkError.repeatedParameter(parameter.name, of: name)
      }
    }
    return parameters.map { changed[$0.name] ?? $0.value }
  }
}
