import LinearAlgebra
import NeuralNetwork
import Testing

@Suite("Metrics")
struct NetworkMetricsTests {
  /// More examples than the metrics hold at once, so that they are computed in several blocks.
  private let many = Examples<Double>(
    inputs: Matrix<Double>(uninitializedRows: 4, columns: 2500) { elements in
      for index in elements.indices { elements[index] = Double(index % 17 - 8) / 5 }
    },
    targets: Matrix<Double>(uninitializedRows: 3, columns: 2500) { elements in
      for index in elements.indices { elements[index] = index / 3 % 3 == index % 3 ? 1 : 0 }
    })

  @Test("the cost over many examples is the cost of all outputs", arguments: Cost<Double>.all)
  func cost(cost: Cost<Double>) throws {
    let network = try tinyNetwork(hidden: .tanh)
    let whole = cost(network.predict(many.inputs), many.targets)
    #expect(agree(network.cost(cost, on: many), whole, within: 1e-13))
  }

  @Test("the accuracy is the share of examples whose greatest output is the wanted one")
  func accuracy() throws {
    let network = try tinyNetwork(hidden: .tanh)
    let outputs = network.predict(many.inputs)
    let correct = (0..<2500).count { column in
      let row = (0..<3).max { outputs[$0, column] < outputs[$1, column] }
      return row == column % 3
    }
    #expect(correct > 0 && correct < 2500)
    #expect(network.accuracy(on: many) == Double(correct) / 2500)
  }
}
