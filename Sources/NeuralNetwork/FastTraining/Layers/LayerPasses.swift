import LinearAlgebra

/// What one worker does in a layer that reads numbers: those of the layer below, or the examples'.
final class LayerPasses<Scalar: MatrixScalar> {
  private let layer: LayerMemory<Scalar>
  private let learningRate: Scalar
  private let products: BySize<LayerProducts<Scalar>>

  init(
    _ layer: LayerMemory<Scalar>, learningRate: Scalar, blockSizes: Set<Int>,
    by library: MatrixLibrary
  ) {
    (self.layer, self.learningRate) = (layer, learningRate)
    products = BySize(blockSizes) { LayerProducts(examples: $0, layer, by: library) }
  }

  /// Writes `Z = W·A + b` of a strip of a block of so many examples.
  func forward(
    _ strip: Int, of size: Int, from inputs: Strip<Scalar>, into Z: Strip<Scalar>
  ) {
    let product = products[size].forward[strip]
    if LayerProducts<Scalar>.putsWeightsFirst(examples: size) {
      product(layer.W, inputs.start, into: Z.start)
    } else {
      product(inputs.start, layer.W, into: Z.start)
    }
    Z.add(layer.b)
  }

  /// Writes `dA = Wᵀ·dZ` of the layer below.
  func backward(_ strip: Int, of size: Int, _ dZ: Strip<Scalar>, into dA: Strip<Scalar>) {
    products[size].backward[strip](dZ.start, layer.W, into: dA.start)
  }

  /// Computes the derivatives of a tile over a block, added to those of the batch's blocks before, and
  /// takes the step if that completes them.
  ///
  /// - Parameter inputs: the block's, strip after strip.
  func differentiate(
    _ tile: Int, from inputs: UnsafePointer<Scalar>, over block: ExampleBlock, stepping: Bool
  ) {
    let products = products[block.examples.count]
    let gradients = block.isFirstOfBatch ? products.gradient : products.addingGradient
    let first = tile * Tile.width
    gradients[tile](layer.dZ, inputs, from: first, into: layer.dW + first * layer.outputs)
    if stepping { step(tile) }
  }

  /// Takes the step of a tile whose derivatives are complete.
  func step(_ tile: Int) {
    let first = tile * Tile.width * layer.outputs
    Scalar.descend(
      layer.W + first, along: layer.dW + first, rate: learningRate,
      count: layer.width(of: tile) * layer.outputs)
  }
}
