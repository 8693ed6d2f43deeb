import COpenBLAS
import RealModule

/// A scalar that matrices are made of: `Double` (the documents' precision) or `Float`.
public protocol MatrixScalar: Real, BinaryFloatingPoint, Sendable {
  /// Writes the product of two matrices, each stored column after column and read as its transpose
  /// when the flag says so.
  static func multiply(
    _ shape: ProductShape,
    _ left: (elements: UnsafeBufferPointer<Self>, transposed: Bool),
    _ right: (elements: UnsafeBufferPointer<Self>, transposed: Bool),
    into result: UnsafeMutableBufferPointer<Self>)
}

/// The shape of a matrix product: (`rows` × `inner`) · (`inner` × `columns`).
public struct ProductShape: Sendable {
  public let rows, columns, inner: Int

  fileprivate func leadingDimensions(
    _ transposeLeft: Bool, _ transposeRight: Bool
  ) -> (left: Int32, right: Int32) {
    (Int32(transposeLeft ? inner : rows), Int32(transposeRight ? columns : inner))
  }
}

extension Double: MatrixScalar {
  public static func multiply(
    _ shape: ProductShape,
    _ left: (elements: UnsafeBufferPointer<Double>, transposed: Bool),
    _ right: (elements: UnsafeBufferPointer<Double>, transposed: Bool),
    into result: UnsafeMutableBufferPointer<Double>
  ) {
    OpenBLAS.prepare()
    let (lda, ldb) = shape.leadingDimensions(left.transposed, right.transposed)
    cblas_dgemm(
      CblasColMajor, left.transposed ? CblasTrans : CblasNoTrans,
      right.transposed ? CblasTrans : CblasNoTrans,
      Int32(shape.rows), Int32(shape.columns), Int32(shape.inner),
      1, left.elements.baseAddress, lda, right.elements.baseAddress, ldb,
      0, result.baseAddress, Int32(shape.rows))
  }
}

extension Float: MatrixScalar {
  public static func multiply(
    _ shape: ProductShape,
    _ left: (elements: UnsafeBufferPointer<Float>, transposed: Bool),
    _ right: (elements: UnsafeBufferPointer<Float>, transposed: Bool),
    into result: UnsafeMutableBufferPointer<Float>
  ) {
    OpenBLAS.prepare()
    let (lda, ldb) = shape.leadingDimensions(left.transposed, right.transposed)
    cblas_sgemm(
      CblasColMajor, left.transposed ? CblasTrans : CblasNoTrans,
      right.transposed ? CblasTrans : CblasNoTrans,
      Int32(shape.rows), Int32(shape.columns), Int32(shape.inner),
      1, left.elements.baseAddress, lda, right.elements.baseAddress, ldb,
      0, result.baseAddress, Int32(shape.rows))
  }
}

/// The matrix library's settings.
private enum OpenBLAS {
  /// One thread per product: the same sums in the same order at every run, and the cores are free
  /// for runs side by side.
  private static let singleThread: Void = openblas_set_num_threads(1)

  static func prepare() { _ = singleThread }
}
