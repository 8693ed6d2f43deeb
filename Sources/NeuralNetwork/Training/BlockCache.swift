import Cores
import LinearAlgebra
import Synchronization

/// The blocks of some examples that trainings asked for last, kept for the trainings that follow on the
/// same examples.
final class BlockCache<Scalar: MatrixScalar>: Sendable {
  private struct Key: Equatable {
    let batchSize: Int
    let order: ExampleOrder
  }

  /// A training asks for two of them: one for its steps, one for its costs.
  private static var capacity: Int { 2 }

  /// The last one used at the end.
  private let kept = Mutex<[(key: Key, blocks: BlockStorage<Scalar>)]>([])

  /// The blocks of the examples that this cache belongs to; who asks for the same ones meanwhile
  /// waits until they are made.
  func blocks(
    of examples: Examples<Scalar>, batchSize: Int, order: ExampleOrder, on crew: Crew
  ) -> BlockStorage<Scalar> {
    let key = Key(batchSize: batchSize, order: order)
    return kept.withLock { kept in
      let blocks =
        kept.first { $0.key == key }?.blocks
        ?? BlockStorage(examples, batchSize: batchSize, order: order, on: crew)
      kept = kept.filter { $0.key != key }.suffix(Self.capacity - 1) + [(key, blocks)]
      return blocks
    }
  }
}
