import Cores
import LinearAlgebra
import Synchronization

/// The blocks of some examples that trainings asked for last, kept for the trainings that follow on the
/// same examples.
final class BlockCache<Scalar: MatrixScalar>: Sendable {
  private final class Entry: Sendable {
    let batchSize: Int
    let blocks = Mutex<BlockStorage<Scalar>?>(nil)

    init(_ batchSize: Int) { self.batchSize = batchSize }
  }

  /// A training may ask for two of them: one for its steps, one for its costs.
  private static var capacity: Int { 2 }

  /// The last one used at the end.
  private let kept = Mutex<[Entry]>([])

  /// The blocks of the examples that this cache belongs to; who asks for the same ones while they are
  /// made waits for them.
  func blocks(
    of examples: Examples<Scalar>, batchSize: Int, on crew: Crew
  ) -> BlockStorage<Scalar> {
    let entry = kept.withLock { kept in
      let entry = kept.first { $0.batchSize == batchSize } ?? Entry(batchSize)
      kept = kept.filter { $0 !== entry }.suffix(Self.capacity - 1) + [entry]
      return entry
    }
    return entry.blocks.withLock { kept in
      let blocks = kept ?? BlockStorage(examples, batchSize: batchSize, on: crew)
      kept = blocks
      return blocks
    }
  }
}
