import COpenBLAS

/// The matrix library behind `Matrix`; nothing outside this file knows it.
enum OpenBLAS {
  /// `cblas_dgemm` or `cblas_sgemm`: C ← α·op(A)·op(B) + β·C.
  typealias Product<Scalar> = (
    CBLAS_ORDER, CBLAS_TRANSPOSE, CBLAS_TRANSPOSE, _ m: Int32, _ n: Int32, _ k: Int32,
    _ alpha: Scalar, _ A: UnsafePointer<Scalar>?, _ lda: Int32,
    _ B: UnsafePointer<Scalar>?, _ ldb: Int32,
    _ beta: Scalar, _ C: UnsafeMutablePointer<Scalar>?, _ ldc: Int32
  ) -> Void

  /// One thread per product: the same sums in the same order at every run, and the cores are free
  /// for runs side by side.
  private static let singleThread: Void = openblas_set_num_threads(1)

  static func multiply<Scalar: MatrixScalar>(
    _ shape: ProductShape,
    _ left: (elements: UnsafeBufferPointer<Scalar>, transposed: Bool),
    _ right: (elements: UnsafeBufferPointer<Scalar>, transposed: Bool),
    into result: UnsafeMutableBufferPointer<Scalar>,
    by product: Product<Scalar>
  ) {
    _ = singleThread
    let (m, n, k) = (Int32(shape.rows), Int32(shape.columns), Int32(shape.inner))
    product(
      CblasColMajor, left.transposed ? CblasTrans : CblasNoTrans,
      right.transposed ? CblasTrans : CblasNoTrans, m, n, k,
      1, left.elements.baseAddress, left.transposed ? k : m,
      right.elements.baseAddress, right.transposed ? n : k,
      0, result.baseAddress, m)
  }
}
