import COpenBLAS
import CXSMM

/// A scalar that matrices are made of: `Double` (the documents' precision) or `Float`.
public protocol MatrixScalar: VectorScalar {
  /// Machine code for one shape of product on this processor; `nil` where there is none.
  static func kernel(_ layout: ProductLayout) -> ProductKernel?

  /// The product by a kernel that was made for this scalar.
  static func multiply(
    _ kernel: ProductKernel, _ A: UnsafePointer<Self>, _ B: UnsafePointer<Self>,
    into C: UnsafeMutablePointer<Self>)

  /// Machine code for sums of products of one shape; `nil` where there is none.
  static func sumKernel(_ layout: ProductLayout) -> ProductKernel?

  /// The sum of at least one product by a kernel that was made for this scalar.
  static func addUp(
    _ kernel: ProductKernel, _ A: UnsafePointer<Self>, _ B: UnsafePointer<Self>,
    into C: UnsafeMutablePointer<Self>, at starts: TermStarts)

  /// The product by the portable library.
  static func multiply(
    _ layout: ProductLayout, _ A: UnsafePointer<Self>, _ B: UnsafePointer<Self>,
    into C: UnsafeMutablePointer<Self>)
}

/// The address of a kernel's machine code, which lives as long as the program.
public struct ProductKernel: @unchecked Sendable {
  let code: cxsmm_kernel
}

/// Where the terms of a sum of products begin in `A` and in `B`, in bytes.
public struct TermStarts {
  let inA, inB: UnsafePointer<UInt64>
  let count: Int
}

extension Double: MatrixScalar {
  public static func kernel(_ layout: ProductLayout) -> ProductKernel? {
    layout.xsmm.flatMap(cxsmm_kernel_f64).map(ProductKernel.init)
  }

  public static func multiply(
    _ kernel: ProductKernel, _ A: UnsafePointer<Double>, _ B: UnsafePointer<Double>,
    into C: UnsafeMutablePointer<Double>
  ) {
    cxsmm_multiply_f64(kernel.code, A, B, C)
  }

  public static func sumKernel(_ layout: ProductLayout) -> ProductKernel? {
    layout.xsmm.flatMap(cxsmm_sum_kernel_f64).map(ProductKernel.init)
  }

  public static func addUp(
    _ kernel: ProductKernel, _ A: UnsafePointer<Double>, _ B: UnsafePointer<Double>,
    into C: UnsafeMutablePointer<Double>, at starts: TermStarts
  ) {
    cxsmm_add_up_f64(kernel.code, A, B, C, starts.inA, starts.inB, UInt64(starts.count))
  }

  public static func multiply(
    _ layout: ProductLayout, _ A: UnsafePointer<Double>, _ B: UnsafePointer<Double>,
    into C: UnsafeMutablePointer<Double>
  ) {
    OpenBLAS.multiply(layout, A, B, into: C, by: cblas_dgemm)
  }
}

extension Float: MatrixScalar {
  public static func kernel(_ layout: ProductLayout) -> ProductKernel? {
    layout.xsmm.flatMap(cxsmm_kernel_f32).map(ProductKernel.init)
  }

  public static func multiply(
    _ kernel: ProductKernel, _ A: UnsafePointer<Float>, _ B: UnsafePointer<Float>,
    into C: UnsafeMutablePointer<Float>
  ) {
    cxsmm_multiply_f32(kernel.code, A, B, C)
  }

  public static func sumKernel(_ layout: ProductLayout) -> ProductKernel? {
    layout.xsmm.flatMap(cxsmm_sum_kernel_f32).map(ProductKernel.init)
  }

  public static func addUp(
    _ kernel: ProductKernel, _ A: UnsafePointer<Float>, _ B: UnsafePointer<Float>,
    into C: UnsafeMutablePointer<Float>, at starts: TermStarts
  ) {
    cxsmm_add_up_f32(kernel.code, A, B, C, starts.inA, starts.inB, UInt64(starts.count))
  }

  public static func multiply(
    _ layout: ProductLayout, _ A: UnsafePointer<Float>, _ B: UnsafePointer<Float>,
    into C: UnsafeMutablePointer<Float>
  ) {
    OpenBLAS.multiply(layout, A, B, into: C, by: cblas_sgemm)
  }
}
