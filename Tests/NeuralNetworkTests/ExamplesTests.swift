import LinearAlgebra
import NeuralNetwork
import Testing

@Suite("Examples")
struct ExamplesTests {
  /// Seven examples whose input is their rank and whose target is minus their rank.
  private let examples = Examples<Double>(
    inputs: Matrix([[0, 1, 2, 3, 4, 5, 6]]), targets: Matrix([[0, -1, -2, -3, -4, -5, -6]]))

  @Test(
    "batches follow the order of the examples; the last one may be shorter",
    arguments: [
      (1, [[0], [1], [2], [3], [4], [5], [6]]), (3, [[0, 1, 2], [3, 4, 5], [6]]),
      (4, [[0, 1, 2, 3], [4, 5, 6]]), (7, [[0, 1, 2, 3, 4, 5, 6]]),
      (8, [[0, 1, 2, 3, 4, 5, 6]]), (.max, [[0, 1, 2, 3, 4, 5, 6]]),
    ] as [(Int, [[Double]])])
  func batches(size: Int, ranks: [[Double]]) {
    let batches = Array(examples.batches(of: size))
    #expect(batches.map { $0.inputs.withUnsafeElements { Array($0) } } == ranks)
    #expect(
      batches.map { $0.targets.withUnsafeElements { Array($0) } } == ranks.map { $0.map { -$0 } })
  }

  @Test("examples reversed within their batches stay in their batches")
  func reversed() {
    let reversed = examples.reversedWithinBatches(of: 3)
    #expect(reversed.inputs == Matrix([[2, 1, 0, 5, 4, 3, 6]]))
    #expect(reversed.targets == Matrix([[-2, -1, 0, -5, -4, -3, -6]]))
    #expect(reversed.reversedWithinBatches(of: 3).inputs == examples.inputs)
  }

  @Test("a whole column moves with its example")
  func columns() {
    let examples = Examples<Double>(
      inputs: Matrix([[1, 2, 3], [4, 5, 6]]), targets: Matrix([[7, 8, 9]]))
    #expect(
      examples.reversedWithinBatches(of: .max).inputs == Matrix([[3, 2, 1], [6, 5, 4]]))
  }
}
