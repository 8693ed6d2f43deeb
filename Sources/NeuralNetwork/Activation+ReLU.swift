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
}
