import LinearAlgebra
import NeuralNetwork

/// The exclusive or: 1 when exactly one of two inputs is 1.
///
/// The smallest problem that no straight line solves (Minsky & Papert 1969): four examples, in the
/// order 00, 01, 10, 11.
public enum XOR {
  /// The four examples: inputs 2 × 4, targets 1 × 4.
  public static func examples<Scalar: MatrixScalar>(
    as scalar: Scalar.Type = Double.self
  ) -> Examples<Scalar> {
    Examples(
      inputs: Matrix([[0, 0, 1, 1], [0, 1, 0, 1]]), targets: Matrix([[0, 1, 1, 0]]))
  }
}
