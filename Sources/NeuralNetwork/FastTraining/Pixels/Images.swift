import Cores
import LinearAlgebra

/// A run of images, and how their pixels are read as numbers of one precision.
///
/// Any scalar makes matrices, but only a `PixelScalar` reads pixels: who makes this value proves that
/// it is one, and what needs it is kept as functions.
struct Images<Scalar: MatrixScalar>: Sendable {
  let bytes: StandardizedBytes
  /// The columns of the images among the bytes.
  let range: Range<Int>
  private let read: @Sendable (StandardizedBytes, Range<Int>) -> Matrix<Scalar>
  private let store:
    @Sendable (StandardizedBytes, Range<Int>, [ExampleBlock], Crew) -> any InputStorage<Scalar>

  init(_ bytes: StandardizedBytes) where Scalar: PixelScalar {
    (self.bytes, range) = (bytes, 0..<bytes.columns)
    read = { $0.matrix(columns: $1) }
    store = { PixelStorage<Scalar>($0, columns: $1, $2, on: $3) }
  }

  private init(_ images: Images, _ bytes: StandardizedBytes, _ range: Range<Int>) {
    (self.bytes, self.range, read, store) = (bytes, range, images.read, images.store)
  }

  /// A run of these images; nothing is copied.
  subscript(part: Range<Int>) -> Images {
    let (lower, upper) = (range.lowerBound + part.lowerBound, range.lowerBound + part.upperBound)
    return Images(self, bytes, lower..<upper)
  }

  /// The images of the given numbers, in that order.
  func reordered(_ order: [Int]) -> Images {
    let columns = bytes.columns(order.map { range.lowerBound + $0 })
    return Images(self, columns, 0..<order.count)
  }

  /// The standardized pixels, one column per image.
  var matrix: Matrix<Scalar> { read(bytes, range) }

  /// The images in memory, cut into blocks.
  func storage(_ blocks: [ExampleBlock], on crew: Crew) -> any InputStorage<Scalar> {
    store(bytes, range, blocks, crew)
  }
}
