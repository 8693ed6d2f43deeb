extension Activation {
  /// The exponential, `eˣ`, values in (0, ∞); its own derivative.
  public static var exponential: Activation {
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    get {
      Activation("exponential", value: { .exp($0) }, derivative: { .exp($0) })
        .ofLibrary
    }
  }

  /// The exponential linear unit: `x` for `x > 0`, else `alpha·(eˣ − 1)`, values in (−alpha, ∞)
  /// (Clevert, Unterthiner & Hochreiter 2016).
  ///
  /// Derivative: 1 for `x > 0`, else `alpha·eˣ`.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public static func elu(alpha: Double = 1) -> Activation {
    let α = Scalar(alpha)
    return Activation(
      specification("elu", ("alpha", alpha, 1)),
      value: { x in x > 0 ? x : α * .expMinusOne(x) },
      derivative: { x in x > 0 ? 1 : α * .exp(x) }
    ).ofLibrary
  }

  /// The scaled exponential linear unit, `scale·x` for `x > 0`, else `scale·α·(eˣ − 1)` with
  /// α = 1.67326324 and scale = 1.05070098, for weights of variance 1/n (Klambauer et al. 2017).
  public static var selu: Activation {
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    get {
      let (α, scale): (Scalar, Scalar) = (1.67326324, 1.05070098)
      return Activation(
        "selu",
        value: { x in x > 0 ? scale * x : scale * α * .expMinusOne(x) },
        derivative: { x in x > 0 ? scale : scale * α * .exp(x) }
      )
      .ofLibrary
    }
  }
}
