import LinearAlgebra

/// A network's first layer as one worker computes it: the layer that reads the examples, either as
/// numbers (`NumberLayer`) or as pixels (`PixelLayer`).
///
/// A training knows it by this protocol alone: so that the methods are specialized all the same, each
/// says it itself (`@_specialize`).
protocol FirstLayer<Scalar>: AnyObject {
  associatedtype Scalar: MatrixScalar

  /// Takes note of the weights and biases as they are now, before strips are taken forward.
  func prepare()

  /// Writes `Z` of a strip of a block.
  func forward(_ strip: Int, of block: ExampleBlock, into Z: Strip<Scalar>)

  /// Computes the derivatives of some neighbouring tiles over a block, whose `dZ` is all there, and
  /// takes the step if that completes them.
  ///
  /// - Parameter known: the strips that this worker has taken forward.
  func differentiate(
    _ tiles: Range<Int>, over block: ExampleBlock, known: Range<Int>, stepping: Bool)

  /// Takes the step of a tile whose derivatives are complete.
  func step(_ tile: Int)
}

/// The inputs of a training's examples in memory, and the layer that reads them.
protocol InputStorage<Scalar>: AnyObject, Sendable {
  associatedtype Scalar: MatrixScalar

  /// The inputs that are used, of all that the examples have; a place is an index into these.
  var usedInputs: [Int] { get }

  /// For each tile, how many of its inputs take part in the products of a block, about.
  var inputsOfTiles: [Int] { get }

  /// What the background becomes in each place; `nil` where there is none.
  var backgrounds: UnsafePointer<Scalar>? { get }

  /// The first layer for one more worker.
  ///
  /// - Parameter blockSizes: how many examples a block of these inputs may have.
  func firstLayer(
    _ layer: LayerMemory<Scalar>, learningRate: Scalar, blockSizes: Set<Int>,
    by library: MatrixLibrary
  ) -> any FirstLayer<Scalar>
}
