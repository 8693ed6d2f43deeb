import Cores
import LinearAlgebra

/// A training's examples in memory, cut into blocks.
final class BlockStorage<Scalar: MatrixScalar>: Sendable {
  /// The most examples of a block: their pixels stay in a core's own cache.
  static var largestBlock: Int { 64 }

  let blocks: [ExampleBlock]
  /// How many examples blocks have.
  let blockSizes: Set<Int>
  let inputs: any InputStorage<Scalar>
  private let targetStorage: NumberStorage<Scalar>

  init(_ examples: Examples<Scalar>, batchSize: Int, on crew: Crew) {
    blocks = ExampleBlock.all(
      of: examples.count, batchSize: batchSize, largest: Self.largestBlock)
    blockSizes = Set(blocks.map(\.examples.count))
    switch examples.source {
    case .matrix(let matrix): inputs = NumberStorage(matrix, blocks, on: crew)
    case .images(let images): inputs = images.storage(blocks, on: crew)
    }
    targetStorage = NumberStorage(examples.targets, blocks, on: crew)
  }

  var targets: BlockTargets<Scalar> {
    BlockTargets(start: targetStorage.start, rows: targetStorage.height)
  }
}
