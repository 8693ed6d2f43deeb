import LinearAlgebra

/// What one thread of a training does, and the memory that it does it in.
final class Worker<Scalar: MatrixScalar> {
  /// Some examples as this worker reads them: their inputs by the first layer, and their targets.
  struct Reading {
    let first: any FirstLayer<Scalar>
    let targets: BlockTargets<Scalar>
  }

  private let layers: [LayerMemory<Scalar>]
  /// The same weights, with `Z` and `A` of this worker alone: where only the cost is wanted, each
  /// worker takes whole blocks forward.
  private let costLayers: [LayerMemory<Scalar>]
  private let costValues: [MatrixStorage<Scalar>]
  private let steps, costs: Reading
  /// The passes through the layers above the first.
  private let upper: [LayerPasses<Scalar>]
  private let cost: Cost<Scalar>
  private let learningRate: Scalar
  /// The losses of the examples of a strip.
  private let stripLosses = MatrixStorage<Scalar>(count: Strip<Scalar>.width)

  /// - Parameters:
  ///   - steps: the examples in batches.
  ///   - costs: the same examples, perhaps in other blocks.
  ///   - blockSizes: how many examples a block may have.
  init(
    _ layers: [LayerMemory<Scalar>], steps: Reading, costs: Reading, cost: Cost<Scalar>,
    learningRate: Scalar, blockSizes: Set<Int>, by library: MatrixLibrary
  ) {
    (self.layers, self.steps, self.costs) = (layers, steps, costs)
    (self.cost, self.learningRate) = (cost, learningRate)
    let largest = blockSizes.max() ?? 0
    costValues = layers.flatMap { layer in
      (0..<2).map { _ in MatrixStorage(count: layer.outputs * largest) }
    }
    var costLayers = layers
    for index in layers.indices {
      costLayers[index].Z = costValues[2 * index].start
      costLayers[index].A = costValues[2 * index + 1].start
    }
    self.costLayers = costLayers
    upper = layers.dropFirst().map {
      LayerPasses($0, learningRate: learningRate, blockSizes: blockSizes, by: library)
    }
  }

  /// Takes strips of a block forward and backward, up to each layer's `dZ`.
  ///
  /// - Parameter losses: where the sum of the losses of each example goes, if it is wanted.
  func takeThrough(
    _ strips: Range<Int>, of block: ExampleBlock, losses: UnsafeMutableBufferPointer<Scalar>?
  ) {
    steps.first.prepare()
    for strip in strips {
      forward(strip, of: block, steps.first, layers)
      if let losses { sumLosses(strip, of: block, layers, steps.targets, into: losses) }
      backward(strip, of: block)
    }
  }

  /// Writes the sum of the losses of each example of a block to its place among all examples.
  func addUpLosses(of block: ExampleBlock, into losses: UnsafeMutableBufferPointer<Scalar>) {
    costs.first.prepare()
    for strip in 0..<Strip<Scalar>.count(in: block.examples.count) {
      forward(strip, of: block, costs.first, costLayers)
      sumLosses(strip, of: block, costLayers, costs.targets, into: losses)
    }
  }

  private func forward(
    _ strip: Int, of block: ExampleBlock, _ first: any FirstLayer<Scalar>,
    _ layers: [LayerMemory<Scalar>]
  ) {
    let size = block.examples.count
    let columns = Strip<Scalar>.columns(strip, of: size)
    for index in layers.indices {
      let layer = layers[index]
      let Z = layer.strip(layer.Z, columns)
      if index == 0 {
        first.forward(strip, of: block, into: Z)
      } else {
        let below = layers[index - 1]
        upper[index - 1].forward(strip, of: size, from: below.strip(below.A, columns), into: Z)
      }
      layer.activation.apply(Z, into: layer.strip(layer.A, columns))
    }
  }

  private func backward(_ strip: Int, of block: ExampleBlock) {
    let size = block.examples.count
    let columns = Strip<Scalar>.columns(strip, of: size)
    let output = layers[layers.count - 1]
    let dA = output.strip(output.dA, columns).values
    let targets = steps.targets.strip(of: block, columns).values
    _ = dA.update(fromContentsOf: output.strip(output.A, columns).values)
    cost.differentiate(dA, UnsafeBufferPointer(targets), block.batchCount)
    for index in layers.indices.reversed() {
      let layer = layers[index]
      let dZ = layer.strip(layer.dA, columns)
      layer.activation.pullBack(dZ, layer.strip(layer.Z, columns), layer.strip(layer.A, columns))
      dZ.transpose(into: layer.dZ + columns.lowerBound * layer.outputs)
      if index > 0 {
        let below = layers[index - 1]
        upper[index - 1].backward(strip, of: size, dZ, into: below.strip(below.dA, columns))
      }
    }
  }

  private func sumLosses(
    _ strip: Int, of block: ExampleBlock, _ layers: [LayerMemory<Scalar>],
    _ targets: BlockTargets<Scalar>, into losses: UnsafeMutableBufferPointer<Scalar>
  ) {
    let columns = Strip<Scalar>.columns(strip, of: block.examples.count)
    let targets = targets.strip(of: block, columns)
    let output = layers[layers.count - 1]
    let outputs = output.strip(output.A, columns)
    let sums = UnsafeMutableBufferPointer(rebasing: stripLosses.elements[..<columns.count])
    sums.update(repeating: 0)
    for row in 0..<targets.rows {
      cost.addLosses(UnsafeBufferPointer(outputs[row]), UnsafeBufferPointer(targets[row]), sums)
    }
    let first = block.examples.lowerBound + columns.lowerBound
    for (place, sum) in sums.enumerated() { losses[first + place] = sum }
  }

  /// Computes the derivatives of some tiles of the weights over a block, and takes the step if it is
  /// the batch's last one.
  ///
  /// - Parameter known: the strips that this worker has taken through.
  func differentiate(
    _ tiles: ArraySlice<Tile>, over block: ExampleBlock, known: Range<Int>, stepping: Bool
  ) {
    let firsts = tiles.prefix { $0.layer == 0 && $0.number != nil }
    if let number = firsts.first?.number {
      steps.first.differentiate(
        number..<number + firsts.count, over: block, known: known, stepping: stepping)
    }
    for tile in tiles.dropFirst(firsts.count) {
      let layer = layers[tile.layer]
      if let number = tile.number {
        upper[tile.layer - 1].differentiate(
          number, from: layers[tile.layer - 1].A, over: block, stepping: stepping)
      } else {
        layer.sumSlopes(
          of: block.examples.count, into: layer.db, accumulates: !block.isFirstOfBatch)
        if stepping { layer.stepBiases(rate: learningRate) }
      }
    }
  }

  /// Takes the step of some tiles of the weights, whose derivatives are all there.
  func step(_ tiles: ArraySlice<Tile>) {
    for tile in tiles {
      switch (tile.layer, tile.number) {
      case (let layer, nil): layers[layer].stepBiases(rate: learningRate)
      case (0, let number?): steps.first.step(number)
      case (let layer, let number?): upper[layer - 1].step(number)
      }
    }
  }
}
