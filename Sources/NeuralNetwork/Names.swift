import LinearAlgebra

extension Activation {
  /// The activation of a name with parameters, `relu`, `leaky_relu:alpha=0.2`,
  /// `relu:max_value=6,threshold=1`; `silu` is another name of `swish`.
  ///
  /// - Throws: `NeuralNetworkError` for an unknown name or parameter, one given twice, or a
  ///   value that does not suit it.
  public static func named(_ text: String) throws -> Activation {
    let text = NameWithParameters(text)
    let name = text.name == "silu" ? "swish" : text.name
    guard let family = ActivationFamily<Scalar>.all.first(where: { $0.name == name }) else {
      throw NeuralNetworkError.unknownName(
        name, kind: .activation, known: ActivationFamily<Scalar>.all.map(\.name))
    }
    return try family.activation(of: text)
  }
}

extension Initializer {
  /// The initializer of a name, `xavier`, or `uniform:scale=0.05` for one times a factor.
  ///
  /// - Throws: `NeuralNetworkError` for an unknown name or a scale that is no positive number.
  public static func named(_ text: String) throws -> Initializer {
    let parsed = NameWithParameters(text)
    guard let initializer = all.first(where: { $0.name == parsed.name }) else {
      throw NeuralNetworkError.unknownName(parsed.name, kind: .initializer, known: all.map(\.name))
    }
    let scale = try parsed.values(of: [NamedParameter("scale", 1, .positive)])[0]
    return scale == 1
      ? initializer
      : initializer.scaled(by: scale, named: specification(parsed.name, ("scale", scale, 1)))
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
