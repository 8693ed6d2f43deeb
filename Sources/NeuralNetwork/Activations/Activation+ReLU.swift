extension Activation {
  /// The rectified linear unit, `relu(x) = max(0, x)`, values in [0, ∞);
  /// `nan` stays `nan`.
  ///
  /// Derivative: 1 for `x > 0`, and 0 for `x ≤ 0`, by convention at 0.
  public static var relu: Activation {
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    get {
      // snippet.relu
      Activation(
        "relu",
        value: { x in x < 0 ? 0 : x },
        derivative: { x in x > 0 ? 1 : 0 }
      )
      // snippet.end
      .ofLibrary
    }
  }

  /// The rectified linear unit with the three parameters of `keras.activations.relu`:
  /// `alpha·(x − threshold)` for `x ≤ threshold`, so 0 at the threshold itself; above it `x`, which a
  /// finite `maximum`, at least 0, holds between 0 and `maximum`, wherever the threshold lies.
  ///
  /// Derivative: `alpha` up to the threshold, above it 1, and 0 where `x` is held; at a kink, that
  /// of the piece on its left.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public static func relu(
    alpha: Double = 0, maximum: Double = .infinity, threshold: Double = 0
  ) -> Activation {
    if alpha == 0, maximum == .infinity, threshold == 0 { return .relu }
    let (α, θ) = (Scalar(alpha), Scalar(threshold))
    let (bottom, top): (Scalar, Scalar) =
      maximum == .infinity ? (-.infinity, .infinity) : (0, Scalar(maximum))
    return Activation(
      specification(
        "relu", ("alpha", alpha, 0), ("max_value", maximum, .infinity), ("threshold", threshold, 0)),
      value: { x in x > θ ? min(max(x, bottom), top) : line(through: θ, slope: α, at: x) },
      derivative: { x in x > θ ? (x > bottom && x <= top ? 1 : 0) : α }
    ).ofLibrary
  }

  /// The leaky rectified linear unit: `x` for `x ≥ 0`, `alpha·x` below, so
  /// that no neuron is ever without a slope (Maas, Hannun & Ng 2013; Keras's
  /// default for `alpha` is 0.2).
  ///
  /// Derivative: 1 for `x > 0`, else `alpha`.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public static func leakyReLU(alpha: Double = 0.01) -> Activation {
    // Its product with −∞ would be `nan`.
    if alpha == 0 {
      return Activation(
        specification("leaky_relu", ("alpha", 0, 0.01)), value: { x in x < 0 ? 0 : x },
        derivative: { x in x > 0 ? 1 : 0 }
      ).ofLibrary
    }
    // snippet.leaky
    let α = Scalar(alpha)
    return Activation(
      specification("leaky_relu", ("alpha", alpha, 0.01)),
      value: { x in x > 0 ? x : α * x },
      derivative: { x in x > 0 ? 1 : α }
    )
    // snippet.end
    .ofLibrary
  }

  /// `slope·(x − root)`; a slope 0 gives 0 even at −∞, where the product would be `nan`.
  @inline(__always)
  private static func line(through root: Scalar, slope: Scalar, at x: Scalar) -> Scalar {
    slope == 0 && !x.isNaN ? 0 : slope * (x - root)
  }
}
