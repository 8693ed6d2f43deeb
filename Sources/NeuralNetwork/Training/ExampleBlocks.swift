import Cores
import LinearAlgebra

/// A run of a batch's examples that are taken through the network together.
struct ExampleBlock: Sendable {
  /// Its place among all blocks, counted from 0.
  let number: Int
  /// The places of its examples among all.
  let examples: Range<Int>
  /// The number of examples in its batch.
  let batchCount: Int
  let isFirstOfBatch, isLastOfBatch: Bool
}

/// Where the examples of a training lie: in each block all values of an input side by side, so that a
/// product takes one step for as many examples as fit into a vector.
///
/// It only points: `BlockStorage` owns the memory.
struct ExampleBlocks<Scalar: MatrixScalar> {
  enum Inputs {
    case scalars(UnsafeMutablePointer<Scalar>)
    case pixels(Pixels<Scalar>)
  }

  /// The number of inputs that are used.
  let rows: Int
  let inputs: Inputs
  fileprivate let targets: UnsafeMutablePointer<Scalar>
  fileprivate let targetRows: Int

  /// A block's inputs, where they are no pixels.
  func scalars(of block: ExampleBlock) -> UnsafeMutablePointer<Scalar> {
    guard case .scalars(let scalars) = inputs else { preconditionFailure("these are pixels") }
    return scalars + block.examples.lowerBound * rows
  }

  /// The targets of some examples of a block.
  func targets(of block: ExampleBlock, columns: Range<Int>) -> Strip<Scalar> {
    let start = targets + block.examples.lowerBound * targetRows
    return Strip(start, rows: targetRows, stride: block.examples.count, columns: columns)
  }
}

/// The memory of a training's examples, cut into blocks.
///
/// Inputs that are 0 in every example are left out: they change neither an output nor a weight.
final class BlockStorage<Scalar: MatrixScalar> {
  let blocks: [ExampleBlock]
  /// The inputs that are used, of all that the examples have.
  let rows: [Int]
  let examples: ExampleBlocks<Scalar>
  private let scalars: [MatrixStorage<Scalar>]
  /// `nil` where the inputs are no pixels.
  let pixels: PixelStorage<Scalar>?

  init(_ examples: Examples<Scalar>, batchSize: Int, largest: Int, on crew: Crew) {
    let blocks = Self.blocks(examples.count, batchSize: batchSize, largest: largest)
    self.blocks = blocks
    let targets = Self.pack(examples.targets, blocks, on: crew)
    let inputs: ExampleBlocks<Scalar>.Inputs
    switch examples.source {
    case .matrix(let matrix):
      rows = Array(0..<matrix.rows)
      let packed = Self.pack(matrix, blocks, on: crew)
      inputs = .scalars(packed.start)
      scalars = [targets, packed]
      pixels = nil
    case .bytes(let standardized, let range):
      rows = standardized.rowsOtherThanZero(in: range)
      let pixels = PixelStorage<Scalar>(standardized, rows: rows, range: range, blocks, on: crew)
      inputs = .pixels(pixels.pixels)
      scalars = [targets]
      self.pixels = pixels
    }
    self.examples = ExampleBlocks(
      rows: rows.count, inputs: inputs, targets: targets.start,
      targetRows: examples.targets.rows)
  }

  private static func blocks(_ count: Int, batchSize: Int, largest: Int) -> [ExampleBlock] {
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

  /// Writes a matrix block after block, row after row.
  private static func pack(
    _ matrix: Matrix<Scalar>, _ blocks: [ExampleBlock], on crew: Crew
  ) -> MatrixStorage<Scalar> {
    let packed = MatrixStorage<Scalar>(count: matrix.count)
    let (height, result) = (matrix.rows, packed.start)
    matrix.withUnsafeElements { elements in
      crew.run { thread in
        for block in blocks[part(thread, of: crew.threads, blocks.count)] {
          let (first, count) = (block.examples.lowerBound * height, block.examples.count)
          for row in 0..<height {
            for example in 0..<count {
              (result + first + row * count + example)
                .initialize(to: elements[first + example * height + row])
            }
          }
        }
      }
    }
    return packed
  }
}

/// The part of `number` when 0..<total is shared out among `count` threads.
func part(_ number: Int, of count: Int, _ total: Int) -> Range<Int> {
  number * total / count..<(number + 1) * total / count
}
