extension Activation {
  /// The sigmoid, `σ(x) = 1/(1 + e⁻ˣ)`, values in (0, 1), without overflow for any `x`.
  ///
  /// Derivative: `σ'(x) = σ(x)·(1 − σ(x))`.
  public static var sigmoid: Activation {
    Activation("sigmoid", value: stableSigmoid) { x in
      let s = stableSigmoid(-abs(x))
      return s * (1 - s)
    }
  }

  /// The sigmoid exactly as the formula is written, `1/(1 + e⁻ˣ)`: `e⁻ˣ` overflows to infinity
  /// below −709, which gives the right limit, 0. The documents' rounding, bit for bit.
  public static var naiveSigmoid: Activation {
    Activation("naive_sigmoid", value: sigmoidAsWritten) { x in
      let s = sigmoidAsWritten(x)
      return s * (1 - s)
    }
  }

  @inline(__always)
  static func stableSigmoid(_ x: Scalar) -> Scalar {
    let e = Scalar.exp(-abs(x))
    return x < 0 ? e / (1 + e) : 1 / (1 + e)
  }

  @inline(__always)
  private static func sigmoidAsWritten(_ x: Scalar) -> Scalar { 1 / (1 + Scalar.exp(-x)) }
}
