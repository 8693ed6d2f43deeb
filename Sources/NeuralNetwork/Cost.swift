import LinearAlgebra

/// A cost `J(A, Y)` of the outputs `A` against the targets `Y`, averaged over the examples, and its
/// gradient with respect to `A`.
///
/// `A` and `Y` have one row per output and one column per example.
public struct Cost<Scalar: MatrixScalar>: Sendable {
  /// The name that a chapter, a command line or a message uses.
  public let name: String
  private let mean: @Sendable (_ A: Matrix<Scalar>, _ Y: Matrix<Scalar>) -> Scalar
  private let slope: @Sendable (_ A: Matrix<Scalar>, _ Y: Matrix<Scalar>) -> Matrix<Scalar>

  /// A cost from the loss of one output `a` against its target `y`, and that loss's derivative in `a`.
  @inline(__always)
  public init(
    _ name: String,
    loss: @escaping @Sendable (_ a: Scalar, _ y: Scalar) -> Scalar,
    derivative: @escaping @Sendable (_ a: Scalar, _ y: Scalar) -> Scalar
  ) {
    self.name = name
    mean = { A, Y in A.combined(with: Y, loss).sum / Scalar(A.columns) }
    slope = { A, Y in
      let examples = Scalar(A.columns)
      return A.combined(with: Y) { a, y in derivative(a, y) / examples }
    }
  }

  /// `J(A, Y)`.
  public func callAsFunction(_ A: Matrix<Scalar>, _ Y: Matrix<Scalar>) -> Scalar { mean(A, Y) }

  /// `dA = ∂J/∂A`, of the shape of `A`.
  public func gradient(_ A: Matrix<Scalar>, _ Y: Matrix<Scalar>) -> Matrix<Scalar> { slope(A, Y) }
}

extension Cost {
  /// Every cost of the library; tests and catalogues draw from it.
  public static var all: [Cost] {
    [.naiveBinaryCrossEntropy, .binaryCrossEntropy, .categoricalCrossEntropy, .meanSquaredError]
  }

  /// The binary cross-entropy exactly as the formula is written,
  /// `J = −(1/m) Σ [Y log A + (1 − Y) log(1 − A)]`: `nan` as soon as an output is exactly its
  /// target 0 or 1, since `0·log 0` is `nan`; infinite where it is exactly the opposite. The
  /// documents' rounding, bit for bit.
  public static var naiveBinaryCrossEntropy: Cost {
    Cost(
      "binary_crossentropy",
      loss: { a, y in -(y * .log(a) + (1 - y) * .log(1 - a)) },
      derivative: { a, y in -(y / a - (1 - y) / (1 - a)) })
  }

  /// The binary cross-entropy, finite for all outputs in [0, 1]: the logarithms are bounded below
  /// by −100 and the gradient's denominator by 1e−12, as in PyTorch's `BCELoss`.
  ///
  /// An output that is rounded to 1 counts as half a unit in the last place below it: in `Float`,
  /// 1e−12 is so far from what the sigmoid's slope can be there that the gradient would explode.
  public static var binaryCrossEntropy: Cost {
    Cost(
      "stable_binary_crossentropy",
      loss: { a, y in -(y * max(.log(a), -100) + (1 - y) * max(.log(onePlus: -a), -100)) },
      derivative: { a, y in (a - y) / max(a * max(1 - a, .ulpOfOne / 2), 1e-12) })
  }

  /// The categorical cross-entropy, `J = −(1/m) Σ Y log A`, for one class among several, behind a
  /// softmax; `log` and `1/A` are bounded at the least positive normal number.
  public static var categoricalCrossEntropy: Cost {
    Cost(
      "categorical_crossentropy",
      loss: { a, y in -y * .log(max(a, .leastNormalMagnitude)) },
      derivative: { a, y in -y / max(a, .leastNormalMagnitude) })
  }

  /// The squared error, `J = (1/m) Σ (A − Y)²`, summed over the outputs and averaged over the
  /// examples.
  public static var meanSquaredError: Cost {
    Cost(
      "mean_squared_error",
      loss: { a, y in square(a - y) },
      derivative: { a, y in 2 * (a - y) })
  }
}
