import Cores
import LinearAlgebra

/// A run of a batch's examples that are taken through the network together.
struct ExampleBlock: Sendable {
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
    case bytes(UnsafePointer<UInt8>, UnsafePointer<ByteStandard>)
  }

  /// The number of inputs that are used.
  let rows: Int
  fileprivate let inputs: Inputs
  fileprivate let targets: UnsafeMutablePointer<Scalar>
  fileprivate let targetRows: Int

  /// The targets of some examples of a block.
  func targets(of block: ExampleBlock, columns: Range<Int>) -> Strip<Scalar> {
    let start = targets + block.examples.lowerBound * targetRows
    return Strip(start, rows: targetRows, stride: block.examples.count, columns: columns)
  }

  /// The address of a block's inputs, of which some rows and columns are now there for sure: they are
  /// computed in `memory` where they are kept as bytes.
  func inputs(
    of block: ExampleBlock, rows range: Range<Int>, columns: Range<Int>,
    in memory: UnsafeMutablePointer<Scalar>
  ) -> UnsafeMutablePointer<Scalar> {
    let (start, size) = (block.examples.lowerBound * rows, block.examples.count)
    switch inputs {
    case .scalars(let scalars):
      return scalars + start
    case .bytes(let bytes, let standards):
      if !range.isEmpty, !columns.isEmpty {
        let offset = range.lowerBound * size + columns.lowerBound
        Scalar.standardize(
          bytes + start + offset, standards: standards + range.lowerBound, rows: range.count,
          columns: columns.count, stride: size, into: memory + offset)
      }
      return memory
    }
  }
}

/// The memory of a training's examples, cut into blocks.
///
/// Inputs that are 0 in every example are left out: they change neither an output nor a weight.
/// Pixels stay bytes.
final class BlockStorage<Scalar: MatrixScalar> {
  let blocks: [ExampleBlock]
  /// The inputs that are used, of all that the examples have.
  let rows: [Int]
  let examples: ExampleBlocks<Scalar>
  private let scalars: [MatrixStorage<Scalar>]
  private let standards: UnsafeMutablePointer<ByteStandard>
  private let bytes: UnsafeMutablePointer<UInt8>

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
      standards = .allocate(capacity: 0)
      bytes = .allocate(capacity: 0)
    case .bytes(let standardized, let range):
      rows = standardized.rowsOtherThanZero(in: range)
      bytes = Self.pack(rows, of: standardized, range, blocks, on: crew)
      scalars = [targets]
      standards = .allocate(capacity: max(1, rows.count))
      for (place, row) in rows.enumerated() {
        (standards + place).initialize(
          to: ByteStandard(mean: standardized.means[row], divisor: standardized.divisors[row]))
      }
      inputs = .bytes(bytes, standards)
    }
    self.examples = ExampleBlocks(
      rows: rows.count, inputs: inputs, targets: targets.start,
      targetRows: examples.targets.rows)
  }

  deinit {
    bytes.deallocate()
    standards.deallocate()
  }

  private static func blocks(_ count: Int, batchSize: Int, largest: Int) -> [ExampleBlock] {
    stride(from: 0, to: count, by: batchSize).flatMap { start in
      let batch = start..<min(start + batchSize, count)
      return stride(from: start, to: batch.upperBound, by: largest).map { start in
        let end = min(start + largest, batch.upperBound)
        return ExampleBlock(
          examples: start..<end, batchCount: batch.count,
          isFirstOfBatch: start == batch.lowerBound, isLastOfBatch: end == batch.upperBound)
      }
    }
  }

  private static func pack(
    _ matrix: Matrix<Scalar>, _ blocks: [ExampleBlock], on crew: Crew
  ) -> MatrixStorage<Scalar> {
    let packed = MatrixStorage<Scalar>(count: matrix.count)
    matrix.withUnsafeElements { elements in
      gather(
        Array(0..<matrix.rows), of: matrix.rows, from: elements, blocks, on: crew,
        into: packed.elements)
    }
    return packed
  }

  private static func pack(
    _ rows: [Int], of bytes: StandardizedBytes, _ range: Range<Int>, _ blocks: [ExampleBlock],
    on crew: Crew
  ) -> UnsafeMutablePointer<UInt8> {
    let part = range.lowerBound * bytes.rows..<range.upperBound * bytes.rows
    let count = rows.count * range.count
    let packed = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, count))
    bytes.bytes.withUnsafeBufferPointer { all in
      gather(
        rows, of: bytes.rows, from: UnsafeBufferPointer(rebasing: all[part]), blocks, on: crew,
        into: UnsafeMutableBufferPointer(start: packed, count: count))
    }
    return packed
  }
}

/// Writes the given rows of a matrix of `height` block after block, row after row.
private func gather<Element>(
  _ rows: [Int], of height: Int, from matrix: UnsafeBufferPointer<Element>,
  _ blocks: [ExampleBlock], on crew: Crew, into result: UnsafeMutableBufferPointer<Element>
) {
  guard let matrix = matrix.baseAddress, let result = result.baseAddress else { return }
  crew.run { thread in
    for block in blocks[part(thread, of: crew.threads, blocks.count)] {
      let (first, count) = (block.examples.lowerBound, block.examples.count)
      let (source, target) = (matrix + first * height, result + first * rows.count)
      for (index, row) in rows.enumerated() {
        for example in 0..<count {
          (target + index * count + example).initialize(to: source[example * height + row])
        }
      }
    }
  }
}

/// The part of `number` when 0..<total is shared out among `count` threads.
func part(_ number: Int, of count: Int, _ total: Int) -> Range<Int> {
  number * total / count..<(number + 1) * total / count
}
