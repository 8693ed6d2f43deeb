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

  private final class Entry: Sendable {
    let key: Key
    let blocks = Mutex<BlockStorage<Scalar>?>(nil)

    init(_ key: Key) { self.key = key }
  }

  /// A training asks for two of them: one for its steps, one for its costs.
  private static var capacity: Int { 2 }

  /// The last one used at the end.
  private let kept = Mutex<[Entry]>([])

  /// The blocks of the examples that this cache belongs to; who asks for the same ones while they are
  /// made waits for them.
  func blocks(
    of examples: Examples<Scalar>, batchSize: Int, order: ExampleOrder, on crew: Crew
  ) -> BlockStorage<Scalar> {
    let key = Key(batchSize: batchSize, order: order)
    let entry = kept.withLock { kept in
      let entry = kept.first { $0.key == key } ?? Entry(key)
      kept = kept.filter { $0 !== entry }.suffix(Self.capacity - 1) + [entry]
      return entry
    }
    return entry.blocks.withLock { kept in
      let blocks =
        kept ?? BlockStorage(examples, batchSize: batchSize, order: order, on: crew)
      kept = blocks
      return blocks
    }
  }
}
