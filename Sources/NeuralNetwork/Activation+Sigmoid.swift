import LinearAlgebra

extension Activation {
  /// The sigmoid, `σ(x) = 1/(1 + e⁻ˣ)`, values in (0, 1), without overflow for any `x`.
  ///
  /// Derivative: `σ'(x) = σ(x)·(1 − σ(x)) = e/(1 + e)²` with `e = e^(−|x|)`, which does not cancel.
  public static var sigmoid: Activation {
    Activation(
      "sigmoid",
      lanes: { x in
        let e = Scalar.exp(-magnitude(x))
        return (1 / (1 + e)).replacing(with: e / (1 + e), where: x .< 0)
      },
      derivative: { x in
        let e = Scalar.exp(-magnitude(x))
        return e / ((1 + e) * (1 + e))
      })
  }

  /// The sigmoid exactly as the formula is written, `1/(1 + e⁻ˣ)`: `e⁻ˣ` overflows to infinity
  /// below −709, which gives the right limit, 0. The documents' formula, step by step.
  ///
  /// Derivative: `σ(x)·(1 − σ(x))`.
  public static var naiveSigmoid: Activation {
    Activation(
      "naive_sigmoid", lanes: { x in 1 / (1 + Scalar.exp(-x)) },
      derivativeFromValue: { s in s * (1 - s) })
  }

  @inline(__always)
  static func stableSigmoid(_ x: Scalar) -> Scalar {
    let e = Scalar.exp(-abs(x))
    return x < 0 ? e / (1 + e) : 1 / (1 + e)
  }
}

/// `|x|` of each number.
@inline(__always)
func magnitude<Lanes: SIMD>(_ x: Lanes) -> Lanes where Lanes.Scalar: BinaryFloatingPoint {
  x.replacing(with: -x, where: x .< 0)
}
