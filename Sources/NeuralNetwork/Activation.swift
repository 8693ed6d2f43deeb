import LinearAlgebra

/// An activation function `a` and its derivative `a'`, applied to each element of a matrix, or, as
/// softmax, to each of its columns.
///
/// A new one is one value; put it into `all` and the tests check it with the others:
///
///     static var softsign: Activation {
///       Activation("softsign", value: { $0 / (1 + abs($0)) }, derivative: { 1 / square(1 + abs($0)) })
///     }
public struct Activation<Scalar: MatrixScalar>: Sendable {
  /// The name that a chapter, a command line or a message uses, with the parameters that differ from
  /// the defaults: `leaky_relu:alpha=0.2`.
  public let name: String
  private let apply: @Sendable (Matrix<Scalar>) -> Matrix<Scalar>
  private let applyDerivative: @Sendable (Matrix<Scalar>) -> Matrix<Scalar>
  private let pullBack: @Sendable (_ Z: Matrix<Scalar>, _ dA: Matrix<Scalar>) -> Matrix<Scalar>

  /// An activation from the function and the derivative of one number.
  @inline(__always)
  public init(
    _ name: String,
    value: @escaping @Sendable (Scalar) -> Scalar,
    derivative: @escaping @Sendable (Scalar) -> Scalar
  ) {
    self.name = name
    apply = { $0.map(value) }
    applyDerivative = { $0.map(derivative) }
    pullBack = { Z, dA in Z.map(derivative) .* dA }
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
    self.apply = apply
    applyDerivative = derivative
    pullBack = backward
  }

  /// `dZ` from `dA`, the derivatives of the cost: `a'(Z) ∗ dA` when `a` acts on each element.
  public func backward(_ Z: Matrix<Scalar>, _ dA: Matrix<Scalar>) -> Matrix<Scalar> {
    pullBack(Z, dA)
  }

  /// `a(Z)`, element by element; column by column for softmax.
  public func callAsFunction(_ Z: Matrix<Scalar>) -> Matrix<Scalar> { apply(Z) }

  /// `a'(Z)`, element by element: what each output does with its own input alone.
  public func derivative(_ Z: Matrix<Scalar>) -> Matrix<Scalar> { applyDerivative(Z) }

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
  /// Every activation of the library with its default parameters; tests and catalogues draw from it.
  public static var all: [Activation] { ActivationFamily.all.map { $0.withDefaults } }
}

/// The number itself, or the nearest finite one to an infinity, whose product with 0 is 0.
@inline(__always)
func bounded<Scalar: MatrixScalar>(_ x: Scalar) -> Scalar {
  min(max(x, -.greatestFiniteMagnitude), .greatestFiniteMagnitude)
}

@inline(__always)
func square<Scalar: MatrixScalar>(_ x: Scalar) -> Scalar { x * x }
