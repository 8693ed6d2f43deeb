/// The library that multiplies matrices.
public enum MatrixLibrary: Sendable, CaseIterable {
  /// LIBXSMM: machine code made at run time for one shape on this processor; x86-64 only.
  case xsmm
  /// OpenBLAS: runs everywhere.
  case openBLAS
}

/// A matrix product `C = A·B` prepared for one layout, on memory that the caller owns.
public struct PreparedProduct<Scalar: MatrixScalar>: Sendable {
  public let layout: ProductLayout
  private let kernel: ProductKernel?

  /// - Parameter library: LIBXSMM, unless it has nothing for this processor or shape.
  public init(_ layout: ProductLayout, by library: MatrixLibrary = .xsmm) {
    self.layout = layout
    kernel = library == .xsmm ? Scalar.kernel(layout) : nil
  }

  public func callAsFunction(
    _ A: UnsafePointer<Scalar>, _ B: UnsafePointer<Scalar>, into C: UnsafeMutablePointer<Scalar>
  ) {
    if let kernel {
      Scalar.multiply(kernel, A, B, into: C)
    } else {
      Scalar.multiply(layout, A, B, into: C)
    }
  }
}
