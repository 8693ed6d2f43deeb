import LinearAlgebra
import NeuralNetwork
import Testing

@testable import ModelFiles

@Suite("Dense layers of other libraries")
struct DenseLayersTests {
  private func layers(_ change: (inout ArchiveBuilder) -> Void) throws -> DenseLayers {
    var builder = ArchiveBuilder()
    change(&builder)
    return try DenseLayers(of: try TensorArchive(decoding: builder.data), path: "réseau")
  }

  /// Layers by name, each `outputs × inputs`, their tensors in this order.
  private func order(_ tensors: [(String, Int, Int)]) throws -> [String] {
    try layers { builder in
      for (name, outputs, inputs) in tensors {
        builder.add(name + ".bias", [outputs])
        builder.add(name + ".weight", [outputs, inputs])
      }
    }.layers.map(\.name)
  }

  @Test(
    "the numbers of the names order the layers",
    arguments: [
      ["0", "2", "4"], ["fc1", "fc2", "fc10"], ["layers.0.linear", "layers.1.linear", "out"],
      ["net.3", "net.7", "net.11"], ["module.a.2.b", "module.a.10.b", "module.a.10.c"],
    ])
  func names(names: [String]) throws {
    for places in [[2, 1, 0], [1, 0, 2], [0, 1, 2]] {
      #expect(try order(places.map { (names[$0], 5, 5) }) == names)
    }
  }

  @Test("where the names' order does not fit, the file's does, or the only one that fits")
  func otherOrders() throws {
    let words = [("input", 5, 6), ("hidden", 5, 5), ("output", 4, 5)]
    #expect(try order(words) == ["input", "hidden", "output"])
    #expect(try order([("b", 3, 4), ("c", 4, 5), ("a", 2, 3)]) == ["c", "b", "a"])
    #expect(try order([("2", 4, 5), ("1", 3, 4)]) == ["2", "1"])
  }

  @Test("weights are outputs × inputs, biases zeros where there are none; each type is read")
  func numbers() throws {
    for type in ["F16", "BF16", "F32", "F64"] {
      let found = try layers { builder in
        builder.add("0.weight", [2, 3], [1, 2, 3, -4, 0.5, 6], as: type)
        builder.add("2.weight", [1, 2], [1, 1], as: type)
        builder.add("2.bias", [1], [0.25], as: "F32")
      }
      #expect(found.layers.map(\.hasBias) == [false, true])
      #expect(found.parameterCount == 6 + 2 + 1)
      let network: Network<Double> = try found.network([.relu, .linear])
      #expect(network.layers[0].W == Matrix([[1, 2, 3], [-4, 0.5, 6]]))
      #expect(network.layers[0].b == Matrix(rows: 2, columns: 1))
      // relu(1·1 + 2·1 + 3·1) + relu(−4 + 0.5 + 6) + 0.25
      #expect(network.predict(Matrix(column: [1, 1, 1])) == Matrix(column: [8.75]))
    }
  }

  @Test("a single layer, and tensors without a prefix")
  func single() throws {
    let found = try layers {
      $0.add("bias", [2])
      $0.add("weight", [2, 3])
    }
    #expect(found.layers.map(\.title) == ["weight"])
  }

  @Test(
    "the error names the tensor that does not fit",
    arguments: [
      ("conv1.weight", [32, 1, 3, 3], "F32", "« conv1.weight » a la forme 32 × 1 × 3 × 3 :"),
      ("bn.weight", [5], "F32", "« bn.weight » a la forme 5, celle d’une normalisation"),
      ("bn.running_mean", [5], "F32", "« bn.running_mean » n’est ni le poids"),
      ("bn.num_batches_tracked", [], "I64", "« bn.num_batches_tracked » est de type « I64 »"),
      ("fc1.weight_mask", [5, 5], "BOOL", "« fc1.weight_mask » est de type « BOOL »"),
      ("fc1.bias", [4], "F32", "« fc1.bias » a la forme 4, alors que « fc1.weight »"),
      ("fc1.bias", [5, 1], "F32", "« fc1.bias » a la forme 5 × 1"),
      ("fc9.bias", [5], "F32", "« fc9.bias » n’est ni le poids"),
      ("fc2.weight", [3, 4], "F32", "donne 5 sorties, « fc2.weight » attend 4 entrées"),
      ("fc0.weight", [0, 5], "F32", "« fc0.weight » a la forme 0 × 5"),
      ("fc0.weight", [], "F32", "« fc0.weight » a la forme d’un seul nombre"),
      ("layer1.W", [5, 6], "F32", "« layer1.W » n’est ni le poids"),
      ("\\u001b[2J", [1], "F32", "«  [2J » n’est ni le poids"),
    ])
  func misfits(name: String, shape: [Int], type: String, sentence: String) throws {
    let error = #expect(throws: ForeignNetworkError.self) {
      try layers { builder in
        builder.add("fc1.weight", [5, 6])
        let size = ["I64": 8, "BOOL": 1][type] ?? 4
        builder.add(
          name, type, shape, bytes: .init(count: shape.reduce(1, *) * size))
      }
    }
    let text = "\(error.map { "\($0)" } ?? "")".replacing("\u{A0}", with: " ")
    #expect(text.contains(sentence) && text.hasPrefix("Dans « réseau », "), "\(text)")
    #expect(error?.exitStatus == .data)
  }

  @Test("no tensor is no network; other inputs and outputs are named")
  func ends() throws {
    #expect(throws: ForeignNetworkError(.nothing, path: "réseau")) { try layers { _ in } }
    let found = try layers { $0.add("fc.weight", [2, 3]) }
    try found.check(inputs: 3, outputs: 2)
    #expect(
      throws: ForeignNetworkError(.inputs(3, of: "fc.weight", expected: 784), path: "réseau")
    ) { try found.check(inputs: 784, outputs: 2) }
    #expect(
      throws: ForeignNetworkError(.outputs(2, of: "fc.weight", expected: 10), path: "réseau")
    ) { try found.check(inputs: 3, outputs: 10) }
  }
}
