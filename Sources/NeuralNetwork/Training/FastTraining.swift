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
  private let costFunction: Cost<Scalar>
  private let learningRate: Scalar
  private let library: MatrixLibrary
  private let tiles: [Tile]
  private let share = Cores.Share()
  private let fixedThreads: Int?
  private var crew: Crew
  private var memory: [ThreadMemory<Scalar>] = []
  private let losses: MatrixStorage<Scalar>

  /// The most examples of a block: their pixels stay in a core's own cache.
  private static var largestBlock: Int { 64 }

  /// - Parameter threads: `nil` takes what the machine has to spare at each epoch.
  init(
    _ network: Network<Scalar>, on examples: Examples<Scalar>, cost: Cost<Scalar>,
    batchSize: Int, learningRate: Scalar, by library: MatrixLibrary = .xsmm, threads: Int? = nil
  ) {
    fixedThreads = threads
    crew = Crew(threads: threads ?? share.threads)
    self.library = library
    self.learningRate = learningRate
    costFunction = cost
    storage = BlockStorage(
      examples, batchSize: batchSize, largest: Self.largestBlock, on: crew)
    losses = MatrixStorage(count: examples.count)

    let largest = storage.blocks.map(\.examples.count).max() ?? 0
    var layers: [LayerStorage<Scalar>] = []
    for (index, layer) in network.layers.enumerated() {
      let inputs = index == 0 ? storage.rows : Array(0..<layer.W.columns)
      layers.append(LayerStorage(layer, usedInputs: inputs, block: largest))
    }
    self.layers = layers
    tiles = Tile.all(
      of: layers.map { (inputs: $0.memory.inputs, outputs: $0.memory.outputs) },
      width: BlockProducts<Scalar>.tileWidth)
  }

  /// A copy of the network as it is now.
  var network: Network<Scalar> { Network(trained: layers.map(\.trained)) }

  /// Runs all batches in the order of the examples.
  func runEpoch() {
    recruit()
    for block in storage.blocks {
      let strips = Strip<Scalar>.count(in: block.examples.count)
      crew.run { thread in
        memory[thread].takeThrough(part(thread, of: crew.threads, strips), of: block)
      }
      crew.run { thread in
        memory[thread].descend(
          tiles[Tile.part(thread, of: crew.threads, tiles)], over: block,
          known: part(thread, of: crew.threads, strips))
      }
    }
  }

  /// The cost over all examples: the losses of each example's outputs are added up, then those of the
  /// examples.
  var cost: Scalar {
    recruit()
    crew.run { thread in
      for block in storage.blocks[part(thread, of: crew.threads, storage.blocks.count)] {
        let losses = UnsafeMutableBufferPointer(rebasing: losses.elements[block.examples])
        memory[thread].addUpLosses(of: block, into: losses)
      }
    }
    return Matrix.sum(of: UnsafeBufferPointer(losses.elements)) / Scalar(losses.elements.count)
  }

  /// Takes as many threads as are to be had now.
  private func recruit() {
    let count = fixedThreads ?? share.threads
    if count != crew.threads { crew = Crew(threads: count) }
    let sizes = Set(storage.blocks.map(\.examples.count))
    while memory.count < count {
      memory.append(
        ThreadMemory(
          layers.map(\.memory), storage.examples, costFunction, learningRate: learningRate,
          blockSizes: sizes, by: library))
    }
  }
}
