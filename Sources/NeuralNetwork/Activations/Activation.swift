import LinearAlgebra

/// An activation function `a` and its derivative `a'`, applied to each element of a matrix, or, as
/// softmax, to each of its columns.
///
/// A new one is one value; put its family into `ActivationFamily.all` and the tests check it with
/// the others:
///
///     static var softsign: Activation {
///       Activation("softsign", value: { $0 / (1 + abs($0)) }, derivative: { 1 / square(1 + abs($0)) })
///     }
///
/// The library's own ones are specialized where they are declared: whoever names one, in a chapter that
/// was compiled quickly, gets loops over `Double` or `Float`.
public struct Activation<Scalar: MatrixScalar>: Sendable {
  /// The name that a chapter, a command line or a message uses, with the parameters that differ from
  /// the defaults: `leaky_relu:alpha=0.2`.
  public let name: String
  typealias Elements = UnsafeBufferPointer<Scalar>
  typealias MutableElements = UnsafeMutableBufferPointer<Scalar>
  let form: ActivationForm<Scalar>
  /// Whether the name and its parameters say all: what a chapter defines may change under the same
  /// name.
  public private(set) var isOfLibrary = false

  /// An activation from the function and the derivative of one number.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  @inline(__always)
  public init(
    _ name: String,
    value: @escaping @Sendable (Scalar) -> Scalar,
    derivative: @escaping @Sendable (Scalar) -> Scalar
  ) {
    self.name = name
    form = .elementwise(
      apply: { Z, A in A.fill(from: Z, value) },
      differentiate: { Z, slopes in slopes.fill(from: Z, derivative) },
      pullBack: { dA, Z, _ in dA.combine(with: Z) { dA, z in derivative(z) * dA } })
  }

  /// An activation from formulas of `x` and one exponential, `e = exp(exponent(x))`.
  ///
  /// Exponentials of many numbers at once take a fifth of the time of as many single ones.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  @inline(__always)
  public init(
    _ name: String, exponent: @escaping @Sendable (_ x: Scalar) -> Scalar,
    value: @escaping @Sendable (_ x: Scalar, _ e: Scalar) -> Scalar,
    derivative: @escaping @Sendable (_ x: Scalar, _ e: Scalar) -> Scalar
  ) {
    self.name = name
    let differentiate: @Sendable (Elements, MutableElements) -> Void = { Z, slopes in
      slopes.fill(from: Z, exponent)
      Scalar.exp(inPlace: slopes)
      slopes.combine(with: Z) { e, x in derivative(x, e) }
    }
    form = .elementwise(
      apply: { Z, A in
        A.fill(from: Z, exponent)
        Scalar.exp(inPlace: A)
        A.combine(with: Z) { e, x in value(x, e) }
      },
      differentiate: differentiate,
      pullBack: { dA, Z, _ in
        dA.withScratch { slopes in
          differentiate(Z, slopes)
          dA.combine(with: Elements(slopes)) { dA, slope in slope * dA }
        }
      })
  }

  /// An activation from formulas of the two exponentials `eˣ` and `e⁻ˣ`, whose derivative is a formula
  /// of its value: `a' = derivative(a)`.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  @inline(__always)
  public init(
    _ name: String,
    exponentials value: @escaping @Sendable (_ rising: Scalar, _ falling: Scalar) -> Scalar,
    derivativeFromValue derivative: @escaping @Sendable (_ a: Scalar) -> Scalar
  ) {
    self.name = name
    let apply: @Sendable (Elements, MutableElements) -> Void = { Z, A in
      A.fill(from: Z) { $0 }
      Scalar.exp(inPlace: A)
      A.withScratch { falling in
        falling.fill(from: Z) { -$0 }
        Scalar.exp(inPlace: falling)
        A.combine(with: Elements(falling), value)
      }
    }
    form = .elementwise(
      apply: apply,
      differentiate: { Z, slopes in
        apply(Z, slopes)
        slopes.fill(from: Elements(slopes), derivative)
      },
      pullBack: { dA, _, A in dA.combine(with: A) { dA, a in derivative(a) * dA } })
  }

  /// An activation on each element by itself.
  init(_ name: String, _ form: ActivationForm<Scalar>) {
    self.name = name
    self.form = form
  }

  /// An activation of a whole column at a time, as softmax is.
  ///
  /// - Parameters:
  ///   - apply: `a(Z)`.
  ///   - derivative: the diagonal of the Jacobian, `∂aᵢ/∂zᵢ`.
  ///   - backward: `dZ` from `Z` and `dA`, column by column the product of the transposed Jacobian
  ///     with `dA`.
  public init(
    _ name: String,
    apply: @escaping @Sendable (Matrix<Scalar>) -> Matrix<Scalar>,
    derivative: @escaping @Sendable (Matrix<Scalar>) -> Matrix<Scalar>,
    backward: @escaping @Sendable (_ Z: Matrix<Scalar>, _ dA: Matrix<Scalar>) -> Matrix<Scalar>
  ) {
    self.name = name
    form = .columnwise(apply: apply, differentiate: derivative, pullBack: backward)
  }

  /// `dZ` from `dA`, the derivatives of the cost: `a'(Z) ∗ dA` when `a` acts on each element.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func backward(_ Z: Matrix<Scalar>, _ dA: Matrix<Scalar>) -> Matrix<Scalar> {
    backward(Z, self(Z), dA)
  }

  /// The same where `A = a(Z)` is at hand.
  func backward(
    _ Z: Matrix<Scalar>, _ A: Matrix<Scalar>, _ dA: Matrix<Scalar>
  ) -> Matrix<Scalar> {
    switch form {
    case .elementwise(_, _, let pullBack):
      var dZ = dA
      dZ.withUnsafeMutableElements { dZ in
        Z.withUnsafeElements { z in A.withUnsafeElements { a in pullBack(dZ, z, a) } }
      }
      return dZ
    case .columnwise(_, _, let pullBack):
      return pullBack(Z, dA)
    }
  }

  /// `a(Z)`, element by element; column by column for softmax.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func callAsFunction(_ Z: Matrix<Scalar>) -> Matrix<Scalar> {
    switch form {
    case .elementwise(let apply, _, _): Z.filling(apply)
    case .columnwise(let apply, _, _): apply(Z)
    }
  }

  /// `a'(Z)`, element by element: what each output does with its own input alone.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func derivative(_ Z: Matrix<Scalar>) -> Matrix<Scalar> {
    switch form {
    case .elementwise(_, let differentiate, _): Z.filling(differentiate)
    case .columnwise(_, let differentiate, _): differentiate(Z)
    }
  }

  /// `a(x)` for one number.
  public func callAsFunction(_ x: Scalar) -> Scalar { self([x])[0] }

  /// `a'(x)` for one number.
  public func derivative(_ x: Scalar) -> Scalar { derivative([x])[0] }

  /// `a(x)` for each number of a list, which softmax takes as one column.
  public func callAsFunction(_ values: [Scalar]) -> [Scalar] {
    self(Matrix(column: values)).withUnsafeElements { Array($0) }
  }

  /// `a'(x)` for each number of a list, which softmax takes as one column.
  public func derivative(_ values: [Scalar]) -> [Scalar] {
    derivative(Matrix(column: values)).withUnsafeElements { Array($0) }
  }
}

extension Activation {
  /// The same, told apart from those that others define.
  var ofLibrary: Activation {
    var known = self
    known.isOfLibrary = true
    return known
  }

  /// Every activation of the library with its default parameters; tests and catalogues draw from it.
  public static var all: [Activation] { ActivationFamily.all.map { $0.withDefaults } }
}

/// How an activation acts on a batch.
enum ActivationForm<Scalar: MatrixScalar>: Sendable {
  typealias Elements = UnsafeBufferPointer<Scalar>
  typealias MutableElements = UnsafeMutableBufferPointer<Scalar>

  /// On each element by itself, so on any run of elements: `apply` writes `a(Z)`, `differentiate`
  /// `a'(Z)`; `pullBack` turns `dA` into `dZ`, by way of `Z` or `A`, whichever is less work.
  case elementwise(
    apply: @Sendable (_ Z: Elements, _ A: MutableElements) -> Void,
    differentiate: @Sendable (_ Z: Elements, _ slopes: MutableElements) -> Void,
    pullBack: @Sendable (_ dA: MutableElements, _ Z: Elements, _ A: Elements) -> Void)

  /// On each column, the outputs of one example.
  case columnwise(
    apply: @Sendable (Matrix<Scalar>) -> Matrix<Scalar>,
    differentiate: @Sendable (Matrix<Scalar>) -> Matrix<Scalar>,
    pullBack: @Sendable (_ Z: Matrix<Scalar>, _ dA: Matrix<Scalar>) -> Matrix<Scalar>)
}

extension Matrix {
  fileprivate func filling(
    _ fill: (UnsafeBufferPointer<Scalar>, UnsafeMutableBufferPointer<Scalar>) -> Void
  ) -> Matrix {
    Matrix(uninitializedRows: rows, columns: columns) { results in
      withUnsafeElements { fill($0, results) }
    }
  }
}

/// The number itself, or the nearest finite one to an infinity, whose product with 0 is 0.
@inline(__always)
func bounded<Scalar: MatrixScalar>(_ x: Scalar) -> Scalar {
  min(max(x, -.greatestFiniteMagnitude), .greatestFiniteMagnitude)
}

@inline(__always)
func square<Scalar: MatrixScalar>(_ x: Scalar) -> Scalar { x * x }
