import Cores
import LinearAlgebra

/// Mini-batch gradient descent on memory that is taken once, on several threads: the passes of
/// `Network.forward` and `Network.backward`, in an order that suits the processor.
///
/// A batch is done in blocks of examples that fit into the cache, and each block in two steps. First
/// the threads share out its examples, and take each strip of them forward and backward; then they
/// share out the weights, and each computes the derivatives of its own and takes the step. No sum is
/// cut between threads, so their number changes no bit.
final class FastTraining<Scalar: MatrixScalar> {
  private let layers: [LayerStorage<Scalar>]
  private let storage: BlockStorage<Scalar>
  /// The same examples for the cost: in larger blocks where batches are small, and images that look
  /// alike side by side.
  private let costStorage: BlockStorage<Scalar>
  private let costFunction: Cost<Scalar>
  private let learningRate: Scalar
  private let matrixLibrary: MatrixLibrary
  private let tiles: [Tile]
  private let weightCount: Int
  private let blockSizes: Set<Int>
  private let share = ThreadBudget.Share()
  /// `W·v` of each tile of the first layer, `v` being the background, where it reads pixels.
  private let shifts: MatrixStorage<Scalar>?
  private let fixedThreads: Int?
  private var crew: Crew
  private var memory: [ThreadMemory<Scalar>] = []
  private let losses: MatrixStorage<Scalar>
  /// Whether one batch is all examples: the pass that computes the cost is then the first half of the
  /// next step, and is not done twice.
  private let takesAllAtOnce: Bool
  /// Whether the derivatives of the next step are there already.
  private var hasNextStep = false

  /// The products of a weight and an example from which threads gain more by sharing a block than
  /// they lose by meeting.
  private static var leastSharedWork: Int { 400_000 }

  /// - Parameter threads: `nil` takes what the machine has to spare at each epoch.
  init(
    _ network: Network<Scalar>, on examples: Examples<Scalar>, cost: Cost<Scalar>,
    batchSize: Int, learningRate: Scalar, by library: MatrixLibrary = .xsmm, threads: Int? = nil
  ) {
    fixedThreads = threads
    crew = Crew(threads: threads ?? share.threads)
    matrixLibrary = library
    self.learningRate = learningRate
    costFunction = cost
    takesAllAtOnce = batchSize >= examples.count
    storage = examples.blocks(batchSize: batchSize, order: .given, on: crew)
    costStorage =
      takesAllAtOnce || storage.pixels == nil && batchSize >= Strip<Scalar>.width
      ? storage
      : examples.blocks(
        batchSize: BlockStorage<Scalar>.largestBlock, order: .alike, on: crew)
    losses = MatrixStorage(count: examples.count)

    let largest = storage.blocks.map(\.examples.count).max() ?? 0
    var layers: [LayerStorage<Scalar>] = []
    for (index, layer) in network.layers.enumerated() {
      let inputs = index == 0 ? storage.rows : Array(0..<layer.W.columns)
      layers.append(LayerStorage(layer, usedInputs: inputs, block: largest))
    }
    self.layers = layers
    shifts = storage.pixels.map { PixelLayer.shifts(of: layers[0].memory, $0.pixels) }
    var inputsOfTiles = layers.map { Tile.widths(of: $0.memory.inputs) }
    if let pixels = storage.pixels { inputsOfTiles[0] = pixels.rowsOfTiles }
    tiles = Tile.all(
      of: zip(inputsOfTiles, layers).map { (inputsOfTiles: $0, outputs: $1.memory.outputs) })
    weightCount = layers.reduce(0) { $0 + $1.memory.inputs * $1.memory.outputs }
    blockSizes = Set((storage.blocks + costStorage.blocks).map(\.examples.count))
  }

  /// A copy of the network as it is now.
  var network: Network<Scalar> { Network(trained: layers.map(\.trained)) }

  /// Runs all batches in the order of the examples.
  func runEpoch() {
    recruit()
    guard takesAllAtOnce else {
      for block in storage.blocks { take(block, stepping: block.isLastOfBatch) }
      return
    }
    if !hasNextStep { takeAll() }
    cooperate(examples: losses.elements.count) { thread, team in
      memory[thread].step(tiles[Tile.part(thread, of: team, tiles)])
    }
    hasNextStep = false
  }

  /// The cost over all examples: the losses of each example's outputs are added up, then those of the
  /// examples.
  var cost: Scalar {
    recruit()
    if takesAllAtOnce {
      if !hasNextStep { takeAll() }
    } else {
      cooperate(examples: losses.elements.count) { thread, team in
        // In turn: neighbours that look alike have about as many pixels to multiply.
        for number in stride(from: thread, to: costStorage.blocks.count, by: team) {
          memory[thread].addUpLosses(
            of: costStorage.blocks[number], in: costStorage.examples, into: losses.elements)
        }
      }
    }
    return Matrix.sum(of: UnsafeBufferPointer(losses.elements)) / Scalar(losses.elements.count)
  }

  /// Takes all examples through, for their losses and the derivatives of the next step.
  private func takeAll() {
    for block in storage.blocks { take(block, stepping: false) }
    hasNextStep = true
  }

  private func take(_ block: ExampleBlock, stepping: Bool) {
    let strips = Strip<Scalar>.count(in: block.examples.count)
    let losses = takesAllAtOnce ? losses.elements : nil
    cooperate(examples: block.examples.count) { thread, team in
      memory[thread].takeThrough(part(thread, of: team, strips), of: block, losses: losses)
    }
    cooperate(examples: block.examples.count) { thread, team in
      memory[thread].differentiate(
        tiles[Tile.part(thread, of: team, tiles)], over: block,
        known: part(thread, of: team, strips), stepping: stepping)
    }
  }

  /// Does work on so many examples: with the whole crew where that is faster, else alone.
  private func cooperate(examples: Int, _ work: (_ thread: Int, _ team: Int) -> Void) {
    guard weightCount * examples >= Self.leastSharedWork else { return work(0, 1) }
    crew.run { work($0, crew.threads) }
  }

  /// Takes as many threads as are to be had now.
  private func recruit() {
    let count = fixedThreads ?? share.threads
    if count != crew.threads { crew = Crew(threads: count) }
    while memory.count < count {
      var pixelLayer: PixelLayer<Scalar>?
      if let shifts, let pixels = storage.pixels {
        pixelLayer = PixelLayer(
          layers[0].memory, pixels.pixels, shifts: shifts.start, learningRate: learningRate,
          blockSizes: blockSizes, by: matrixLibrary)
      }
      memory.append(
        ThreadMemory(
          layers.map(\.memory), storage.examples, costFunction, pixelLayer: pixelLayer,
          learningRate: learningRate, blockSizes: blockSizes, by: matrixLibrary))
    }
  }
}
