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
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
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
  /// Every initializer of the library; tests and the names of a command line draw from it.
  public static let all: [Initializer] = [
    .uniform, .uniform100, .gaussian, .gaussian100, .xavier, .he, .bengio, .lecunNormal,
    .glorotNormal,
  ]

  /// Weights uniform in [0, 1), NumPy's `rand`.
  public static let uniform = Initializer("uniform") { random, _, _ in random.uniform() }

  /// Uniform weights a hundred times smaller, `rand × 0.01`.
  public static let uniform100 = uniform.scaled(by: 0.01, named: "uniform_100")

  /// Standard normal weights, NumPy's `randn`.
  public static let gaussian = Initializer("gaussian") { random, _, _ in random.gaussian() }

  /// Normal weights a hundred times smaller, `randn × 0.01`.
  public static let gaussian100 = gaussian.scaled(by: 0.01, named: "gaussian_100")

  /// Normal weights of variance 1/n for n inputs, `randn / √n`: the documents' Xavier, which is
  /// LeCun et al. 1998's.
  public static let xavier = Initializer("xavier") { random, inputs, _ in
    random.gaussian() / Double(inputs).squareRoot()
  }

  /// Normal weights of variance 2/n for n inputs, `randn × √(2/n)` (He et al. 2015).
  public static let he = Initializer("he") { random, inputs, _ in
    random.gaussian() * (2 / Double(inputs)).squareRoot()
  }

  /// Normal weights of variance 1/(inputs + outputs), `randn / √(n₁ + n₂)`: the documents' Bengio.
  public static let bengio = Initializer("bengio") { random, inputs, outputs in
    random.gaussian() / Double(inputs + outputs).squareRoot()
  }

  /// Normal weights of variance 1/n for n inputs (LeCun et al. 1998), under Keras's name; unlike
  /// Keras's, not truncated.
  public static let lecunNormal = Initializer("lecun_normal") { random, inputs, _ in
    random.gaussian() / Double(inputs).squareRoot()
  }

  /// Normal weights of variance 2/(inputs + outputs) (Glorot & Bengio 2010).
  public static let glorotNormal = Initializer("glorot_normal") { random, inputs, outputs in
    random.gaussian() * (2 / Double(inputs + outputs)).squareRoot()
  }
}
