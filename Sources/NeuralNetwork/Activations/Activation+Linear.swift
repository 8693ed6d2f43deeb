extension Activation {
  /// No activation: `x`, for the output of a regression. Derivative: 1.
  public static var linear: Activation {
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    get {
      Activation("linear", value: { $0 }, derivative: { _ in 1 })
        .ofLibrary
    }
  }

  /// The piecewise linear sigmoid: `x/6 + 1/2` between −3 and 3, 0 below and 1 above, as in Keras 3;
  /// computed as `(x + 3)/6`, which does not cancel near −3.
  ///
  /// Derivative: 1/6 between −3 and 3, else 0.
  public static var hardSigmoid: Activation {
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    get {
      Activation(
        "hard_sigmoid",
        value: { x in x <= -3 ? 0 : x >= 3 ? 1 : (x + 3) / 6 },
        derivative: { x in x > -3 && x < 3 ? 1 / 6 : 0 }
      )
      .ofLibrary
    }
  }

  /// The softsign, `x/(1 + |x|)`, values in (−1, 1). Derivative: `1/(1 + |x|)²`.
  public static var softsign: Activation {
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    get {
      Activation(
        "softsign",
        value: { x in
          let x = bounded(x)
          return x / (1 + abs(x))
        },
        derivative: { x in square(1 / (1 + abs(x))) }
      )
      .ofLibrary
    }
  }
}
