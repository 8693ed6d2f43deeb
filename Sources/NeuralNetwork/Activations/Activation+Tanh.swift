import LinearAlgebra

extension Activation {
  /// The hyperbolic tangent, values in (−1, 1), correct for any `x`.
  ///
  /// Derivative: `tanh'(x) = 1 − tanh²(x) = 4e/(1 + e)²` with `e = e^(−2|x|)`, which does not cancel.
  public static var tanh: Activation {
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    get {
      let exponential = Activation(
        "", exponent: { x in -2 * abs(x) },
        value: { x, e in (1 - e) / (1 + e) }, derivative: { _, e in 4 * e / square(1 + e) })
      guard case .elementwise(_, let differentiate, let pullBack) = exponential.form else {
        return exponential
      }
      return Activation(
        "tanh",
        .elementwise(
          apply: { Z, A in
            A.fill(from: Z) { $0 }
            Scalar.tanh(inPlace: A)
          },
          differentiate: differentiate, pullBack: pullBack)
      )
      .ofLibrary
    }
  }

  /// The hyperbolic tangent exactly as the formula is written,
  /// `(eˣ − e⁻ˣ)/(eˣ + e⁻ˣ)`: `nan` where `eˣ` overflows (beyond ±709 in
  /// double precision). The documents' formula, step by step.
  ///
  /// Derivative: `1 − tanh²(x)`.
  public static var naiveTanh: Activation {
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    get {
      // snippet.naive
      Activation(
        "naive_tanh",
        exponentials: { rising, falling in
          (rising - falling) / (rising + falling)
        },
        derivativeFromValue: { a in 1 - a * a }
      )
      // snippet.end
      .ofLibrary
    }
  }
}
