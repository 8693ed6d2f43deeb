extension Activation {
  // snippet.relu
  /// The rectified linear unit, `relu(x) = max(0, x)`, values in [0, ∞); `nan` stays `nan`.
  ///
  /// Derivative: 1 for `x > 0`, and 0 for `x ≤ 0`, by convention at the kink.
  public static var relu: Activation {
    Activation("relu", value: { $0 < 0 ? 0 : $0 }, derivative: { $0 > 0 ? 1 : 0 })
  }
  // snippet.end
}
