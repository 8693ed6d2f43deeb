import LinearAlgebra

extension Activation {
  /// The activation of a name with parameters, `relu`, `leaky_relu:alpha=0.2`,
  /// `relu:max_value=6,threshold=1`; `silu` is another name of `swish`.
  ///
  /// - Throws: `NeuralNetworkError` for an unknown name or parameter, or a value that is no number.
  public static func named(_ text: String) throws -> Activation {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0] == "silu" ? "swish" : String(parts[0])
    guard let family = ActivationFamily<Scalar>.all.first(where: { $0.name == name }) else {
      throw NeuralNetworkError.unknownName(
        name, kind: .activation,
        known: ActivationFamily<Scalar>.all.map(\.name))
    }
    let assignments = parts.count == 2 ? parts[1].split(separator: ",") : []
    return try family.activation(changing: assignments)
  }
}

extension Initializer {
  /// The initializer of a name, `xavier`, or `uniform:scale=0.05` for one times a factor.
  ///
  /// - Throws: `NeuralNetworkError` for an unknown name or a scale that is no positive number.
  public static func named(_ text: String) throws -> Initializer {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let initializer = all.first(where: { $0.name == parts[0] }) else {
      throw NeuralNetworkError.unknownName(
        String(parts[0]), kind: .initializer, known: all.map(\.name))
    }
    guard parts.count == 2 else { return initializer }
    guard parts[1].hasPrefix("scale="), let scale = Double(parts[1].dropFirst(6)), scale > 0,
      scale.isFinite
    else {
      throw NeuralNetworkError.parameterValue(
        String(parts[1]), of: initializer.name, expected: "scale=nombre positif")
    }
    return initializer.scaled(by: scale, named: text)
  }
}

extension Cost {
  /// The cost of a name.
  ///
  /// - Throws: `NeuralNetworkError` for an unknown name.
  public static func named(_ name: String) throws -> Cost {
    guard let cost = all.first(where: { $0.name == name }) else {
      throw NeuralNetworkError.unknownName(name, kind: .cost, known: all.map(\.name))
    }
    return cost
  }
}

/// A name with the parameters that differ from their defaults: `relu:max_value=6.0`.
func specification(
  _ name: String, _ parameters: (name: String, value: Double, standard: Double)...
) -> String {
  let changed = parameters.filter { $0.value != $0.standard }.map { "\($0.name)=\($0.value)" }
  return changed.isEmpty ? name : name + ":" + changed.joined(separator: ",")
}
