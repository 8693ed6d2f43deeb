import LinearAlgebra

extension Activation {
  /// The sigmoid, `σ(x) = 1/(1 + e⁻ˣ)`, values in (0, 1), without overflow for any `x`.
  ///
  /// Derivative: `σ'(x) = σ(x)·(1 − σ(x)) = e/(1 + e)²` with `e = e^(−|x|)`, which does not cancel.
  public static var sigmoid: Activation {
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    get {
      Activation(
        "sigmoid", exponent: { x in -abs(x) },
        value: { x, e in (x < 0 ? e : 1) / (1 + e) },
        derivative: { _, e in e / square(1 + e) }
      )
      .ofLibrary
    }
  }

  /// The sigmoid exactly as the formula is written, `1/(1 + e⁻ˣ)`: `e⁻ˣ` overflows to infinity
  /// below −709, which gives the right limit, 0. The documents' formula, step by step.
  ///
  /// Derivative: `σ(x)·(1 − σ(x))`.
  public static var naiveSigmoid: Activation {
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    get {
      let apply: @Sendable (Elements, MutableElements) -> Void = { Z, A in
        A.fill(from: Z) { -$0 }
        Scalar.exp(inPlace: A)
        A.fill(from: Elements(A)) { e in 1 / (1 + e) }
      }
      return Activation(
        "naive_sigmoid",
        .elementwise(
          apply: apply,
          differentiate: { Z, slopes in
            apply(Z, slopes)
            slopes.fill(from: Elements(slopes)) { s in s * (1 - s) }
          },
          pullBack: { dA, _, A in dA.combine(with: A) { dA, s in s * (1 - s) * dA } })
      )
      .ofLibrary
    }
  }

  @inline(__always)
  static func stableSigmoid(_ x: Scalar) -> Scalar {
    let e = Scalar.exp(-abs(x))
    return x < 0 ? e / (1 + e) : 1 / (1 + e)
  }
}
