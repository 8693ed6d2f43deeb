import LinearAlgebra
import NeuralNetwork
import Testing

@Suite("Costs")
struct CostTests {
  /// Between 0.15 and 0.85, where the outputs of every activation lie inside (0, 1).
  private let Z = Matrix<Double>([[0.15, 0.4, 0.85, 0.3], [0.7, 0.22, 0.5, 0.61]])
  private let Y = Matrix<Double>([[1, 0, 0, 1], [0, 1, 0, 1]])

  @Test(
    "back through each activation, the gradient is the slope of the cost",
    arguments: Cost<Double>.all, Activation<Double>.all)
  func gradient(cost: Cost<Double>, activation: Activation<Double>) {
    let analytic = activation.derivative(Z) .* cost.gradient(activation(Z), Y)
    let numeric = numericalGradient(at: Z) { cost(activation($0), Y) }
    #expect(distance(analytic, numeric) < 1e-8)
  }

  @Test("the gradient holds for targets between 0 and 1 too", arguments: Cost<Double>.all)
  func softTargets(cost: Cost<Double>) {
    let Y = Matrix<Double>([[0.9, 0.1, 0.5, 0.2], [0.3, 0.7, 0, 1]])
    let numeric = numericalGradient(at: Z) { cost($0, Y) }
    #expect(distance(cost.gradient(Z, Y), numeric) < 1e-8)
  }

  @Test("the cost is the examples' mean of the outputs' sum", arguments: Cost<Double>.all)
  func value(cost: Cost<Double>) {
    // −(2·log ½ + log ¼ + log ¾)/2, by hand.
    let A = Matrix<Double>([[0.5, 0.5], [0.75, 0.25]])
    let Y = Matrix<Double>([[1, 0], [0, 0]])
    #expect(agree(cost(A, Y), 1.530135397345781, within: 1e-15))
  }

  @Test("both costs agree inside (0, 1)")
  func costsAgree() {
    let naive = Cost<Double>.naiveBinaryCrossEntropy
    let stable = Cost<Double>.binaryCrossEntropy
    #expect(agree(naive(Z, Y), stable(Z, Y), within: 1e-15))
    #expect(distance(naive.gradient(Z, Y), stable.gradient(Z, Y)) < 1e-14)
  }

  @Test(
    "an output that is exactly its target breaks the formula as written, not the stable one",
    arguments: [0.0, 1])
  func exactOutput(target: Double) {
    let output = Matrix(column: [target])
    #expect(Cost.naiveBinaryCrossEntropy(output, output).isNaN)
    #expect(Cost.naiveBinaryCrossEntropy.gradient(output, output)[0, 0].isNaN)
    #expect(Cost.binaryCrossEntropy(output, output) == 0)
    #expect(Cost.binaryCrossEntropy.gradient(output, output)[0, 0] == 0)
  }

  @Test(
    "an output that is exactly wrong costs infinitely much as written, and at most 100 otherwise",
    arguments: [0.0, 1])
  func exactlyWrong(output: Double) {
    let (A, Y) = (Matrix(column: [output]), Matrix(column: [1 - output]))
    #expect(Cost.naiveBinaryCrossEntropy(A, Y) == .infinity)
    #expect(Cost.binaryCrossEntropy(A, Y) == 100)
    #expect(Cost.binaryCrossEntropy.gradient(A, Y)[0, 0] == (output - Y[0, 0]) / 1e-12)
  }

  @Test("nan stays nan", arguments: Cost<Double>.all)
  func notANumber(cost: Cost<Double>) {
    let A = Matrix(column: [Double.nan, 0.5])
    let Y = Matrix<Double>(column: [1, 0])
    #expect(cost(A, Y).isNaN)
    #expect(cost.gradient(A, Y)[0, 0].isNaN)
  }

  @Test(
    "Float is Double rounded to its precision", arguments: zip(Cost<Float>.all, Cost<Double>.all))
  func precisions(float: Cost<Float>, double: Cost<Double>) {
    let A = Matrix<Float>([[0.25, 0.5], [0.75, 0.125]])
    let Y = Matrix<Float>([[1, 0], [0, 1]])
    let (A64, Y64) = (
      Matrix<Double>([[0.25, 0.5], [0.75, 0.125]]), Matrix<Double>([[1, 0], [0, 1]])
    )
    #expect(float.name == double.name)
    #expect(agree(float(A, Y), Float(double(A64, Y64)), within: 1e-6))
    #expect(agree(float.gradient(A, Y)[1, 1], Float(double.gradient(A64, Y64)[1, 1]), within: 1e-6))
  }
}
