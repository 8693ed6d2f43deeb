import LinearAlgebra

/// What one thread of a training does, and the memory that it does it in.
final class ThreadMemory<Scalar: MatrixScalar> {
  /// The first layer, where it reads pixels.
  private let pixelLayer: PixelLayer<Scalar>?
  /// Each layer's `Z` and `A` of a block when only the cost is wanted.
  private let Z, A: [MatrixStorage<Scalar>]
  /// The losses of the examples of a strip.
  private let stripLosses = MatrixStorage<Scalar>(count: Strip<Scalar>.width)

  private let layers: [LayerMemory<Scalar>]
  private let examples: ExampleBlocks<Scalar>
  private let cost: Cost<Scalar>
  private let learningRate: Scalar
  private let products: [Int: BlockProducts<Scalar>]

  init(
    _ layers: [LayerMemory<Scalar>], _ examples: ExampleBlocks<Scalar>, _ cost: Cost<Scalar>,
    pixelLayer: PixelLayer<Scalar>?, learningRate: Scalar, blockSizes: Set<Int>,
    by library: MatrixLibrary
  ) {
    (self.layers, self.examples, self.cost) = (layers, examples, cost)
    self.learningRate = learningRate
    let block = blockSizes.max() ?? 0
    self.pixelLayer = pixelLayer
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
    let firstBias = pixelLayer?.currentBias()
    for strip in strips {
      let columns = Strip<Scalar>.columns(strip, of: size)
      forward(
        strip, columns, of: block, in: examples, products, firstBias: firstBias,
        Z: { layers[$0].Z }, A: { layers[$0].A })
      if let losses {
        sumLosses(
          layers[layers.count - 1].A, of: block, columns, in: examples, into: losses)
      }
      backward(strip, columns, of: block, products)
    }
  }

  /// - Parameter firstBias: the bias of the first layer, where it reads pixels.
  private func forward(
    _ strip: Int, _ columns: Range<Int>, of block: ExampleBlock,
    in examples: ExampleBlocks<Scalar>, _ products: BlockProducts<Scalar>,
    firstBias: UnsafePointer<Scalar>?,
    Z: (_ layer: Int) -> UnsafeMutablePointer<Scalar>,
    A: (_ layer: Int) -> UnsafeMutablePointer<Scalar>
  ) {
    for index in layers.indices {
      let layer = layers[index]
      let sums = Strip(Z(index), rows: layer.outputs, columns: columns)
      var bias = UnsafePointer(layer.b)
      if index == 0, let pixels = examples.pixels, let firstBias {
        pixelLayer?.multiply(strip, of: block, in: pixels, into: sums)
        bias = firstBias
      } else {
        let inputs = Strip(
          index == 0 ? examples.inputs(of: block) : A(index - 1), rows: layer.inputs,
          columns: columns)
        let product = products.forward[index][strip]
        if products.weightsFirst {
          product(layer.W, inputs.start, into: sums.start)
        } else {
          product(inputs.start, layer.W, into: sums.start)
        }
      }
      layer.activate(
        sums, bias: bias, into: Strip(A(index), rows: layer.outputs, columns: columns))
    }
  }

  private func backward(
    _ strip: Int, _ columns: Range<Int>, of block: ExampleBlock, _ products: BlockProducts<Scalar>
  ) {
    func part(
      _ values: UnsafeMutablePointer<Scalar>, _ layer: LayerMemory<Scalar>
    ) -> Strip<Scalar> {
      Strip(values, rows: layer.outputs, columns: columns)
    }
    let output = layers[layers.count - 1]
    let (dA, A) = (part(output.dA, output), part(output.A, output))
    let targets = examples.targets(of: block, columns: columns)
    _ = dA.values.update(fromContentsOf: A.values)
    cost.differentiate(dA.values, UnsafeBufferPointer(targets.values), block.batchCount)
    for index in layers.indices.reversed() {
      let layer = layers[index]
      let dZ = part(layer.dA, layer)
      layer.activation.pullBack(dZ, part(layer.Z, layer), part(layer.A, layer))
      dZ.transpose(into: layer.dZ + columns.lowerBound * layer.outputs)
      if index > 0 {
        let below = layers[index - 1]
        products.backward[index][strip](dZ.start, layer.W, into: part(below.dA, below).start)
      }
    }
  }

  /// Computes the derivatives of some tiles of the weights over a block, and takes the step if it is
  /// the batch's last one.
  ///
  /// - Parameter known: the strips that this thread has taken through.
  func differentiate(
    _ tiles: ArraySlice<Tile>, over block: ExampleBlock, known: Range<Int>, stepping: Bool
  ) {
    let (size, strip) = (block.examples.count, Strip<Scalar>.width)
    guard let products = products[size] else { return }
    var tiles = tiles
    if let pixelLayer {
      let places = tiles.prefix { $0.layer == 0 && $0.place != nil }
      if let first = places.first?.place {
        pixelLayer.differentiate(
          first..<first + places.count, over: block,
          known: min(known.lowerBound * strip, size)..<min(known.upperBound * strip, size),
          stepping: stepping)
      }
      tiles = tiles.dropFirst(places.count)
    }
    let gradients = block.isFirstOfBatch ? products.gradient : products.addingGradient
    for tile in tiles {
      let layer = layers[tile.layer]
      if let place = tile.place {
        let first = place * Tile.width
        let input =
          tile.layer == 0 ? examples.inputs(of: block) : layers[tile.layer - 1].A
        gradients[tile.layer][place](
          layer.dZ, input, from: first, into: layer.dW + first * layer.outputs)
      } else {
        layer.sumSlopes(of: size, into: layer.db, accumulates: !block.isFirstOfBatch)
      }
      if stepping { step(tile) }
    }
  }

  /// Takes the step of some tiles of the weights, whose derivatives are all there.
  func step(_ tiles: ArraySlice<Tile>) {
    for tile in tiles { step(tile) }
  }

  private func step(_ tile: Tile) {
    let layer = layers[tile.layer]
    guard let place = tile.place else {
      Scalar.descend(layer.b, along: layer.db, rate: learningRate, count: layer.outputs)
      return
    }
    if tile.layer == 0, let pixelLayer {
      pixelLayer.step(place, sums: layer.db)
      return
    }
    let first = place * Tile.width
    let count = min(Tile.width, layer.inputs - first)
    Scalar.descend(
      layer.W + first * layer.outputs, along: layer.dW + first * layer.outputs,
      rate: learningRate, count: count * layer.outputs)
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
    let firstBias = pixelLayer?.currentBias()
    for strip in 0..<Strip<Scalar>.count(in: size) {
      let columns = Strip<Scalar>.columns(strip, of: size)
      forward(
        strip, columns, of: block, in: examples, products, firstBias: firstBias,
        Z: { Z[$0].start }, A: { A[$0].start })
      sumLosses(A[layers.count - 1].start, of: block, columns, in: examples, into: losses)
    }
  }

  private func sumLosses(
    _ outputs: UnsafeMutablePointer<Scalar>, of block: ExampleBlock, _ columns: Range<Int>,
    in examples: ExampleBlocks<Scalar>, into losses: UnsafeMutableBufferPointer<Scalar>
  ) {
    let targets = examples.targets(of: block, columns: columns)
    let outputs = Strip(outputs, rows: targets.rows, columns: columns)
    let sums = UnsafeMutableBufferPointer(rebasing: stripLosses.elements[..<columns.count])
    sums.update(repeating: 0)
    for row in 0..<targets.rows {
      cost.addLosses(UnsafeBufferPointer(outputs[row]), UnsafeBufferPointer(targets[row]), sums)
    }
    let order = examples.order + block.examples.lowerBound + columns.lowerBound
    for (place, sum) in sums.enumerated() { losses[order[place]] = sum }
  }
}
