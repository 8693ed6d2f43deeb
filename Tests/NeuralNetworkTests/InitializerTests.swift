import LinearAlgebra
import NeuralNetwork
import Testing

@Suite("Initializers")
struct InitializerTests {
  @Test("weights are drawn row by row, as NumPy fills an array")
  func order() throws {
    var random = try NumPyRandom(seed: 3)
    var stream = random
    let W: Matrix<Double> = Initializer.gaussian.weights(inputs: 3, outputs: 2, using: &random)
    for row in 0..<2 {
      for column in 0..<3 { #expect(W[row, column] == stream.gaussian()) }
    }
    #expect(random.uniform() == stream.uniform(), "no number is drawn in vain")
  }

  @Test("gaussian_100 is gaussian × 0.01")
  func hundredth() throws {
    var (first, second) = (try NumPyRandom(seed: 42), try NumPyRandom(seed: 42))
    let W: Matrix<Double> = Initializer.gaussian.weights(inputs: 7, outputs: 5, using: &first)
    let small: Matrix<Double> = Initializer.gaussian100.weights(
      inputs: 7, outputs: 5, using: &second)
    #expect(small == W.map { $0 * 0.01 })
  }

  @Test("Float weights are the Double ones, rounded")
  func float() throws {
    var (first, second) = (try NumPyRandom(seed: 0), try NumPyRandom(seed: 0))
    let W: Matrix<Double> = Initializer.gaussian.weights(inputs: 4, outputs: 3, using: &first)
    let rounded: Matrix<Float> = Initializer.gaussian.weights(inputs: 4, outputs: 3, using: &second)
    for row in 0..<3 {
      for column in 0..<4 { #expect(rounded[row, column] == Float(W[row, column])) }
    }
  }

  @Test("a draw knows the layer's number of inputs and of outputs")
  func layerSize() throws {
    let initializer = Initializer("size") { _, inputs, outputs in Double(10 * inputs + outputs) }
    var random = try NumPyRandom(seed: 0)
    let W: Matrix<Double> = initializer.weights(inputs: 3, outputs: 2, using: &random)
    #expect(W == Matrix(rows: 2, columns: 3, repeating: 32))
    let scaled: Matrix<Double> = initializer.scaled(by: 0.5, named: "half")
      .weights(inputs: 3, outputs: 2, using: &random)
    #expect(scaled == Matrix(rows: 2, columns: 3, repeating: 16))
  }

  @Test("names are unique")
  func names() {
    #expect(Set(Initializer.all.map(\.name)).count == Initializer.all.count)
    #expect(Initializer.gaussian100.name == "gaussian_100")
  }
}
