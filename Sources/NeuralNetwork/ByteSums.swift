import CPixelLoops

/// Sums over columns of bytes, one for each row.
public enum ByteSums {
  /// Adds a column of bytes to the sums.
  public static func add(_ bytes: UnsafeBufferPointer<UInt8>, to sums: inout [Double]) {
    precondition(bytes.count == sums.count, "a sum for each byte")
    pixelloops_add_bytes(&sums, bytes.baseAddress, bytes.count)
  }

  /// Adds `(byte − mean)²` of a column of bytes to the sums.
  public static func addSquares(
    _ bytes: UnsafeBufferPointer<UInt8>, from means: [Double], to sums: inout [Double]
  ) {
    precondition(bytes.count == sums.count && bytes.count == means.count, "a sum for each byte")
    pixelloops_add_squares(&sums, bytes.baseAddress, means, bytes.count)
  }
}
