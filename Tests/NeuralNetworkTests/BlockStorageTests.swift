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

  @Test("Images that look alike come side by side, each once, in their order")
  func alike() {
    let images = drawings(40)
    let columns = images.columnsAlike(in: 4..<40, on: images.usualBytes(in: 4..<40))
    let (even, odd) = (Array(stride(from: 4, to: 40, by: 2)), Array(stride(from: 5, to: 40, by: 2)))
    #expect(columns == odd + even)
  }

  @Test("Side by side, fewer pixels have to be multiplied")
  func fewerPixels() {
    let crew = Crew(threads: 1)
    let rows = [ExampleOrder.given, .alike].map { order in
      let storage = BlockStorage(examples(256), batchSize: 64, order: order, on: crew)
      return storage.pixels?.rowsOfTiles.reduce(0, +)
    }
    #expect(rows == [3, 2])
  }

  @Test("Trainings on the same examples share their blocks, those on others do not")
  func sharing() {
    let crew = Crew(threads: 1)
    let (some, others) = (examples(70), examples(70))
    let copy = some
    let blocks = some.blocks(batchSize: 32, order: .given, on: crew)
    #expect(copy.blocks(batchSize: 32, order: .given, on: crew) === blocks)
    #expect(some.blocks(batchSize: 32, order: .alike, on: crew) !== blocks)
    #expect(some[0..<70].blocks(batchSize: 32, order: .given, on: crew) !== blocks)
    #expect(others.blocks(batchSize: 32, order: .given, on: crew) !== blocks)
    #expect(
      some.with(targets: Matrix(rows: 2, columns: 70))
        .blocks(batchSize: 32, order: .given, on: crew) !== blocks)
  }

  @Test("Only the two blocks used last are kept")
  func forgetting() {
    let (crew, examples) = (Crew(threads: 1), examples(70))
    weak var first: BlockStorage<Double>?
    weak var second: BlockStorage<Double>?
    do {
      first = examples.blocks(batchSize: 8, order: .given, on: crew)
      second = examples.blocks(batchSize: 16, order: .given, on: crew)
      _ = examples.blocks(batchSize: 8, order: .given, on: crew)
      _ = examples.blocks(batchSize: 32, order: .given, on: crew)
    }
    #expect(first != nil)
    #expect(second == nil)
  }
}
