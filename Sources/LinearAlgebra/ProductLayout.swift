import CXSMM

/// How the three matrices of a product `C = A·B` lie in memory, each column after column:
/// `A` is `rows` × `inner`, `B` is `inner` × `columns`, `C` is `rows` × `columns`.
public struct ProductLayout: Sendable {
  public var rows, columns, inner: Int
  /// The distances between neighbouring columns, in elements.
  public var strideOfA, strideOfB, strideOfC: Int
  /// Whether `B` lies there as its transpose, `columns` × `inner`.
  public var transposesB: Bool
  /// Whether the product is added to what `C` holds.
  public var accumulates: Bool

  public init(
    rows: Int, columns: Int, inner: Int,
    strideOfA: Int, strideOfB: Int, strideOfC: Int,
    transposesB: Bool = false, accumulates: Bool = false
  ) {
    self.rows = rows
    self.columns = columns
    self.inner = inner
    self.strideOfA = strideOfA
    self.strideOfB = strideOfB
    self.strideOfC = strideOfC
    self.transposesB = transposesB
    self.accumulates = accumulates
  }

  /// The same for LIBXSMM, which counts in 32 bits.
  var xsmm: cxsmm_shape? {
    guard let m = Int32(exactly: rows), let n = Int32(exactly: columns),
      let k = Int32(exactly: inner), let lda = Int32(exactly: strideOfA),
      let ldb = Int32(exactly: strideOfB), let ldc = Int32(exactly: strideOfC)
    else { return nil }
    return cxsmm_shape(
      m: m, n: n, k: k, lda: lda, ldb: ldb, ldc: ldc, transposes_b: transposesB,
      accumulates: accumulates)
  }
}
