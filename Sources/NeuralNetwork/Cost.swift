import LinearAlgebra

/// A cost `J(A, Y)` of the outputs `A` against the targets `Y`, averaged over the examples, and its
/// gradient with respect to `A`.
///
/// `A` and `Y` have one row per output and one column per example.
public struct Cost<Scalar: MatrixScalar>: Sendable {
  /// The name that a chapter, a command line or a message uses.
  public let name: String
  /// Whether the name says all: what a chapter defines may change under the same name.
  public private(set) var isOfLibrary = false
  /// Adds to each sum the loss of one output `a` against its target `y`.
  let addLosses:
    @Sendable (
      _ A: UnsafeBufferPointer<Scalar>, _ Y: UnsafeBufferPointer<Scalar>,
      _ sums: UnsafeMutableBufferPointer<Scalar>
    ) -> Void
  /// Writes into `dA`, which holds `A`, the derivatives where the batch has so many examples.
  let differentiate:
    @Sendable (
      _ dA: UnsafeMutableBufferPointer<Scalar>, _ Y: UnsafeBufferPointer<Scalar>, _ examples: Int
    ) -> Void

  /// A cost from the loss of one output `a` against its target `y`, and that loss's derivative in `a`.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  @inline(__always)
  public init(
    _ name: String,
    loss: @escaping @Sendable (_ a: Scalar, _ y: Scalar) -> Scalar,
    derivative: @escaping @Sendable (_ a: Scalar, _ y: Scalar) -> Scalar
  ) {
    self.name = name
    addLosses = { A, Y, sums in
      for index in 0..<A.count { sums[index] += loss(A[index], Y[index]) }
    }
    differentiate = { dA, Y, examples in
      let examples = Scalar(examples)
      dA.combine(with: Y) { a, y in derivative(a, y) / examples }
    }
  }

  /// A cost from a loss of the target and of two logarithms, `log(a)` and `log(1 − a)`.
  ///
  /// Logarithms of many numbers at once take a fifth of the time of as many single ones.
  ///
  /// - Parameter avoidsRounding: takes the second one from `a` itself, not from `1 − a` rounded.
  @inline(__always)
  init(
    _ name: String, avoidsRounding: Bool,
    logarithms loss:
      @escaping @Sendable (_ y: Scalar, _ log: Scalar, _ logOfRest: Scalar) -> Scalar,
    derivative: @escaping @Sendable (_ a: Scalar, _ y: Scalar) -> Scalar
  ) {
    self.name = name
    addLosses = { A, Y, sums in
      sums.withScratch { log in
        sums.withScratch { logOfRest in
          log.fill(from: A) { $0 }
          Scalar.log(inPlace: log)
          logOfRest.fill(from: A) { a in avoidsRounding ? -a : 1 - a }
          (avoidsRounding ? Scalar.logOnePlus(inPlace:) : Scalar.log(inPlace:))(logOfRest)
          for index in 0..<A.count { sums[index] += loss(Y[index], log[index], logOfRest[index]) }
        }
      }
    }
    differentiate = { dA, Y, examples in
      let examples = Scalar(examples)
      dA.combine(with: Y) { a, y in derivative(a, y) / examples }
    }
  }

  /// `J(A, Y)`: the losses of each example's outputs are added up, then those of the examples.
  public func callAsFunction(_ A: Matrix<Scalar>, _ Y: Matrix<Scalar>) -> Scalar {
    let losses = exampleLosses(A, Y)
    return losses.withUnsafeBufferPointer { Matrix.sum(of: $0) } / Scalar(A.columns)
  }

  /// The sum of the losses of each example's outputs, the first output first.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  func exampleLosses(_ A: Matrix<Scalar>, _ Y: Matrix<Scalar>) -> [Scalar] {
    precondition(A.rows == Y.rows && A.columns == Y.columns, "matrices of different shapes")
    let losses = Matrix<Scalar>(uninitializedRows: A.rows, columns: A.columns) { losses in
      losses.initialize(repeating: 0)
      A.withUnsafeElements { a in Y.withUnsafeElements { y in addLosses(a, y, losses) } }
    }
    return losses.withUnsafeElements { losses in
      (0..<A.columns).map { column in
        losses[column * A.rows..<(column + 1) * A.rows].reduce(0, +)
      }
    }
  }

  /// `dA = ∂J/∂A`, of the shape of `A`.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func gradient(_ A: Matrix<Scalar>, _ Y: Matrix<Scalar>) -> Matrix<Scalar> {
    precondition(A.rows == Y.rows && A.columns == Y.columns, "matrices of different shapes")
    var dA = A
    dA.withUnsafeMutableElements { dA in Y.withUnsafeElements { differentiate(dA, $0, A.columns) } }
    return dA
  }
}

extension Cost {
  /// The same, told apart from those that others define.
  var ofLibrary: Cost {
    var known = self
    known.isOfLibrary = true
    return known
  }

  /// Every cost of the library; tests and the names of a command line draw from it.
  public static var all: [Cost] {
    [.binaryCrossEntropy, .naiveBinaryCrossEntropy, .categoricalCrossEntropy, .meanSquaredError]
  }

  /// The binary cross-entropy exactly as the formula is written,
  /// `J = −(1/m) Σ [Y log A + (1 − Y) log(1 − A)]`: `nan` as soon as an output is exactly its
  /// target 0 or 1, since `0·log 0` is `nan`; infinite where it is exactly the opposite. The
  /// documents' rounding, bit for bit.
  public static var naiveBinaryCrossEntropy: Cost {
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    get {
      Cost(
        "naive_binary_crossentropy", avoidsRounding: false,
        logarithms: { y, log, logOfRest in -(y * log + (1 - y) * logOfRest) },
        derivative: { a, y in -(y / a - (1 - y) / (1 - a)) }
      )
      .ofLibrary
    }
  }

  /// The binary cross-entropy, finite for all outputs in [0, 1]: the logarithms are bounded below
  /// by −100 and the gradient's denominator by 1e−12, as in PyTorch's `BCELoss`.
  ///
  /// An output that is rounded to 1 counts as half a unit in the last place below it: in `Float`,
  /// 1e−12 is so far from what the sigmoid's slope can be there that the gradient would explode.
  public static var binaryCrossEntropy: Cost {
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    get {
      Cost(
        "binary_crossentropy", avoidsRounding: true,
        logarithms: { y, log, logOfRest in -(y * max(log, -100) + (1 - y) * max(logOfRest, -100)) },
        derivative: { a, y in (a - y) / max(a * max(1 - a, .ulpOfOne / 2), 1e-12) }
      )
      .ofLibrary
    }
  }

  /// The categorical cross-entropy, `J = −(1/m) Σ Y log A`, for one class among several, behind a
  /// softmax; `log` and `1/A` are bounded at the least positive normal number.
  public static var categoricalCrossEntropy: Cost {
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    get {
      Cost(
        "categorical_crossentropy",
        loss: { a, y in -y * .log(max(a, .leastNormalMagnitude)) },
        derivative: { a, y in -y / max(a, .leastNormalMagnitude) }
      )
      .ofLibrary
    }
  }

  /// The squared error, `J = (1/m) Σ (A − Y)²`, summed over the outputs and averaged over the
  /// examples.
  public static var meanSquaredError: Cost {
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    get {
      Cost(
        "mean_squared_error",
        loss: { a, y in square(a - y) },
        derivative: { a, y in 2 * (a - y) }
      )
      .ofLibrary
    }
  }
}
