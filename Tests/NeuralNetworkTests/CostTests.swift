import LinearAlgebra
import NeuralNetwork
import Testing

@Suite("Costs")
struct CostTests {
  /// Between 0.15 and 0.85, where the outputs of nearly every activation lie inside (0, 1), as the
  /// cross-entropies want them.
  private let Z = Matrix<Double>([[0.15, 0.4, 0.85, 0.3], [0.7, 0.22, 0.5, 0.61]])
  private let Y = Matrix<Double>([[1, 0, 0, 1], [0, 1, 0, 1]])

  @Test(
    "back through each activation, the gradient is the slope of the cost",
    arguments: Cost<Double>.all, Activation<Double>.all)
  func gradient(cost: Cost<Double>, activation: Activation<Double>) {
    // What these two give for positive numbers is greater than 1.
    let Z = ["exponential", "softplus"].contains(activation.name) ? Z.map { -$0 } : Z
    let A = activation(Z)
    #expect(A.withUnsafeElements { $0.allSatisfy { 0 < $0 && $0 < 1 } })
    let analytic = activation.backward(Z, cost.gradient(A, Y))
    let numeric = numericalGradient(at: Z) { cost(activation($0), Y) }
    #expect(distance(analytic, numeric) < 1e-8)
  }

  @Test(
    "the squared error's gradient holds for outputs of any sign and size",
    arguments: Activation<Double>.all)
  func squaredError(activation: Activation<Double>) {
    let Z = Matrix<Double>([[-4.1, 0.4, 2.85, -0.3], [1.7, -1.22, 0.5, 2.1]])
    let Y = Matrix<Double>([[-2, 0.5, 4, 1], [3.5, -1, 0, 3]])
    let cost = Cost<Double>.meanSquaredError
    let analytic = activation.backward(Z, cost.gradient(activation(Z), Y))
    let numeric = numericalGradient(at: Z) { cost(activation($0), Y) }
    #expect(distance(analytic, numeric) < 1e-8)
  }

  @Test("the gradient holds for targets between 0 and 1 too", arguments: Cost<Double>.all)
  func softTargets(cost: Cost<Double>) {
    let Y = Matrix<Double>([[0.9, 0.1, 0.5, 0.2], [0.3, 0.7, 0, 1]])
    let numeric = numericalGradient(at: Z) { cost($0, Y) }
    #expect(distance(cost.gradient(Z, Y), numeric) < 1e-8)
  }

  @Test(
    "the cost is the examples' mean of the outputs' sum",
    arguments: [
      // −(2·log ½ + log ¼ + log ¾)/2, −(log ½)/2 and (¼ + ¼ + 9/16 + 1/16)/2, by hand.
      (.naiveBinaryCrossEntropy, 1.530135397345781), (.binaryCrossEntropy, 1.530135397345781),
      (.categoricalCrossEntropy, 0.34657359027997264), (.meanSquaredError, 0.5625),
    ] as [(Cost<Double>, Double)])
  func value(cost: Cost<Double>, expected: Double) {
    let A = Matrix<Double>([[0.5, 0.5], [0.75, 0.25]])
    let Y = Matrix<Double>([[1, 0], [0, 0]])
    #expect(agree(cost(A, Y), expected, within: 1e-15))
  }

  @Test("the table of values knows every cost")
  func complete() {
    #expect(Cost<Double>.all.count == 4)
  }

  @Test("both binary cross-entropies agree inside (0, 1)")
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

  @Test("behind a softmax, the categorical cross-entropy's dZ is A − Y, over the examples")
  func softmaxGradient() {
    let A = Activation.softmax(Z)
    let dZ = Activation.softmax.backward(Z, Cost.categoricalCrossEntropy.gradient(A, oneHot))
    #expect(distance(dZ, (A - oneHot).map { $0 / 4 }) < 1e-15)
  }

  @Test("one class among two costs the same by either cross-entropy's formula")
  func twoClasses() {
    let A = Activation.softmax(Z)
    // Both outputs count in the binary one, and each says the same.
    let binary = Cost.binaryCrossEntropy(A, oneHot)
    #expect(agree(binary, 2 * Cost.categoricalCrossEntropy(A, oneHot), within: 1e-15))
  }

  private let oneHot = Matrix<Double>([[1, 0, 0, 1], [0, 1, 1, 0]])

  @Test("the categorical cross-entropy stays finite for a class of probability 0")
  func impossibleClass() {
    let (A, Y) = (Matrix<Double>(column: [0, 1]), Matrix<Double>(column: [1, 0]))
    let cost = Cost<Double>.categoricalCrossEntropy
    #expect(agree(cost(A, Y), 708.3964185322641, within: 1e-15))
    #expect(cost.gradient(A, Y)[0, 0] == -1 / .leastNormalMagnitude)
    #expect(cost.gradient(A, Y)[1, 0] == 0)
    #expect(cost(Y, Y) == 0)
  }

  @Test("nan stays nan, wherever it is", arguments: Cost<Double>.all, [0, 1])
  func notANumber(cost: Cost<Double>, missing: Int) {
    var A = Matrix<Double>(column: [0.5, 0.5])
    A[missing, 0] = .nan
    let Y = Matrix<Double>(column: [1, 0])
    #expect(cost(A, Y).isNaN)
    #expect(cost.gradient(A, Y)[missing, 0].isNaN)
    #expect(!cost.gradient(A, Y)[1 - missing, 0].isNaN)
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
    for row in 0..<2 {
      for column in 0..<2 {
        let gradient = Float(double.gradient(A64, Y64)[row, column])
        #expect(agree(float.gradient(A, Y)[row, column], gradient, within: 1e-6))
      }
    }
  }
}
