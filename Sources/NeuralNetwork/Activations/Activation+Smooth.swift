/// Smooth relatives of ReLU.
extension Activation {
  /// The softplus, `log(1 + eˣ)`, values in (0, ∞), without overflow. Derivative: the sigmoid.
  public static var softplus: Activation {
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    get {
      Activation("softplus", value: smoothMaximum, derivative: stableSigmoid)
        .ofLibrary
    }
  }

  /// The swish, `x·σ(beta·x)`; with `beta` 1, Keras's `silu` (Ramachandran, Zoph & Le 2017).
  ///
  /// Derivative: `σ(βx)·(1 + βx·(1 − σ(βx)))`.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public static func swish(beta: Double = 1) -> Activation {
    let β = Scalar(beta)
    return Activation(
      specification("swish", ("beta", beta, 1)),
      value: { x in gated(x, by: stableSigmoid(β * bounded(x))) },
      derivative: { x in
        let z = bounded(β * bounded(x))
        return stableSigmoid(z) * (1 + z * stableSigmoid(-z))
      }
    ).ofLibrary
  }

  /// The Gaussian error linear unit, `x·Φ(x)` with the standard normal distribution function
  /// `Φ(x) = erfc(−x/√2)/2` (Hendrycks & Gimpel 2016; not Keras's approximation).
  ///
  /// Derivative: `Φ(x) + x·φ(x)` with the density `φ(x) = e^(−x²/2)/√(2π)`.
  public static var gelu: Activation {
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    get {
      Activation(
        "gelu",
        value: { x in gated(x, by: normalDistribution(x)) },
        derivative: { x in
          let x = bounded(x)
          let density = Scalar.exp(-x * x / 2) / (2 * Scalar.pi).squareRoot()
          return normalDistribution(x) + x * density
        }
      )
      .ofLibrary
    }
  }

  /// The mish, `x·tanh(softplus(x))` (Misra 2019).
  ///
  /// Derivative: `t + x·(1 − t²)·σ(x)` with `t = tanh(softplus(x))`.
  public static var mish: Activation {
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    get {
      Activation(
        "mish",
        value: { x in gated(x, by: .tanh(smoothMaximum(x))) },
        derivative: { x in
          let x = bounded(x)
          let s = smoothMaximum(x)
          return .tanh(s) + x / square(Scalar.cosh(s)) * stableSigmoid(x)
        }
      )
      .ofLibrary
    }
  }

  /// `x·gate`, and 0 behind a closed gate, where the product with an infinite `x` would be `nan`.
  @inline(__always)
  private static func gated(_ x: Scalar, by gate: Scalar) -> Scalar {
    gate == 0 ? 0 : x * gate
  }

  @inline(__always)
  private static func smoothMaximum(_ x: Scalar) -> Scalar {
    max(x, 0) + .log(onePlus: .exp(-abs(x)))
  }

  @inline(__always)
  private static func normalDistribution(_ x: Scalar) -> Scalar {
    .erfc(-x / Scalar(2).squareRoot()) / 2
  }
}
