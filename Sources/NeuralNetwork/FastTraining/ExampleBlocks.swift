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

/// Where the examples of a training lie: in each strip of a block all values of an input side by side,
/// so that a product takes one step for as many examples as fit into a vector.
///
/// It only points: `BlockStorage` owns the memory.
struct ExampleBlocks<Scalar: MatrixScalar> {
  /// The number of inputs that are used.
  let rows: Int
  /// `nil` where the inputs are pixels.
  fileprivate let inputs: UnsafeMutablePointer<Scalar>?
  /// `nil` where the inputs are numbers.
  let pixels: Pixels<Scalar>?
  /// The number of each example among those that were given.
  let order: UnsafePointer<Int>
  fileprivate let targets: UnsafeMutablePointer<Scalar>
  fileprivate let targetRows: Int

  /// A block's inputs, where they are no pixels.
  func inputs(of block: ExampleBlock) -> UnsafeMutablePointer<Scalar> {
    guard let inputs else { preconditionFailure("these are pixels") }
    return inputs + block.examples.lowerBound * rows
  }

  /// The targets of some examples of a block.
  func targets(of block: ExampleBlock, columns: Range<Int>) -> Strip<Scalar> {
    let start = targets + block.examples.lowerBound * targetRows
    return Strip(start, rows: targetRows, columns: columns)
  }
}

/// The memory of a training's examples, cut into blocks.
///
/// Inputs that are 0 in every example are left out: they change neither an output nor a weight.
/// Unchecked: nothing is written once it is made.
final class BlockStorage<Scalar: MatrixScalar>: @unchecked Sendable {
  /// The most examples of a block: their pixels stay in a core's own cache.
  static var largestBlock: Int { 64 }

  let blocks: [ExampleBlock]
  /// The inputs that are used, of all that the examples have.
  let rows: [Int]
  let examples: ExampleBlocks<Scalar>
  /// `nil` where the inputs are no pixels.
  let pixels: PixelStorage<Scalar>?
  private let inputs: MatrixStorage<Scalar>?
  private let targets: MatrixStorage<Scalar>
  private let order: UnsafeMutablePointer<Int>

  /// - Parameter order: of images; numbers stay in the order in which they were given.
  init(_ examples: Examples<Scalar>, batchSize: Int, order: ExampleOrder, on crew: Crew) {
    let blocks = Self.blocks(examples.count, batchSize: batchSize)
    let numbers: [Int]
    self.blocks = blocks
    switch examples.source {
    case .matrix(let matrix):
      (rows, numbers) = (Array(0..<matrix.rows), Array(0..<matrix.columns))
      inputs = Self.pack(matrix, numbers, blocks, on: crew)
      pixels = nil
    case .bytes(let bytes, let range):
      let background = bytes.usualBytes(in: range)
      let columns =
        order == .alike ? bytes.columnsAlike(in: range, on: background) : Array(range)
      rows = bytes.rowsOtherThanZero(in: range)
      numbers = columns.map { $0 - range.lowerBound }
      inputs = nil
      pixels = PixelStorage(
        bytes, rows: rows, columns: columns, background: background, blocks, on: crew)
    }
    targets = Self.pack(examples.targets, numbers, blocks, on: crew)
    self.order = .allocate(capacity: max(1, numbers.count))
    self.order.initialize(from: numbers, count: numbers.count)
    self.examples = ExampleBlocks(
      rows: rows.count, inputs: inputs?.start, pixels: pixels?.pixels, order: self.order,
      targets: targets.start, targetRows: examples.targets.rows)
  }

  deinit { order.deallocate() }

  private static func blocks(_ count: Int, batchSize: Int) -> [ExampleBlock] {
    var blocks: [ExampleBlock] = []
    for start in stride(from: 0, to: count, by: batchSize) {
      let batch = start..<min(start + batchSize, count)
      for start in stride(from: start, to: batch.upperBound, by: largestBlock) {
        let end = min(start + largestBlock, batch.upperBound)
        blocks.append(
          ExampleBlock(
            number: blocks.count, examples: start..<end, batchCount: batch.count,
            isFirstOfBatch: start == batch.lowerBound, isLastOfBatch: end == batch.upperBound))
      }
    }
    return blocks
  }

  /// Writes the columns of a matrix, in the given order, strip after strip, row after row.
  private static func pack(
    _ matrix: Matrix<Scalar>, _ order: [Int], _ blocks: [ExampleBlock], on crew: Crew
  ) -> MatrixStorage<Scalar> {
    let packed = MatrixStorage<Scalar>(count: matrix.count)
    let (height, result) = (matrix.rows, packed.start)
    matrix.withUnsafeElements { elements in
      crew.run { thread in
        for block in blocks[part(thread, of: crew.threads, blocks.count)] {
          var target = result + block.examples.lowerBound * height
          let columns = order[block.examples]
          for strip in 0..<Strip<Scalar>.count(in: columns.count) {
            let part = Strip<Scalar>.columns(strip, of: columns.count)
            for row in 0..<height {
              for column in columns.dropFirst(part.lowerBound).prefix(part.count) {
                target.initialize(to: elements[column * height + row])
                target += 1
              }
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
