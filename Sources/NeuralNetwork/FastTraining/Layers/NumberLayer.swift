import Cores
import LinearAlgebra

/// A first layer that reads numbers: one like all others, whose inputs are the examples'.
final class NumberLayer<Scalar: MatrixScalar>: FirstLayer {
  private let passes: LayerPasses<Scalar>
  /// In each strip of a block all values of an input side by side.
  private let inputs: UnsafeMutablePointer<Scalar>
  private let height: Int

  /// - Parameter inputs: the memory of a `NumberStorage`, which has to outlive this layer.
  init(
    _ passes: LayerPasses<Scalar>, reading inputs: UnsafeMutablePointer<Scalar>, height: Int
  ) {
    (self.passes, self.inputs, self.height) = (passes, inputs, height)
  }

  func prepare() {}

  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  func forward(_ strip: Int, of block: ExampleBlock, into Z: Strip<Scalar>) {
    let size = block.examples.count
    let inputs = Strip(
      inputs(of: block), rows: height, columns: Strip<Scalar>.columns(strip, of: size))
    passes.forward(strip, of: size, from: inputs, into: Z)
  }

  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  func differentiate(
    _ tiles: Range<Int>, over block: ExampleBlock, known: Range<Int>, stepping: Bool
  ) {
    for tile in tiles {
      passes.differentiate(tile, from: inputs(of: block), over: block, stepping: stepping)
    }
  }

  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  func step(_ tile: Int) { passes.step(tile) }

  private func inputs(of block: ExampleBlock) -> UnsafeMutablePointer<Scalar> {
    inputs + block.examples.lowerBound * height
  }
}

/// Numbers of a training's examples, one column each, laid out block after block.
///
/// Unchecked: nothing is written once it is made.
final class NumberStorage<Scalar: MatrixScalar>: InputStorage, @unchecked Sendable {
  let height: Int
  private let numbers: MatrixStorage<Scalar>

  /// Lays out the columns of a matrix: in each strip all values of a row side by side, so that a
  /// product takes one step for as many examples as fit into a vector.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  init(_ matrix: Matrix<Scalar>, _ blocks: [ExampleBlock], on crew: Crew) {
    let numbers = MatrixStorage<Scalar>(count: matrix.count)
    let (height, start) = (matrix.rows, numbers.start)
    matrix.withUnsafeElements { elements in
      crew.run { thread in
        for block in blocks[part(thread, of: crew.threads, blocks.count)] {
          var target = start + block.examples.lowerBound * height
          for strip in 0..<Strip<Scalar>.count(in: block.examples.count) {
            let columns = Strip<Scalar>.columns(strip, of: block.examples.count)
            for row in 0..<height {
              for column in columns {
                let example = block.examples.lowerBound + column
                target.initialize(to: elements[example * height + row])
                target += 1
              }
            }
          }
        }
      }
    }
    (self.height, self.numbers) = (height, numbers)
  }

  var start: UnsafeMutablePointer<Scalar> { numbers.start }
  var usedInputs: [Int] { Array(0..<height) }
  var inputsOfTiles: [Int] { Tile.widths(of: height) }
  var backgrounds: UnsafePointer<Scalar>? { nil }

  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  func firstLayer(
    _ layer: LayerMemory<Scalar>, learningRate: Scalar, blockSizes: Set<Int>,
    by library: MatrixLibrary
  ) -> any FirstLayer<Scalar> {
    let passes = LayerPasses(
      layer, learningRate: learningRate, blockSizes: blockSizes, by: library)
    return NumberLayer(passes, reading: start, height: height)
  }
}
