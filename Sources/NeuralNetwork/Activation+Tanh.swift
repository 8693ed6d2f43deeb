import LinearAlgebra

extension Activation {
  /// The hyperbolic tangent, values in (−1, 1), correct for any `x`.
  ///
  /// Derivative: `tanh'(x) = 1 − tanh²(x) = 4e/(1 + e)²` with `e = e^(−2|x|)`, which does not cancel.
  public static var tanh: Activation {
    Activation(
      "tanh", lanes: { Scalar.tanh($0) },
      derivative: { x in
        let e = Scalar.exp(-2 * magnitude(x))
        return 4 * e / ((1 + e) * (1 + e))
      })
  }

  // snippet.naive
  /// The hyperbolic tangent exactly as the formula is written,
  /// `(eˣ − e⁻ˣ)/(eˣ + e⁻ˣ)`: `nan` where `eˣ` overflows (beyond ±709 in
  /// double precision). The documents' formula, step by step.
  ///
  /// Derivative: `1 − tanh²(x)`.
  public static var naiveTanh: Activation {
    Activation(
      "naive_tanh",
      lanes: { x in
        let (rising, falling) = (Scalar.exp(x), Scalar.exp(-x))
        return (rising - falling) / (rising + falling)
      },
      derivativeFromValue: { a in 1 - a * a })
  }
  // snippet.end
}
