import LinearAlgebra

extension Activation {
  /// The activation of a name with parameters, `relu`, `leaky_relu:alpha=0.2`,
  /// `relu:max_value=6,threshold=1`, or of another library's name of the same, `silu`.
  ///
  /// - Throws: `NeuralNetworkError` for an unknown name or parameter, one given twice, or a
  ///   value that does not suit it.
  public static func named(_ text: String) throws -> Activation {
    let known = NameWithParameters(try spelling(of: text).canonical)
    guard let family = ActivationFamily<Scalar>.all.first(where: { $0.name == known.name }) else {
      throw Vocabulary.activations.unknown(known.name)
    }
    return try family.activation(of: known)
  }

  /// How the library writes the name of an activation, its parameters' names included.
  ///
  /// - Throws: `NeuralNetworkError` for an unknown name.
  public static func spelling(of text: String) throws -> Spelling {
    try Vocabulary.activations.spelling(of: text) { name in
      ActivationFamily<Double>.all.first { $0.name == name }?.parameters ?? []
    }
  }
}

extension Initializer {
  /// The initializer of a name, `xavier`, or `uniform:scale=0.05` for one times a factor; also of
  /// another library's name of the same, `kaiming_normal`.
  ///
  /// - Throws: `NeuralNetworkError` for an unknown name or a scale that is no positive number.
  public static func named(_ text: String) throws -> Initializer {
    let known = NameWithParameters(try spelling(of: text).canonical)
    guard let initializer = all.first(where: { $0.name == known.name }) else {
      throw Vocabulary.initializers.unknown(known.name)
    }
    let scale = try known.values(of: parameters(of: known.name))[0]
    return scale == 1
      ? initializer
      : initializer.scaled(by: scale, named: specification(known.name, ("scale", scale, 1)))
  }

  /// How the library writes the name of an initializer.
  ///
  /// - Throws: `NeuralNetworkError` for an unknown name.
  public static func spelling(of text: String) throws -> Spelling {
    try Vocabulary.initializers.spelling(of: text, parameters: parameters)
  }

  /// The factor, under the names that it has where the standard deviation is nothing else.
  private static func parameters(of name: String) -> [NamedParameter] {
    let otherNames =
      switch name {
      case gaussian.name: ["std", "stddev"]
      case glorotNormal.name: ["gain"]
      default: [String]()
      }
    return [NamedParameter("scale", 1, .positive, otherNames: otherNames)]
  }
}

extension Cost {
  /// The cost of a name, `categorical_crossentropy`, or of another library's name of the same, `bce`.
  ///
  /// - Throws: `NeuralNetworkError` for an unknown name.
  public static func named(_ name: String) throws -> Cost {
    let known = try spelling(of: name).canonical
    guard let cost = all.first(where: { $0.name == known }) else {
      throw Vocabulary.costs.unknown(known)
    }
    return cost
  }

  /// How the library writes the name of a cost.
  ///
  /// - Throws: `NeuralNetworkError` for an unknown name.
  public static func spelling(of name: String) throws -> Spelling {
    guard let synonym = Vocabulary.costs.synonym(name) else {
      throw Vocabulary.costs.unknown(name)
    }
    return Spelling(typed: name, canonical: synonym.meaning, remark: synonym.remark)
  }
}

/// A name with the parameters that differ from their defaults: `relu:max_value=6.0`.
func specification(
  _ name: String, _ parameters: (name: String, value: Double, standard: Double)...
) -> String {
  let changed = parameters.filter { $0.value != $0.standard }.map { "\($0.name)=\($0.value)" }
  return changed.isEmpty ? name : name + ":" + changed.joined(separator: ",")
}
