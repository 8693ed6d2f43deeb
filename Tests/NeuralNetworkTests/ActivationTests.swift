import LinearAlgebra
import NeuralNetwork
import Testing

@Suite("Activations")
struct ActivationTests {
  /// From −8 to 8, without 0, where `relu` has no derivative.
  static let grid = stride(from: -7.9, through: 8, by: 0.37).map { $0 }

  @Test("the derivative is the slope of the value", arguments: Activation<Double>.elementwise)
  func derivative(activation: Activation<Double>) {
    for x in Self.grid {
      let expected = slope(at: x, step: 1e-6) { activation($0) }
      #expect(agree(activation.derivative(x), expected, within: 1e-8), "at \(x)")
    }
  }

  @Test(
    "the derivative is the slope of the value in Float",
    arguments: Activation<Float>.elementwise)
  func floatDerivative(activation: Activation<Float>) {
    for x in Self.grid.map(Float.init) {
      let expected = slope(at: x, step: 1 / 128) { activation($0) }
      #expect(agree(activation.derivative(x), expected, within: 1e-4), "at \(x)")
    }
  }

  @Test(
    "Float is Double rounded to its precision",
    arguments: zip(Activation<Float>.elementwise, Activation<Double>.elementwise))
  func precisions(float: Activation<Float>, double: Activation<Double>) {
    #expect(float.name == double.name)
    for x in Self.grid.map(Float.init) {
      #expect(agree(float(x), Float(double(Double(x))), within: 4 * .ulpOfOne), "at \(x)")
    }
  }

  @Test("names are unique")
  func names() {
    #expect(Set(Activation<Double>.all.map(\.name)).count == Activation<Double>.all.count)
  }

  @Test("the naive and the stable version agree to a few bits where nothing overflows")
  func naiveAgainstStable() {
    let wide = stride(from: -700.0, through: 700, by: 6.25) + Self.grid
    for x in wide {
      #expect(abs(Activation.naiveTanh(x) - Activation.tanh(x)) <= 4 * Double.ulpOfOne, "at \(x)")
      let stable = Activation.sigmoid(x)
      #expect(abs(Activation.naiveSigmoid(x) - stable) <= 4 * stable.ulp, "at \(x)")
    }
  }

  @Test("the naive and the stable derivative agree to a few bits of 1")
  func naiveAgainstStableDerivative() {
    let few = 8 * Double.ulpOfOne
    for x in Self.grid {
      let tanh = Activation.tanh.derivative(x)
      #expect(abs(Activation.naiveTanh.derivative(x) - tanh) <= few, "at \(x)")
      let sigmoid = Activation.sigmoid.derivative(x)
      #expect(abs(Activation.naiveSigmoid.derivative(x) - sigmoid) <= few, "at \(x)")
    }
  }

  @Test("tanh goes to ±1 where the formula as written has overflown", arguments: [710.0, 800])
  func tanhFarOut(x: Double) {
    #expect(Activation.naiveTanh(x).isNaN)
    #expect(Activation.naiveTanh(-x).isNaN)
    #expect(Activation.tanh(x) == 1)
    #expect(Activation.tanh(-x) == -1)
    #expect(Activation.tanh.derivative(x) == 0)
    #expect(Activation.tanh.derivative(-x) == 0)
  }

  @Test("the sigmoid keeps its digits far from 0, and never overflows")
  func sigmoidFarOut() {
    #expect(agree(Activation.sigmoid(-700) / 9.85967654375977e-305, 1, within: 1e-14))
    #expect(agree(Activation.sigmoid.derivative(700) / 9.85967654375977e-305, 1, within: 1e-14))
    #expect(agree(Activation.sigmoid.derivative(-700) / 9.85967654375977e-305, 1, within: 1e-14))
    #expect(Activation.sigmoid(800.0) == 1)
    #expect(Activation.sigmoid(-800.0) == 0)
    #expect(Activation.sigmoid.derivative(800.0) == 0)
    #expect(Activation.sigmoid.derivative(-800.0) == 0)
    #expect(Activation.naiveSigmoid(-800.0) == 0)
    #expect(Activation.naiveSigmoid(800.0) == 1)
  }

  @Test("relu keeps what is positive; its derivative at 0 is 0")
  func relu() {
    #expect(Activation<Double>.relu([-2, -0.5, 0, 0.5, 2]) == [0, 0, 0, 0.5, 2])
    #expect(Activation<Double>.relu.derivative([-2, 0, -0.0, 1e-300, 2]) == [0, 0, 0, 1, 1])
    #expect(Activation.relu(-Double.infinity) == 0)
    #expect(Activation.relu(Double.infinity) == .infinity)
  }

  @Test("nan stays nan", arguments: Activation<Double>.elementwise)
  func notANumber(activation: Activation<Double>) {
    #expect(activation(.nan).isNaN)
  }

  @Test(
    "numbers, lists and matrices get the same values", arguments: Activation<Double>.elementwise)
  func forms(activation: Activation<Double>) {
    let numbers = [-3.0, -0.2, 0.1, 0.9, 2, 4]
    let matrix = Matrix<Double>(uninitializedRows: 2, columns: 3) { elements in
      _ = elements.initialize(fromContentsOf: numbers)
    }
    #expect(activation(numbers) == numbers.map { activation($0) })
    #expect(activation(matrix).withUnsafeElements { Array($0) } == activation(numbers))
    #expect(activation.derivative(numbers) == numbers.map { activation.derivative($0) })
    #expect(
      activation.derivative(matrix).withUnsafeElements { Array($0) }
        == activation.derivative(numbers))
    #expect(activation([]).isEmpty)
  }
}
