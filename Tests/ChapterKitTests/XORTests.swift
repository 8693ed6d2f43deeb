import ChapterKit
import Datasets
import LinearAlgebra
import NeuralNetwork
import Testing

@Suite("XOR")
struct XORTests {
  /// Two ReLUs that solve it exactly: `x + y − 2·relu(x + y − 1)`, before the output's slope.
  private func network(slope: Double) throws -> Network<Double> {
    try Network(layers: [
      Layer(W: Matrix([[1, 1], [1, 1]]), b: Matrix(column: [0, -1]), a: .relu),
      Layer(
        W: Matrix([[slope, -2 * slope]]), b: Matrix(column: [-slope / 2]), a: .sigmoid),
    ])
  }

  @Test("the target is 1 where the inputs differ")
  func table() {
    let examples = XOR.examples()
    #expect(examples.count == 4)
    for column in 0..<4 {
      let (x, y) = (examples.inputs[0, column], examples.inputs[1, column])
      #expect(2 * x + y == Double(column))
      #expect(examples.targets[0, column] == (x == y ? 0 : 1))
    }
    #expect(XOR.examples(as: Float.self).targets == Matrix<Float>([[0, 1, 1, 0]]))
  }

  @Test("a network that separates the four points solves it; others do not")
  func solved() throws {
    #expect(XOR.isSolved(by: try network(slope: 10)))
    #expect(!XOR.isSolved(by: try network(slope: -10)))
    #expect(!XOR.isSolved(by: try network(slope: 0)))
    #expect(!XOR.isSolved(by: try network(slope: .nan)))
  }
}
