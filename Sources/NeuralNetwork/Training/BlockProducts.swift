import LinearAlgebra

/// The products of the passes over a block of so many examples, layer by layer.
///
/// Each is made of parts, strips of the examples or of the inputs, that do not depend on the number
/// of threads: so neither does any sum.
struct BlockProducts<Scalar: MatrixScalar>: Sendable {
  /// `Zᵀ = Aᵀ·Wᵀ` of a strip of examples; `Z = W·A` where `weightsFirst`.
  let forward: [Parts]
  /// The column of one example is its own transpose: the vectors then run along the outputs.
  let weightsFirst: Bool
  /// `dAᵀ = dZᵀ·W` of a strip of examples.
  let backward: [Parts]
  /// `dW = dZ·Aᵀ` of a tile of inputs; the second one adds to what is there.
  let gradient, addingGradient: [Parts]

  /// The product that makes a whole strip, and the one that makes the last, narrower strip.
  struct Parts: Sendable {
    private let whole, last: PreparedProduct<Scalar>
    private let total, width: Int

    init(
      _ total: Int, by width: Int, _ make: (_ width: Int) -> PreparedProduct<Scalar>
    ) {
      self.total = total
      self.width = width
      whole = make(min(width, total))
      last = make(total == 0 ? 0 : (total - 1) % width + 1)
    }

    subscript(strip: Int) -> PreparedProduct<Scalar> {
      (strip + 1) * width > total ? last : whole
    }
  }

  init(examples: Int, _ layers: [LayerMemory<Scalar>], by library: MatrixLibrary) {
    let weightsFirst = examples == 1
    self.weightsFirst = weightsFirst
    forward = layers.map { layer in
      Parts(examples, by: Strip<Scalar>.width) { width in
        let layout =
          weightsFirst
          ? ProductLayout(
            rows: layer.outputs, columns: 1, inner: layer.inputs,
            strideOfA: layer.outputs, strideOfB: layer.inputs, strideOfC: layer.outputs)
          : ProductLayout(
            rows: width, columns: layer.outputs, inner: layer.inputs,
            strideOfA: examples, strideOfB: layer.outputs, strideOfC: examples,
            transposesB: true)
        return PreparedProduct(layout, by: library)
      }
    }
    backward = layers.map { layer in
      Parts(examples, by: Strip<Scalar>.width) { width in
        PreparedProduct(
          ProductLayout(
            rows: width, columns: layer.inputs, inner: layer.outputs,
            strideOfA: examples, strideOfB: layer.outputs, strideOfC: examples),
          by: library)
      }
    }
    func gradients(accumulates: Bool) -> [Parts] {
      layers.map { layer in
        Parts(layer.inputs, by: Tile.width) { width in
          PreparedProduct(
            ProductLayout(
              rows: layer.outputs, columns: width, inner: examples,
              strideOfA: layer.outputs, strideOfB: examples, strideOfC: layer.outputs,
              accumulates: accumulates),
            by: library)
        }
      }
    }
    gradient = gradients(accumulates: false)
    addingGradient = gradients(accumulates: true)
  }
}
