import LinearAlgebra

/// What one thread of a training does, and the memory that it does it in.
final class ThreadMemory<Scalar: MatrixScalar> {
  /// The inputs of a block, where they are computed from bytes.
  private let inputs: MatrixStorage<Scalar>
  /// Each layer's `Z` and `A` of a block when only the cost is wanted.
  private let Z, A: [MatrixStorage<Scalar>]

  private let layers: [LayerMemory<Scalar>]
  private let examples: ExampleBlocks<Scalar>
  private let cost: Cost<Scalar>
  private let learningRate: Scalar
  private let products: [Int: BlockProducts<Scalar>]

  init(
    _ layers: [LayerMemory<Scalar>], _ examples: ExampleBlocks<Scalar>, _ cost: Cost<Scalar>,
    learningRate: Scalar, blockSizes: Set<Int>, by library: MatrixLibrary
  ) {
    (self.layers, self.examples, self.cost) = (layers, examples, cost)
    self.learningRate = learningRate
    let block = blockSizes.max() ?? 0
    inputs = MatrixStorage(count: examples.rows * block)
    Z = layers.map { MatrixStorage(count: $0.outputs * block) }
    A = layers.map { MatrixStorage(count: $0.outputs * block) }
    products = Dictionary(
      uniqueKeysWithValues: blockSizes.map { size in
        (size, BlockProducts(examples: size, layers, by: library))
      })
  }

  /// Takes strips of a block forward and backward, up to each layer's `dZ`.
  ///
  /// - Parameter losses: where the sum of the losses of each example goes, if it is wanted.
  func takeThrough(
    _ strips: Range<Int>, of block: ExampleBlock, losses: UnsafeMutableBufferPointer<Scalar>?
  ) {
    let size = block.examples.count
    guard let products = products[size] else { return }
    for strip in strips {
      let columns = Strip<Scalar>.columns(strip, of: size)
      var input = examples.inputs(
        of: block, rows: 0..<examples.rows, columns: columns, in: inputs.start)
      for index in layers.indices {
        let layer = layers[index]
        forward(index, strip, input, columns, size, products, Z: layer.Z, A: layer.A)
        input = layer.A
      }
      if let losses { sumLosses(input, of: block, columns, in: examples, into: losses) }
      backward(strip, columns, of: block, products)
    }
  }

  private func forward(
    _ index: Int, _ strip: Int, _ input: UnsafeMutablePointer<Scalar>, _ columns: Range<Int>,
    _ size: Int, _ products: BlockProducts<Scalar>,
    Z: UnsafeMutablePointer<Scalar>, A: UnsafeMutablePointer<Scalar>
  ) {
    let layer = layers[index]
    let product = products.forward[index][strip]
    if products.weightsFirst {
      product(layer.W, input, into: Z)
    } else {
      product(input + columns.lowerBound, layer.W, into: Z + columns.lowerBound)
    }
    layer.activate(
      Strip(Z, rows: layer.outputs, stride: size, columns: columns),
      into: Strip(A, rows: layer.outputs, stride: size, columns: columns))
  }

  private func backward(
    _ strip: Int, _ columns: Range<Int>, of block: ExampleBlock, _ products: BlockProducts<Scalar>
  ) {
    let size = block.examples.count
    func part(
      _ values: UnsafeMutablePointer<Scalar>, _ layer: LayerMemory<Scalar>
    ) -> Strip<Scalar> {
      Strip(values, rows: layer.outputs, stride: size, columns: columns)
    }
    let output = layers[layers.count - 1]
    let (dA, A) = (part(output.dA, output), part(output.A, output))
    let targets = examples.targets(of: block, columns: columns)
    for row in 0..<output.outputs {
      _ = dA[row].update(fromContentsOf: A[row])
      cost.differentiate(dA[row], UnsafeBufferPointer(targets[row]), block.batchCount)
    }
    for index in layers.indices.reversed() {
      let layer = layers[index]
      let dZ = part(layer.dA, layer)
      layer.activation.pullBack(dZ, part(layer.Z, layer), part(layer.A, layer))
      dZ.transpose(into: layer.dZ + columns.lowerBound * layer.outputs)
      if index > 0 {
        products.backward[index][strip](
          layer.dA + columns.lowerBound, layer.W, into: layers[index - 1].dA + columns.lowerBound)
      }
    }
  }

  /// Computes the derivatives of some tiles of the weights over a block, and takes the step if it is
  /// the batch's last one.
  ///
  /// - Parameter known: the strips whose inputs this thread has computed already.
  func differentiate(
    _ tiles: ArraySlice<Tile>, over block: ExampleBlock, known: Range<Int>, stepping: Bool
  ) {
    guard let products = products[block.examples.count] else { return }
    let pixels = completeInputs(of: block, for: tiles, known: known)
    let gradients = block.isFirstOfBatch ? products.gradient : products.addingGradient
    for tile in tiles {
      let layer = layers[tile.layer]
      if let place = tile.place {
        let first = place * BlockProducts<Scalar>.tileWidth
        let input = tile.layer == 0 ? pixels : layers[tile.layer - 1].A
        gradients[tile.layer][place](
          layer.dZ, input + first * block.examples.count, into: layer.dW + first * layer.outputs)
      } else {
        layer.sumBiasSlopes(block.examples.count, accumulates: !block.isFirstOfBatch)
      }
      if stepping { step(tile) }
    }
  }

  /// Takes the step of some tiles of the weights.
  func step(_ tiles: ArraySlice<Tile>) {
    for tile in tiles { step(tile) }
  }

  private func step(_ tile: Tile) {
    let layer = layers[tile.layer]
    guard let place = tile.place else {
      Scalar.descend(layer.b, along: layer.db, rate: learningRate, count: layer.outputs)
      return
    }
    let first = place * BlockProducts<Scalar>.tileWidth
    let count = min(BlockProducts<Scalar>.tileWidth, layer.inputs - first)
    Scalar.descend(
      layer.W + first * layer.outputs, along: layer.dW + first * layer.outputs,
      rate: learningRate, count: count * layer.outputs)
  }

  /// The inputs that belong to a thread's weights, of the examples that other threads have taken
  /// through too: to compute them again is faster than to fetch them from another core.
  private func completeInputs(
    of block: ExampleBlock, for tiles: ArraySlice<Tile>, known: Range<Int>
  ) -> UnsafeMutablePointer<Scalar> {
    let (size, strip, tile) = (
      block.examples.count, Strip<Scalar>.width, BlockProducts<Scalar>.tileWidth
    )
    let places = tiles.lazy.filter { $0.layer == 0 }.compactMap(\.place)
    var rows = 0..<0
    if let first = places.first, let last = places.last {
      rows = first * tile..<min((last + 1) * tile, examples.rows)
    }
    let before = 0..<min(known.lowerBound * strip, size)
    let after = min(known.upperBound * strip, size)..<size
    _ = examples.inputs(of: block, rows: rows, columns: before, in: inputs.start)
    return examples.inputs(of: block, rows: rows, columns: after, in: inputs.start)
  }

  /// Writes the sum of the losses of each example of a block to its place among all examples.
  ///
  /// - Parameter examples: the same examples, cut into other blocks.
  func addUpLosses(
    of block: ExampleBlock, in examples: ExampleBlocks<Scalar>,
    into losses: UnsafeMutableBufferPointer<Scalar>
  ) {
    let size = block.examples.count
    guard let products = products[size] else { return }
    for strip in 0..<Strip<Scalar>.count(in: size) {
      let columns = Strip<Scalar>.columns(strip, of: size)
      var input = examples.inputs(
        of: block, rows: 0..<examples.rows, columns: columns, in: inputs.start)
      for index in layers.indices {
        forward(
          index, strip, input, columns, size, products, Z: Z[index].start, A: A[index].start)
        input = A[index].start
      }
      sumLosses(input, of: block, columns, in: examples, into: losses)
    }
  }

  private func sumLosses(
    _ outputs: UnsafeMutablePointer<Scalar>, of block: ExampleBlock, _ columns: Range<Int>,
    in examples: ExampleBlocks<Scalar>, into losses: UnsafeMutableBufferPointer<Scalar>
  ) {
    let targets = examples.targets(of: block, columns: columns)
    let outputs = Strip(
      outputs, rows: targets.rows, stride: block.examples.count, columns: columns)
    let first = block.examples.lowerBound + columns.lowerBound
    let sums = UnsafeMutableBufferPointer(rebasing: losses[first..<first + columns.count])
    sums.update(repeating: 0)
    for row in 0..<targets.rows {
      cost.addLosses(UnsafeBufferPointer(outputs[row]), UnsafeBufferPointer(targets[row]), sums)
    }
  }
}
