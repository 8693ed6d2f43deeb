import Cores
import LinearAlgebra
import Testing

@testable import NeuralNetwork

@Suite("The memory of examples")
struct BlockStorageTests {
  /// Two drawings, each many times over, in turn, on a background of 9.
  private func drawings(_ count: Int) -> StandardizedBytes {
    let first: [UInt8] = [9, 200, 9, 9, 100, 9]
    let second: [UInt8] = [9, 9, 50, 9, 9, 9]
    let bytes = (0..<count).flatMap { $0.isMultiple(of: 2) ? first : second }
    return StandardizedBytes(
      bytes, means: [Double](repeating: 20, count: 6), divisors: [Double](repeating: 40, count: 6))
  }

  private func examples(_ count: Int) -> Examples<Double> {
    Examples(inputs: drawings(count), targets: Matrix(rows: 1, columns: count))
  }

  @Test("Only the rows that are not background in all of a block are multiplied")
  func livelyRows() {
    let crew = Crew(threads: 1)
    // Rows 0, 3 and 5 never show anything else; a block of one drawing shows one row or two.
    let rows = [1, 2, 256].map { size in
      BlockStorage(examples(256), batchSize: size, on: crew).inputs.inputsOfTiles
    }
    #expect(rows == [[2], [3], [3]])
  }

  @Test("Blocks cover the examples once, none larger than 64 or across two batches")
  func blocks() {
    let blocks = BlockStorage(examples(250), batchSize: 100, on: Crew(threads: 1)).blocks
    #expect(blocks.map(\.examples) == [0..<64, 64..<100, 100..<164, 164..<200, 200..<250])
    #expect(blocks.map(\.isFirstOfBatch) == [true, false, true, false, true])
    #expect(blocks.map(\.isLastOfBatch) == [false, true, false, true, true])
    #expect(blocks.map(\.batchCount) == [100, 100, 100, 100, 50])
  }

  @Test("Trainings on the same examples share their blocks, those on others do not")
  func sharing() {
    let crew = Crew(threads: 1)
    let (some, others) = (examples(70), examples(70))
    let copy = some
    let blocks = some.blocks(batchSize: 32, on: crew)
    #expect(copy.blocks(batchSize: 32, on: crew) === blocks)
    #expect(some.blocks(batchSize: 33, on: crew) !== blocks)
    #expect(some[0..<70].blocks(batchSize: 32, on: crew) !== blocks)
    #expect(others.blocks(batchSize: 32, on: crew) !== blocks)
    #expect(
      some.with(targets: Matrix(rows: 2, columns: 70)).blocks(batchSize: 32, on: crew) !== blocks)
  }

  @Test("Only the two blocks used last are kept")
  func forgetting() {
    let (crew, examples) = (Crew(threads: 1), examples(70))
    weak var first: BlockStorage<Double>?
    weak var second: BlockStorage<Double>?
    do {
      first = examples.blocks(batchSize: 8, on: crew)
      second = examples.blocks(batchSize: 16, on: crew)
      _ = examples.blocks(batchSize: 8, on: crew)
      _ = examples.blocks(batchSize: 32, on: crew)
    }
    #expect(first != nil)
    #expect(second == nil)
  }
}
