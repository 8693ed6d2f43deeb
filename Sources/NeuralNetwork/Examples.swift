import Cores
import LinearAlgebra

/// What a network learns from: inputs and the outputs wanted for them, one column per example.
public struct Examples<Scalar: MatrixScalar>: Sendable {
  /// Where the inputs come from.
  enum Source: Sendable {
    case matrix(Matrix<Scalar>)
    /// Pixels that are standardized when they are read.
    case images(Images<Scalar>)
  }

  let source: Source
  public let targets: Matrix<Scalar>
  private let cache = BlockCache<Scalar>()
  private let digest = Memo<String>()

  /// Examples from inputs (features × m) and targets (outputs × m).
  public init(inputs: Matrix<Scalar>, targets: Matrix<Scalar>) {
    self.init(.matrix(inputs), targets: targets)
    precondition(inputs.columns == targets.columns, "as many inputs as targets")
  }

  /// Examples from the pixels of images, one column each, and targets (outputs × m).
  public init(
    inputs: StandardizedBytes, targets: Matrix<Scalar>
  ) where Scalar: PixelScalar {
    self.init(.images(Images(inputs)), targets: targets)
    precondition(inputs.columns == targets.columns, "as many inputs as targets")
  }

  private init(_ source: Source, targets: Matrix<Scalar>) {
    self.source = source
    self.targets = targets
  }

  public var count: Int { targets.columns }

  /// The number of inputs of each example.
  public var features: Int {
    switch source {
    case .matrix(let inputs): inputs.rows
    case .images(let images): images.bytes.rows
    }
  }

  /// The inputs as a matrix (features × m); those of images are computed at every call.
  public var inputs: Matrix<Scalar> {
    switch source {
    case .matrix(let inputs): inputs
    case .images(let images): images.matrix
    }
  }

  /// A run of neighbouring examples; nothing is copied.
  public subscript(range: Range<Int>) -> Examples {
    let targets = targets[columns: range]
    switch source {
    case .matrix(let inputs):
      return Examples(.matrix(inputs[columns: range]), targets: targets)
    case .images(let images):
      return Examples(.images(images[range]), targets: targets)
    }
  }

  /// The examples cut into runs of `size`, in their order; the last one may be shorter.
  public func batches(of size: Int) -> some Sequence<Examples> {
    stride(from: 0, to: count, by: size).lazy.map { start in
      self[start..<Swift.min(start + size, count)]
    }
  }

  /// The same batches, each with its examples in reverse order: the gradients are the same sums,
  /// added up from the other end.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func reversedWithinBatches(of size: Int) -> Examples {
    let order = stride(from: 0, to: count, by: size).flatMap { start in
      (start..<Swift.min(start + size, count)).reversed()
    }
    let targets = targets.columns(order)
    switch source {
    case .matrix(let inputs):
      return Examples(inputs: inputs.columns(order), targets: targets)
    case .images(let images):
      return Examples(.images(images.reordered(order)), targets: targets)
    }
  }

  /// The examples cut into blocks, as trainings read them.
  func blocks(batchSize: Int, on crew: Crew) -> BlockStorage<Scalar> {
    cache.blocks(of: self, batchSize: batchSize, on: crew)
  }

  /// A digest of all that a training reads of these examples, made once of the bytes that `make` gets
  /// one run after the other.
  public func digest(
    by make: (_ feed: (_ take: (UnsafeRawBufferPointer) -> Void) -> Void) -> String
  ) -> String {
    digest.value { make { take in feed(take) } }
  }

  private func feed(_ take: (UnsafeRawBufferPointer) -> Void) {
    func takeMatrix(_ matrix: Matrix<Scalar>) {
      [matrix.rows, matrix.columns].withUnsafeBytes(take)
      matrix.withUnsafeElements { take(UnsafeRawBufferPointer($0)) }
    }
    switch source {
    case .matrix(let inputs):
      takeMatrix(inputs)
    case .images(let images):
      let (bytes, range) = (images.bytes, images.range)
      [bytes.rows, range.count].withUnsafeBytes(take)
      bytes.means.withUnsafeBytes(take)
      bytes.divisors.withUnsafeBytes(take)
      bytes.bytes[range.lowerBound * bytes.rows..<range.upperBound * bytes.rows].withUnsafeBytes(
        take)
    }
    takeMatrix(targets)
  }

  /// The same inputs with other targets, as many.
  public func with(targets: Matrix<Scalar>) -> Examples {
    precondition(targets.columns == count, "as many inputs as targets")
    return Examples(source, targets: targets)
  }
}

extension Matrix {
  /// The columns of the given numbers, in that order.
  fileprivate func columns(_ order: [Int]) -> Matrix {
    Matrix(uninitializedRows: rows, columns: order.count) { results in
      withUnsafeElements { elements in
        for (place, column) in order.enumerated() {
          for row in 0..<rows { results[place * rows + row] = elements[column * rows + row] }
        }
      }
    }
  }
}
