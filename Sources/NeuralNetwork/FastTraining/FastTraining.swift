import Cores
import LinearAlgebra

/// Mini-batch gradient descent on memory that is taken once, on several threads: the passes of
/// `Network.forward` and `Network.backward`, in an order that suits the processor. This page says how,
/// and what the words of this folder mean.
///
///                  one batch: the examples side by side, a column each
///
///                ┌── block: at most 64 examples ──┐┌── next block ──
///                │ strip: 32     │ strip: 32      ││
///       place 0  │···············│················││    ┐
///             1  │····▒▓▒········│················││    │ tile: 16 places, and the
///             2  │···▒██▓········│·······▒▒·······││    │ weights that multiply them
///             …  │               │                ││    ┘
///            16  │················ ▓█▓············││    ┐
///             …  │               │                ││    ┘ next tile
///                └────────────────────────────────┘└────────────────
///                 ·  background   ▓  ink: a row with any is lively
///
/// - A **block** is a run of a batch's examples that fits into a core's own cache. A batch larger than
///   a block is done block after block, and its derivatives add up.
/// - A **strip** is what one thread takes through the network at a time: all values of an input, or of
///   a neuron, side by side, so that one instruction serves as many examples as fit into a vector.
/// - A **place** is the number of an input among those that are used: pixels that are 0 in every image
///   are left out.
/// - A **tile** is the weights of 16 neighbouring places, all outputs, or a layer's biases: what one
///   thread differentiates and steps at a time.
/// - The **background** of a pixel is its most frequent byte. A standardized pixel is `x = v + u`: `v`
///   is what the background becomes, and `u`, what the ink adds, is 0 in most pixels.
/// - A row of a block or of a strip is **lively** if not all its pixels are background. Only these are
///   multiplied: `W·x = W·u + W·v` and `dW = dZ·uᵀ + (Σ dZ)·vᵀ`.
/// - The **shift** of a tile is its part of `W·v`. It is the same for all examples, so that it joins
///   the biases, and changes only with the weights: the step computes it along the way.
/// - A **worker** is what one thread does, with memory of its own; a **crew** is the threads.
///
/// A block goes through in two pieces of work, after each of which the threads wait for one another:
///
///     examples │ strip │ strip │ strip │ strip │    1. shared out by strips: forward, dA of the cost,
///                  ↓ forward      ↑ backward           backward up to each layer's dZ
///     weights  │ tile │ tile │ tile │ tile │ … │    2. shared out by tiles: dW from the dZ of all the
///                                                      block's examples, and the step if it is the
///                                                      batch's last block
///
/// A strip's sums belong to its examples and a tile's to its weights: whichever thread computes them
/// adds the same numbers in the same order, so that the number of threads changes no bit. A training
/// whose work is too small to be shared has one thread, and starts no other.
///
/// The first layer differs from the others, for it reads the examples: a `FirstLayer` is a
/// `NumberLayer` or a `PixelLayer`. The latter keeps pixels as bytes, computes `u` when it needs it,
/// and steps by `descend` with a background (`PixelScalar`).
///
/// The cost over all examples takes them forward once more after each epoch, each worker whole blocks.
/// The batches' blocks serve for this too where they are cut into whole strips; else the cost has
/// blocks of its own (`costBlocks`), and so the same bits whatever the size of batches. Where one
/// batch is all examples, the pass that computes the cost is the first half of the next step, and is
/// not done twice.
final class FastTraining<Scalar: MatrixScalar> {
  private let layers: [LayerStorage<Scalar>]
  private let batches: BlockStorage<Scalar>
  /// The same examples for the cost. Blocks of whole strips save an eighth of an epoch that takes one
  /// image at a time, a twelfth where batches are of 16.
  private let costBlocks: BlockStorage<Scalar>
  private let costFunction: Cost<Scalar>
  private let learningRate: Scalar
  private let matrixLibrary: MatrixLibrary
  private let tiles: [Tile]
  private let weightCount: Int
  private let share = ThreadBudget.Share()
  /// `nil` takes what the machine has to spare at each epoch.
  private let wantedThreads: Int?
  private var crew: Crew
  private var workers: [Worker<Scalar>] = []
  private let losses: MatrixStorage<Scalar>
  private let takesAllAtOnce: Bool
  /// Whether the derivatives of the next step are there already.
  private var hasNextStep = false

  /// The products of a weight and an example from which threads gain more by sharing work than they
  /// lose by meeting.
  private static var leastSharedWork: Int { 400_000 }

  /// - Parameter threads: `nil` takes what the machine has to spare at each epoch; none is started
  ///   where there is nothing to share.
  init(
    _ network: Network<Scalar>, on examples: Examples<Scalar>, cost: Cost<Scalar>,
    batchSize: Int, learningRate: Scalar, by library: MatrixLibrary = .xsmm, threads: Int? = nil
  ) {
    let work = network.layers.reduce(0) { $0 + $1.W.count } * examples.count
    wantedThreads = work < Self.leastSharedWork ? 1 : threads
    crew = Crew(threads: wantedThreads ?? share.threads)
    matrixLibrary = library
    self.learningRate = learningRate
    costFunction = cost
    takesAllAtOnce = batchSize >= examples.count
    batches = examples.blocks(batchSize: batchSize, on: crew)
    costBlocks =
      takesAllAtOnce || batchSize.isMultiple(of: Strip<Scalar>.width)
      ? batches : examples.blocks(batchSize: BlockStorage<Scalar>.largestBlock, on: crew)
    losses = MatrixStorage(count: examples.count)

    let inputs = batches.inputs
    let largest = batches.blockSizes.max() ?? 0
    layers = network.layers.enumerated().map { index, layer in
      index == 0
        ? LayerStorage(
          layer, usedInputs: inputs.usedInputs, backgrounds: inputs.backgrounds, block: largest)
        : LayerStorage(layer, usedInputs: Array(0..<layer.W.columns), block: largest)
    }
    var inputsOfTiles = layers.map { Tile.widths(of: $0.memory.inputs) }
    inputsOfTiles[0] = inputs.inputsOfTiles
    tiles = Tile.all(
      of: zip(inputsOfTiles, layers).map { (inputsOfTiles: $0, outputs: $1.memory.outputs) })
    weightCount = layers.reduce(0) { $0 + $1.memory.inputs * $1.memory.outputs }
  }

  /// A copy of the network as it is now.
  var network: Network<Scalar> { Network(trained: layers.map(\.trained)) }

  /// The number of threads that have been started, the calling one included.
  var threads: Int { crew.threads }

  /// Runs all batches in the order of the examples.
  func runEpoch() {
    recruit()
    guard takesAllAtOnce else {
      for block in batches.blocks { take(block, stepping: block.isLastOfBatch) }
      return
    }
    if !hasNextStep { takeAll() }
    cooperate(examples: losses.elements.count) { thread, team in
      workers[thread].step(tiles[Tile.part(thread, of: team, tiles)])
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
        for number in part(thread, of: team, costBlocks.blocks.count) {
          workers[thread].addUpLosses(of: costBlocks.blocks[number], into: losses.elements)
        }
      }
    }
    return Matrix.sum(of: UnsafeBufferPointer(losses.elements)) / Scalar(losses.elements.count)
  }

  /// Takes all examples through, for their losses and the derivatives of the next step.
  private func takeAll() {
    for block in batches.blocks { take(block, stepping: false) }
    hasNextStep = true
  }

  private func take(_ block: ExampleBlock, stepping: Bool) {
    let strips = Strip<Scalar>.count(in: block.examples.count)
    let losses = takesAllAtOnce ? losses.elements : nil
    cooperate(examples: block.examples.count) { thread, team in
      workers[thread].takeThrough(part(thread, of: team, strips), of: block, losses: losses)
    }
    cooperate(examples: block.examples.count) { thread, team in
      workers[thread].differentiate(
        tiles[Tile.part(thread, of: team, tiles)], over: block,
        known: part(thread, of: team, strips), stepping: stepping)
    }
  }

  /// Does work on so many examples: with the whole crew where that is faster, else alone.
  private func cooperate(examples: Int, _ work: (_ thread: Int, _ team: Int) -> Void) {
    guard weightCount * examples >= Self.leastSharedWork else { return work(0, 1) }
    crew.run { work($0, crew.threads) }
  }

  /// Takes as many threads as are to be had now, and a worker for each.
  private func recruit() {
    let count = wantedThreads ?? share.threads
    if count != crew.threads { crew = Crew(threads: count) }
    while workers.count < count { workers.append(newWorker()) }
  }

  private func newWorker() -> Worker<Scalar> {
    func reading(_ storage: BlockStorage<Scalar>) -> Worker<Scalar>.Reading {
      let first = storage.inputs.firstLayer(
        layers[0].memory, learningRate: learningRate, blockSizes: storage.blockSizes,
        by: matrixLibrary)
      return Worker.Reading(first: first, targets: storage.targets)
    }
    let steps = reading(batches)
    return Worker(
      layers.map(\.memory), steps: steps,
      costs: costBlocks === batches ? steps : reading(costBlocks), cost: costFunction,
      learningRate: learningRate, blockSizes: batches.blockSizes.union(costBlocks.blockSizes),
      by: matrixLibrary)
  }
}
