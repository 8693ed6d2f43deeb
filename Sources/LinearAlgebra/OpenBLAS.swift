import COpenBLAS

/// The portable matrix library; nothing outside this file knows it.
enum OpenBLAS {
  /// `cblas_dgemm` or `cblas_sgemm`: C ← α·op(A)·op(B) + β·C.
  typealias Product<Scalar> = (
    CBLAS_ORDER, CBLAS_TRANSPOSE, CBLAS_TRANSPOSE, _ m: Int32, _ n: Int32, _ k: Int32,
    _ alpha: Scalar, _ A: UnsafePointer<Scalar>?, _ lda: Int32,
    _ B: UnsafePointer<Scalar>?, _ ldb: Int32,
    _ beta: Scalar, _ C: UnsafeMutablePointer<Scalar>?, _ ldc: Int32
  ) -> Void

  static var configuration: String { String(cString: openblas_get_config()) }

  /// One thread per product: the same sums in the same order at every run, and the cores are shared
  /// out above.
  private static let singleThread: Void = openblas_set_num_threads(1)

  static func multiply<Scalar: MatrixScalar>(
    _ layout: ProductLayout, _ A: UnsafePointer<Scalar>, _ B: UnsafePointer<Scalar>,
    into C: UnsafeMutablePointer<Scalar>, by product: Product<Scalar>
  ) {
    _ = singleThread
    product(
      CblasColMajor, CblasNoTrans, layout.transposesB ? CblasTrans : CblasNoTrans,
      Int32(layout.rows), Int32(layout.columns), Int32(layout.inner),
      1, A, Int32(layout.strideOfA), B, Int32(layout.strideOfB),
      layout.accumulates ? 1 : 0, C, Int32(layout.strideOfC))
  }
}
