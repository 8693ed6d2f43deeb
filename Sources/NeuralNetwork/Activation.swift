import LinearAlgebra

/// An activation function `a` and its derivative `a'`, applied to each element of a matrix.
///
/// A new one is one value; put it into `all` and the tests check it with the others:
///
///     static var softsign: Activation {
///       Activation("softsign", value: { $0 / (1 + abs($0)) }, derivative: { 1 / square(1 + abs($0)) })
///     }
public struct Activation<Scalar: MatrixScalar>: Sendable {
  /// The name that a chapter, a command line or a message uses.
  public let name: String
  private let apply: @Sendable (Matrix<Scalar>) -> Matrix<Scalar>
  private let applyDerivative: @Sendable (Matrix<Scalar>) -> Matrix<Scalar>

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
  }

  /// `a(Z)`, element by element.
  public func callAsFunction(_ Z: Matrix<Scalar>) -> Matrix<Scalar> { apply(Z) }

  /// `a'(Z)`, element by element.
  public func derivative(_ Z: Matrix<Scalar>) -> Matrix<Scalar> { applyDerivative(Z) }

  /// `a(x)` for one number.
  public func callAsFunction(_ x: Scalar) -> Scalar { self([x])[0] }

  /// `a'(x)` for one number.
  public func derivative(_ x: Scalar) -> Scalar { derivative([x])[0] }

  /// `a(x)` for each number of a list.
  public func callAsFunction(_ values: [Scalar]) -> [Scalar] {
    self(Matrix(column: values)).withUnsafeElements { Array($0) }
  }

  /// `a'(x)` for each number of a list.
  public func derivative(_ values: [Scalar]) -> [Scalar] {
    derivative(Matrix(column: values)).withUnsafeElements { Array($0) }
  }
}

extension Activation {
  /// Every activation of the library; tests and catalogues draw from it.
  public static var all: [Activation] { [.sigmoid, .naiveSigmoid, .tanh, .naiveTanh, .relu] }
}

@inline(__always)
func square<Scalar: MatrixScalar>(_ x: Scalar) -> Scalar { x * x }
