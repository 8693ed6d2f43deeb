extension Activation {
  // snippet.relu
  /// The rectified linear unit, `relu(x) = max(0, x)`, values in [0, ∞);
  /// `nan` stays `nan`.
  ///
  /// Derivative: 1 for `x > 0`, and 0 for `x ≤ 0`, by convention at 0.
  public static var relu: Activation {
    Activation(
      "relu",
      value: { x in x < 0 ? 0 : x },
      derivative: { x in x > 0 ? 1 : 0 })
  }
  // snippet.end

  /// The rectified linear unit with Keras's three parameters: `maximum` for `x ≥ maximum`, `x` for
  /// `threshold ≤ x < maximum`, and `alpha·(x − threshold)` below, as in `keras.activations.relu`.
  ///
  /// Derivative: 0, 1 and `alpha` on the three pieces; at a kink, that of the piece on its left.
  public static func relu(
    alpha: Double = 0, maximum: Double = .infinity, threshold: Double = 0
  ) -> Activation {
    if alpha == 0, maximum == .infinity, threshold == 0 { return .relu }
    let (α, top, θ) = (Scalar(alpha), Scalar(maximum), Scalar(threshold))
    return Activation(
      specification(
        "relu", ("alpha", alpha, 0), ("max_value", maximum, .infinity), ("threshold", threshold, 0)),
      value: { x in x >= top ? top : x < θ ? α * (x - θ) : x },
      derivative: { x in x > top ? 0 : x > θ ? 1 : α })
  }

  /// The leaky rectified linear unit: `x` for `x ≥ 0`, `alpha·x` below, so that no neuron is ever
  /// without a slope (Maas, Hannun & Ng 2013; Keras's default for `alpha` is 0.2).
  ///
  /// Derivative: 1 for `x > 0`, else `alpha`.
  public static func leakyReLU(alpha: Double = 0.01) -> Activation {
    let α = Scalar(alpha)
    return Activation(
      specification("leaky_relu", ("alpha", alpha, 0.01)),
      value: { x in x < 0 ? α * x : x },
      derivative: { x in x > 0 ? 1 : α })
  }
}
