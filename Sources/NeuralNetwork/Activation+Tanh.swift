extension Activation {
  /// The hyperbolic tangent, values in (−1, 1), correct for any `x`.
  ///
  /// Derivative: `tanh'(x) = 1 − tanh²(x)`, computed as `1/cosh²(x)`, which does not cancel.
  public static var tanh: Activation {
    Activation("tanh", value: { Scalar.tanh($0) }, derivative: { 1 / square(Scalar.cosh($0)) })
  }

  // snippet.naive
  /// The hyperbolic tangent exactly as the formula is written,
  /// `(eˣ − e⁻ˣ)/(eˣ + e⁻ˣ)`: `nan` where `eˣ` overflows (beyond ±709 in
  /// double precision). The documents' rounding, bit for bit.
  ///
  /// Derivative: `1 − tanh²(x)`.
  public static var naiveTanh: Activation {
    Activation(
      "naive_tanh", value: tanhAsWritten,
      derivative: { x in 1 - square(tanhAsWritten(x)) })
  }

  @inline(__always)
  private static func tanhAsWritten(_ x: Scalar) -> Scalar {
    let (rising, falling) = (Scalar.exp(x), Scalar.exp(-x))
    return (rising - falling) / (rising + falling)
  }
  // snippet.end
}
