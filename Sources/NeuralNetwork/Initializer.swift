import LinearAlgebra

/// A way to draw a layer's first weights.
public struct Initializer: Sendable {
  /// The name that a chapter, a command line or a message uses.
  public let name: String
  private let draw: @Sendable (inout NumPyRandom, _ inputs: Int, _ outputs: Int) -> Double

  /// An initializer from the draw of one weight of a layer with `inputs` and `outputs`.
  public init(
    _ name: String,
    draw: @escaping @Sendable (inout NumPyRandom, _ inputs: Int, _ outputs: Int) -> Double
  ) {
    self.name = name
    self.draw = draw
  }

  /// The weights of a layer, `outputs` × `inputs`, drawn row by row as NumPy fills an array.
  public func weights<Scalar: MatrixScalar>(
    inputs: Int, outputs: Int, using random: inout NumPyRandom
  ) -> Matrix<Scalar> {
    var W = Matrix<Scalar>(rows: outputs, columns: inputs)
    W.withUnsafeMutableElements { elements in
      for output in 0..<outputs {
        for input in 0..<inputs {
          elements[input * outputs + output] = Scalar(draw(&random, inputs, outputs))
        }
      }
    }
    return W
  }

  /// The same weights times a factor.
  public func scaled(by factor: Double, named name: String) -> Initializer {
    Initializer(name) { [draw] random, inputs, outputs in
      draw(&random, inputs, outputs) * factor
    }
  }
}

extension Initializer {
  /// Every initializer of the library; tests and catalogues draw from it.
  public static let all: [Initializer] = [.gaussian, .gaussian100]

  /// Standard normal weights, NumPy's `randn`.
  public static let gaussian = Initializer("gaussian") { random, _, _ in random.gaussian() }

  /// Normal weights a hundred times smaller, `randn × 0.01`.
  public static let gaussian100 = gaussian.scaled(by: 0.01, named: "gaussian_100")
}
