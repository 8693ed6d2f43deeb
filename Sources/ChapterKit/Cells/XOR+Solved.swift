import Datasets
import LinearAlgebra
import NeuralNetwork

extension XOR {
  /// Whether a network of one output answers on the right side of 1/2 for all four; an output that
  /// is `nan` is on no side.
  public static func isSolved<Scalar: MatrixScalar>(by network: Network<Scalar>) -> Bool {
    let examples = examples(as: Scalar.self)
    let outputs = network.predict(examples.inputs)
    return (0..<examples.count).allSatisfy { column in
      examples.targets[0, column] == 1 ? outputs[0, column] > 0.5 : outputs[0, column] < 0.5
    }
  }
}
