/// What a reader wants to know of a family of activations, in French and in TeX.
public struct ActivationGuide: Sendable, Equatable {
  /// The name of the family in `ActivationFamily.all`.
  public let family: String
  /// The right side of `f(x) = …`, with the symbols of its parameters.
  public let formula: String
  /// The right side of `f'(x) = …`.
  public let derivative: String
  /// The parameters' symbols in the formulas, by their names.
  public let symbols: [String: String]
  /// The set of values for the default parameters.
  public let range: String
  /// What it is good for, in one or two sentences.
  public let use: String
  /// Where its curve is worth looking at.
  public let interval: ClosedRange<Double>

  init(
    _ family: String, formula: String, derivative: String, range: String,
    symbols: [String: String] = [:], interval: ClosedRange<Double> = -6...6, use: String
  ) {
    self.family = family
    self.formula = formula
    self.derivative = derivative
    self.range = range
    self.symbols = symbols
    self.interval = interval
    self.use = use
  }

  /// The guide to a family; `nil` for one that the library does not have.
  public static func named(_ family: String) -> ActivationGuide? {
    all.first { $0.family == family }
  }
}
