import LinearAlgebra

/// A run of a batch's examples that are taken through the network together.
struct ExampleBlock: Sendable {
  /// Its number among all blocks, counted from 0.
  let number: Int
  /// Where its examples are among all.
  let examples: Range<Int>
  /// The number of examples in its batch.
  let batchCount: Int
  let isFirstOfBatch, isLastOfBatch: Bool

  /// The blocks of at most `largest` examples that batches are cut into.
  static func all(of count: Int, batchSize: Int, largest: Int) -> [ExampleBlock] {
    var blocks: [ExampleBlock] = []
    for start in stride(from: 0, to: count, by: batchSize) {
      let batch = start..<min(start + batchSize, count)
      for start in stride(from: start, to: batch.upperBound, by: largest) {
        let end = min(start + largest, batch.upperBound)
        blocks.append(
          ExampleBlock(
            number: blocks.count, examples: start..<end, batchCount: batch.count,
            isFirstOfBatch: start == batch.lowerBound, isLastOfBatch: end == batch.upperBound))
      }
    }
    return blocks
  }
}

/// Where the targets of a training's examples lie.
///
/// It only points: `BlockStorage` owns the memory.
struct BlockTargets<Scalar: MatrixScalar> {
  let start: UnsafeMutablePointer<Scalar>
  let rows: Int

  /// The targets of some examples of a block.
  func strip(of block: ExampleBlock, _ columns: Range<Int>) -> Strip<Scalar> {
    Strip(start + block.examples.lowerBound * rows, rows: rows, columns: columns)
  }
}

/// The part of `number` when 0..<total is shared out among `count` threads.
func part(_ number: Int, of count: Int, _ total: Int) -> Range<Int> {
  number * total / count..<(number + 1) * total / count
}
