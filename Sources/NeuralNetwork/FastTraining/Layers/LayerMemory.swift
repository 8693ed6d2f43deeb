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
  var Z, A: UnsafeMutablePointer<Scalar>
  let dA: UnsafeMutablePointer<Scalar>
  /// `dZ` with one column per example.
  let dZ: UnsafeMutablePointer<Scalar>
  /// `W·v` of each tile, `v` being the background; nothing where inputs have none.
  let shifts: UnsafeMutablePointer<Scalar>

  /// The number of inputs of a tile.
  func width(of tile: Int) -> Int { min(Tile.width, inputs - tile * Tile.width) }

  /// Some of the layer's values that belong to a strip.
  func strip(
    _ values: UnsafeMutablePointer<Scalar>, _ columns: Range<Int>
  ) -> Strip<Scalar> {
    Strip(values, rows: outputs, columns: columns)
  }

  /// `Σ dZ` over a block's examples, added to what the blocks before gave, the first one first.
  func sumSlopes(of examples: Int, into sums: UnsafeMutablePointer<Scalar>, accumulates: Bool) {
    if !accumulates { sums.update(repeating: 0, count: outputs) }
    Scalar.addColumns(dZ, to: sums, rows: outputs, columns: examples)
  }

  /// Takes the step of the biases, whose derivatives are complete.
  func stepBiases(rate: Scalar) {
    Scalar.descend(b, along: db, rate: rate, count: outputs)
  }

  /// Computes the shifts from the weights as they are now.
  fileprivate func sumShifts(_ backgrounds: UnsafePointer<Scalar>) {
    shifts.initialize(repeating: 0, count: Tile.count(of: inputs) * outputs)
    for place in 0..<inputs {
      let (shift, weights) = (shifts + place / Tile.width * outputs, W + place * outputs)
      for output in 0..<outputs { shift[output] += backgrounds[place] * weights[output] }
    }
  }
}

/// All the memory that the training of a layer needs, taken once.
final class LayerStorage<Scalar: MatrixScalar> {
  let memory: LayerMemory<Scalar>
  private let storage: [MatrixStorage<Scalar>]
  private let layer: Layer<Scalar>
  private let usedInputs: [Int]

  /// - Parameters:
  ///   - usedInputs: the inputs whose weights are trained; the others stay as they are.
  ///   - backgrounds: `v`, one for each of these, if they have any.
  ///   - block: the most examples of a block.
  init(
    _ layer: Layer<Scalar>, usedInputs: [Int], backgrounds: UnsafePointer<Scalar>? = nil,
    block: Int
  ) {
    self.layer = layer
    self.usedInputs = usedInputs
    let (inputs, outputs) = (usedInputs.count, layer.W.rows)
    let (weights, values) = (inputs * outputs, outputs * block)
    let shifts = backgrounds == nil ? 0 : Tile.count(of: inputs) * outputs
    storage = [weights, weights, outputs, outputs, values, values, values, values, shifts]
      .map { MatrixStorage(count: $0) }
    let start = storage.map(\.start)
    memory = LayerMemory(
      inputs: inputs, outputs: outputs, activation: layer.a,
      W: start[0], dW: start[1], b: start[2], db: start[3],
      Z: start[4], A: start[5], dA: start[6], dZ: start[7], shifts: start[8])
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
    if let backgrounds { memory.sumShifts(backgrounds) }
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
