import LinearAlgebra

/// The declaration of a dense layer: its number of neurons and their activation.
public struct Dense<Scalar: MatrixScalar>: Sendable {
  public let units: Int
  public let activation: Activation<Scalar>

  public init(_ units: Int, _ activation: Activation<Scalar>) {
    self.units = units
    self.activation = activation
  }
}

/// A dense layer: weights `W` (outputs × inputs), biases `b` (outputs × 1) and an activation `a`.
public struct Layer<Scalar: MatrixScalar>: Sendable {
  public var W: Matrix<Scalar>
  public var b: Matrix<Scalar>
  public let a: Activation<Scalar>

  /// A layer from its weights and biases, which have as many rows.
  public init(W: Matrix<Scalar>, b: Matrix<Scalar>, a: Activation<Scalar>) {
    precondition(W.rows == b.rows && b.columns == 1, "as many biases as neurons")
    self.W = W
    self.b = b
    self.a = a
  }

  /// What the forward pass keeps for the way back: the layer's input, `Z` and `A = a(Z)`.
  public typealias Pass = (input: Matrix<Scalar>, Z: Matrix<Scalar>, A: Matrix<Scalar>)

  /// The derivatives of the cost with respect to the weights and the biases.
  public typealias Gradient = (dW: Matrix<Scalar>, db: Matrix<Scalar>)

  // snippet.forward
  /// `Z = W·A + b`, then `a(Z)`; one column per example.
  public func forward(_ input: Matrix<Scalar>) -> Pass {
    let Z = W * input + b
    return (input, Z, a(Z))
  }
  // snippet.end

  // snippet.backward
  /// From `dA`, the derivative of the cost with respect to this layer's
  /// output, to `dZ`, `dW` and `db`.
  public func backward(
    _ dA: Matrix<Scalar>, through pass: Pass
  ) -> (dZ: Matrix<Scalar>, Gradient) {
    let dZ = a.backward(pass.Z, pass.A, dA)  // a'(Z) ∗ dA
    let dW = dZ * pass.input.transposed
    let db = dZ.rowSums
    return (dZ, (dW, db))
  }
  // snippet.end

  // snippet.descend
  /// One step of gradient descent: `W −= η dW`, `b −= η db`.
  public mutating func descend(_ gradient: Gradient, learningRate η: Scalar) {
    W -= η * gradient.dW
    b -= η * gradient.db
  }
  // snippet.end
}
