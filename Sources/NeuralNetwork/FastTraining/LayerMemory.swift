import LinearAlgebra

/// Where a layer's weights and biases lie, and what the passes over a block of examples leave behind.
///
/// It only points: `LayerStorage` owns the memory, and threads share nothing that they would have to
/// count references of.
struct LayerMemory<Scalar: MatrixScalar> {
  let inputs, outputs: Int
  let activation: Activation<Scalar>
  /// The weights and their derivatives, outputs × inputs.
  let W, dW: UnsafeMutablePointer<Scalar>
  /// The biases and their derivatives, one per output.
  let b, db: UnsafeMutablePointer<Scalar>
  /// A block's values, in each strip all of an output's side by side; `dA` becomes `dZ`.
  let Z, A, dA: UnsafeMutablePointer<Scalar>
  /// `dZ` with one column per example.
  let dZ: UnsafeMutablePointer<Scalar>

  /// From `W·A` to `Z = W·A + b` and `a(Z)`.
  func activate(_ Z: Strip<Scalar>, bias b: UnsafePointer<Scalar>, into A: Strip<Scalar>) {
    Z.add(b)
    activation.apply(Z, into: A)
  }

  /// `Σ dZ` over a block's examples, added to what the blocks before gave, the first one first.
  func sumSlopes(of examples: Int, into sums: UnsafeMutablePointer<Scalar>, accumulates: Bool) {
    if !accumulates { sums.update(repeating: 0, count: outputs) }
    Scalar.addColumns(dZ, to: sums, rows: outputs, columns: examples)
  }
}

/// All the memory that the training of a layer needs, taken once.
final class LayerStorage<Scalar: MatrixScalar> {
  let memory: LayerMemory<Scalar>
  private let storage: [MatrixStorage<Scalar>]
  private let layer: Layer<Scalar>
  private let usedInputs: [Int]

  /// - Parameter usedInputs: the inputs whose weights are trained; the others stay as they are.
  init(_ layer: Layer<Scalar>, usedInputs: [Int], block: Int) {
    self.layer = layer
    self.usedInputs = usedInputs
    let (inputs, outputs) = (usedInputs.count, layer.W.rows)
    let (weights, values) = (inputs * outputs, outputs * block)
    storage = [weights, weights, outputs, outputs, values, values, values, values]
      .map { MatrixStorage(count: $0) }
    let start = storage.map(\.start)
    memory = LayerMemory(
      inputs: inputs, outputs: outputs, activation: layer.a,
      W: start[0], dW: start[1], b: start[2], db: start[3],
      Z: start[4], A: start[5], dA: start[6], dZ: start[7])
    layer.W.withUnsafeElements { elements in
      for (place, input) in usedInputs.enumerated() {
        for output in 0..<outputs {
          start[0][place * outputs + output] = elements[input * outputs + output]
        }
      }
    }
    layer.b.withUnsafeElements { elements in
      for output in 0..<outputs { start[2][output] = elements[output] }
    }
  }

  /// A copy of the layer as it is now.
  var trained: Layer<Scalar> {
    var trained = layer
    let outputs = memory.outputs
    trained.W.withUnsafeMutableElements { elements in
      for (place, input) in usedInputs.enumerated() {
        for output in 0..<outputs {
          elements[input * outputs + output] = memory.W[place * outputs + output]
        }
      }
    }
    trained.b.withUnsafeMutableElements { elements in
      for output in 0..<outputs { elements[output] = memory.b[output] }
    }
    return trained
  }
}
