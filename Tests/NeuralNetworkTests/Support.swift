import LinearAlgebra
import NeuralNetwork
import Testing

extension Activation: CustomTestStringConvertible {
  public var testDescription: String { name }
}

extension Cost: CustomTestStringConvertible {
  public var testDescription: String { name }
}

extension Activation {
  /// The activations that act on each element by itself: all but softmax, which `SoftmaxTests`
  /// checks.
  static var elementwise: [Activation] { all.filter { $0.name != "softmax" } }
}

/// The slope of `f` at `x` by central finite differences, its error of the order of `step²`.
func slope<Scalar: MatrixScalar>(
  at x: Scalar, step: Scalar, _ f: (Scalar) throws -> Scalar
) rethrows -> Scalar {
  try (f(x + step) - f(x - step)) / (2 * step)
}

/// Whether two numbers agree to the tolerance, relative to the greater of 1 and the reference.
func agree<Scalar: MatrixScalar>(_ a: Scalar, _ b: Scalar, within tolerance: Scalar) -> Bool {
  abs(a - b) <= tolerance * max(1, abs(b))
}

/// The finite-difference gradient of `f` in each element of a matrix.
func numericalGradient(
  at matrix: Matrix<Double>, _ f: (Matrix<Double>) -> Double
) -> Matrix<Double> {
  var gradient = matrix
  for row in 0..<matrix.rows {
    for column in 0..<matrix.columns {
      gradient[row, column] = slope(at: matrix[row, column], step: 1e-6) { x in
        var changed = matrix
        changed[row, column] = x
        return f(changed)
      }
    }
  }
  return gradient
}

/// The greatest distance of two matrices' elements, relative to the greater of 1 and the reference;
/// infinite where a number is missing.
func distance(_ a: Matrix<Double>, _ b: Matrix<Double>) -> Double {
  let distances = a.combined(with: b) { abs($0 - $1) / max(1, abs($1)) }
  return distances.withUnsafeElements { $0.contains(where: \.isNaN) ? .infinity : $0.max() ?? 0 }
}

/// The tiny problem on which a NumPy transcription computed its reference costs: 4 inputs, 3
/// outputs, 7 examples.
let tinyExamples: Examples<Double> = {
  var inputs = Matrix<Double>(rows: 4, columns: 7)
  var targets = Matrix<Double>(rows: 3, columns: 7)
  for column in 0..<7 {
    for row in 0..<4 { inputs[row, column] = Double((7 * row + 3 * column) % 11 - 5) / 4 }
    targets[column * column % 3, column] = 1
  }
  return Examples(inputs: inputs, targets: targets)
}()

/// The 4-5-4-3 network of that problem, as `numpy.random.seed(0)` draws it.
func tinyNetwork(
  hidden: Activation<Double>, output: Activation<Double> = .naiveSigmoid
) throws -> Network<Double> {
  var random = try NumPyRandom(seed: 0)
  return try Network(
    inputs: 4, layers: [Dense(5, hidden), Dense(4, hidden), Dense(3, output)],
    weights: .gaussian, using: &random)
}
